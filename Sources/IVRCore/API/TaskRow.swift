import IVRLanguages

/// A task as Search shows it: the fields that the lab knows; all others are null.
///
/// Source: webex-search-api reference, section 7.1. Times are epoch milliseconds, durations
/// milliseconds; `callbackConnectTime` is -1 until agent and customer are connected.
struct TaskRow {
  let task: ContactTask
  let state: EngineState
  let lab: Lab

  var json: JSONValue {
    [
      "id": .string(task.id.rawValue), "status": .string(task.status.rawValue),
      "channelType": "telephony", "createdTime": time(task.createdTime),
      "endedTime": time(task.endedTime), "origin": .string(task.origin),
      "destination": .string(task.destination), "direction": .string(task.direction),
      "isActive": .bool(task.isActive), "isCallback": .bool(task.isCallback),
      "terminationType": task.ending.map { .string($0.terminationType) } ?? .null,
      "customer": ["phoneNumber": .string(task.customerNumber)],
      "callbackData": callbackData,
      "lastQueue": queue, "lastEntryPoint": entryPoint, "lastAgent": agent, "owner": agent,
      "lastTeam": team, "lastWrapupCodeName": task.wrapUpCode.map { .string($0) } ?? .null,
      "connectedCount": .integer(task.connectedTime == nil ? 0 : 1),
      "totalDuration": .integer((task.endedTime ?? state.now).since(task.createdTime)),
    ]
  }

  private var callbackData: JSONValue {
    guard let callback = task.callback else { return [:] }
    let connectTime = callback.connectTime?.milliseconds ?? -1
    return [
      "callbackRequestTime": time(callback.requestTime),
      "callbackConnectTime": .integer(connectTime),
      "callbackNumber": .string(callback.number),
      "callbackStatus": callback.isProcessed ? "Success" : "Not Processed",
      "callbackOrigin": .string(callback.origin), "callbackType": .string(callback.type),
      "callbackRetryCount": .integer(Int64(callback.retryCount)),
      "callbackQueueName": queue["name"] ?? .null,
      "callbackAgentName": callback.agent.flatMap { state.agents[$0] }.map { .string($0.name) }
        ?? .null,
      "callbackTeamName": callback.agent == nil ? .null : team["name"] ?? .null,
    ]
  }

  private var queue: JSONValue {
    guard let id = task.queue, let queue = state.queues[id] else { return [:] }
    return ["id": .string(id.rawValue), "name": .string(queue.name)]
  }

  private var entryPoint: JSONValue {
    let name = lab.entryPoints.first { $0.id == task.entryPoint }?.name
    return ["id": .string(task.entryPoint.rawValue), "name": name.map { .string($0) } ?? .null]
  }

  private var agent: JSONValue {
    guard let id = task.agent, let agent = state.agents[id] else { return [:] }
    let login = lab.agents.first { $0.id == id }?.login
    return [
      "id": .string(id.rawValue), "name": .string(agent.name),
      "signInId": login.map { .string($0) } ?? .null,
    ]
  }

  private var team: JSONValue {
    guard let id = task.agent.flatMap({ state.agents[$0] })?.team else { return [:] }
    let name = lab.teams.first { $0.id == id }?.name
    return ["id": .string(id.rawValue), "name": name.map { .string($0) } ?? .null]
  }

  private func time(_ time: SimulationTime?) -> JSONValue {
    time.map { .integer($0.milliseconds) } ?? .null
  }
}

extension TaskEnding {
  /// The word of the product for how a task ended.
  var terminationType: String {
    switch self {
    case .handled: "normal"
    case .abandoned: "abandoned"
    case .endedByFlow: "self_service"
    case .failed, .callbackFailed, .queueTimeout, .duplicate, .calledIn, .leftForCallback,
      .cancelled:
      "quick_disconnect"
    }
  }
}

import IVRLanguages

extension TaskRow {
  var callbackData: JSONValue {
    guard let callback = task.callback else { return [:] }
    let connectTime = callback.connectTime?.milliseconds ?? -1
    return [
      "callbackRequestTime": .time(callback.requestTime),
      "callbackConnectTime": .integer(connectTime),
      "callbackNumber": .string(callback.number),
      "callbackStatus": callback.isProcessed ? "Success" : "Not Processed",
      "callbackOrigin": .string(callback.origin), "callbackType": .string(callback.type),
      "callbackRetryCount": .count(callback.retryCount),
      "callbackQueueName": queue(task.queue)["name"] ?? .null,
      "callbackAgentName": callback.agent.flatMap { state.agents[$0] }.map { .string($0.name) }
        ?? .null,
      "callbackTeamName": callback.agent == nil ? .null : team["name"] ?? .null,
    ]
  }

  /// A queue with its name; an empty object where there is none.
  func queue(_ id: QueueID?) -> JSONValue {
    guard let id, let queue = state.queues[id] else { return [:] }
    return ["id": .string(id.rawValue), "name": .string(queue.name)]
  }

  var lastQueue: JSONValue {
    guard var members = queue(task.queue).object, !members.isEmpty else { return [:] }
    let waits = task.steps.filter { step in
      step.moment.queue == task.queue && [.parked, .connect].contains(step.moment.event)
    }
    members["duration"] = .integer(
      waits.reduce(0) { $0 + ($1.end ?? state.now).since($1.moment.time) })
    return .object(members)
  }

  var entryPoint: JSONValue {
    ["id": .string(task.entryPoint.rawValue), "name": .text(entry?.name)]
  }

  var agent: JSONValue { SearchAgent.json(task.agent, state, world.lab) }

  var team: JSONValue { SearchAgent.team(of: task.agent, state, world.lab) }

  /// Answered within 20 seconds of queueing; null where nobody has answered.
  ///
  /// The threshold is our choice; on the product each queue has its own.
  var isWithinServiceLevel: JSONValue {
    guard let connected = task.connectedTime, let queued = task.queuedTime else { return .null }
    return .bool(connected.since(queued) <= 20_000)
  }

  /// What happened to it, the newest first.
  ///
  /// Source: webex-search-api reference, section 7.2.
  var activities: JSONValue {
    let nodes = task.steps.map { ActivityRow(moment: $0.moment, end: $0.end, row: self).json }
    return ["nodes": .array(nodes.reversed())]
  }

  /// How it ended.
  ///
  /// Source: webex-search-api reference, section 7.1, "status values".
  static let endings: [String: @Sendable (TaskRow) -> JSONValue] = [
    "terminationType": { .text($0.task.ending?.terminationType) },
    "terminatingEnd": { .text($0.task.terminatingEnd) },
    "terminationReason": { .text($0.task.terminationReason) },
    "abandonedType": { .text($0.task.abandonedType) },
    "contactHandleType": { row in
      .text(row.task.ending.map { $0 == .abandoned ? "abandoned" : "normal" })
    },
    "agentHangupCount": { .count($0.task.terminatingEnd == "Agent" ? 1 : 0) },
    "ivrEndedCount": { .count($0.task.ending == .endedByFlow ? 1 : 0) },
    "callCompletedCount": { .count($0.task.ending == .handled ? 1 : 0) },
  ]
}

extension ContactTask {
  /// Who ended it.
  var terminatingEnd: String? {
    switch ending {
    case nil: nil
    case .handled: callEnding == .endedByAgent ? "Agent" : "Customer"
    case .abandoned: "Customer"
    case .endedByFlow, .failed, .callbackFailed, .queueTimeout, .duplicate, .calledIn,
      .leftForCallback, .cancelled:
      "System"
    }
  }

  /// Why it ended, in words of the product.
  var terminationReason: String? {
    switch ending {
    case nil, .endedByFlow, .leftForCallback: nil
    case .handled: callEnding == .endedByAgent ? "Agent Left" : "Customer Left"
    case .abandoned: "Customer Left"
    case .callbackFailed: "Customer Unavailable"
    case .queueTimeout: "Queue Timeout"
    case .failed, .duplicate, .calledIn, .cancelled: "System AdmitFailed"
    }
  }

  /// Where the caller was when giving up.
  var abandonedType: String? {
    guard ending == .abandoned else { return nil }
    switch moments.dropLast().last?.event {
    case .parked: return "queue"
    case .connect: return "agent-connect"
    case .ivrConnected, .ivrDone: return "treatment"
    default: return "new"
    }
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

/// Agents and teams as Search shows them.
enum SearchAgent {
  /// An agent; an empty object where there is none.
  static func json(_ id: AgentID?, _ state: EngineState, _ lab: Lab) -> JSONValue {
    guard let id, let agent = state.agents[id] else { return [:] }
    let session = agent.session.flatMap { state.agentSessions[$0] }
    return [
      "id": .string(id.rawValue), "name": .string(agent.name),
      "signInId": .text(lab.agents.first { $0.id == id }?.login),
      "sessionId": .text(session?.id.rawValue), "phoneNumber": .text(session?.dialNumber),
      "channelId": .text(session.map { channelID(of: $0) }),
    ]
  }

  /// The team of an agent; an empty object where there is none.
  static func team(of agent: AgentID?, _ state: EngineState, _ lab: Lab) -> JSONValue {
    guard let id = agent.flatMap({ state.agents[$0] })?.team else { return [:] }
    return ["id": .string(id.rawValue), "name": .text(lab.teams.first { $0.id == id }?.name)]
  }

  /// The name of the one channel that agents have here.
  static func channelID(of session: AgentSession) -> String { session.id.rawValue + "-telephony" }
}

import IVRLanguages

/// `GET /v1/tasks`: open and closed tasks, the oldest first.
///
/// Source: webex-tasks-api reference, section 2.
enum TaskListEndpoint {
  static let query: [ValueShape] = [
    .required("from", .whole(0 ... .max)), .optional("to", .whole(0 ... .max)),
    .optional("channelTypes", .text(limit: 100)), .optional("pageSize", .whole(1...1_000)),
    .optional("orgId", .text(limit: 100)),
  ]

  private static let day: Int64 = 86_400_000

  static func list(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let lab = engine.world.lab
    let now = engine.state.now.milliseconds
    let from = call.query["from"]?.int64 ?? 0
    let to = min(call.query["to"]?.int64 ?? now, now)
    guard now - from <= 366 * day else { throw APIError(400, "from is more than 12 months ago.") }
    guard to - from <= 184 * day else {
      throw APIError(400, "The time from \"from\" to \"to\" is longer than 184 days.")
    }
    if let other = call.query["orgId"]?.string, other != lab.orgID {
      throw APIError(403, "The access token is of another organisation.")
    }
    let size = Int(call.query["pageSize"]?.int64 ?? 100)
    var rows: [JSONValue] = []
    for task in engine.state.tasks.values where try isTelephony(call) {
      guard from <= task.createdTime.milliseconds, task.createdTime.milliseconds <= to else {
        continue
      }
      rows.append(row(task, engine.state, lab))
      if rows.count == size { break }
    }
    return .json(["meta": ["orgId": .string(lab.orgID)], "data": .array(rows)])
  }

  /// Whether telephony is among the channels that are asked for.
  private static func isTelephony(_ call: APICall) throws(APIError) -> Bool {
    guard let text = call.query["channelTypes"]?.string else { return true }
    let names = text.split(separator: ",").map { String($0).trimmed }
    let known = ["email", "chat", "telephony", "social"]
    if let other = names.first(where: { !known.contains($0) }) {
      throw APIError(400, "channelTypes must be \(known.joined(separator: ",")), not \"\(other)\".")
    }
    return names.contains("telephony")
  }

  private static func row(_ task: ContactTask, _ state: EngineState, _ lab: Lab) -> JSONValue {
    let agent = task.agent.flatMap { state.agents[$0] }
    let queue = task.queue.flatMap { state.queues[$0] }
    let last = task.moments.last?.time ?? task.createdTime
    var attributes: JSONObject = [
      "channelType": "telephony", "status": .string(task.listedStatus),
      "createdTime": .time(task.createdTime), "lastUpdatedTime": .time(last),
      "captureRequested": false, "origin": .string(task.origin),
      "destination": .string(task.destination), "direction": .string(task.direction),
    ]
    if let agent {
      attributes["owner"] = ["id": .string(agent.id.rawValue), "name": .string(agent.name)]
    }
    if let queue {
      attributes["queue"] = ["id": .string(queue.id.rawValue), "name": .string(queue.name)]
    }
    if let reason = task.terminationReason { attributes["reasonCode"] = .string(reason) }
    return ["id": .string(task.id.rawValue), "attributes": .object(attributes)]
  }
}

extension ContactTask {
  /// The status in the words of the Tasks API.
  ///
  /// Source: webex-tasks-api reference, sections 2 and 11.
  var listedStatus: String {
    switch status {
    case .created: "created"
    case .parked: "queued"
    case .connect: "offered"
    case .connected, .wrapup: "assigned"
    case .ended: ending == .abandoned ? "abandoned" : "completed"
    }
  }
}

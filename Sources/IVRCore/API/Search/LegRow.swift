import IVRLanguages

/// A leg of a task as Search shows it: what happened for one queue, or before any.
///
/// Source: webex-search-api reference, section 7.5; where a leg ends is our reading: at the entry
/// into another queue. The first leg holds the flow's part as well.
struct LegRow {
  let row: TaskRow
  let moments: ArraySlice<TaskMoment>
  let start: SimulationTime
  let end: SimulationTime?
  let number: Int
  let isLast: Bool

  /// The legs of a task, in order.
  static func legs(of task: ContactTask, state: EngineState, world: World) -> [LegRow] {
    let row = TaskRow(task: task, state: state, world: world)
    var cuts = [0]
    var queue: QueueID?
    for (place, moment) in task.moments.enumerated() where moment.event == .parked {
      if queue != nil, moment.queue != queue { cuts.append(place) }
      queue = moment.queue
    }
    let ends = cuts.dropFirst() + [task.moments.count]
    return zip(cuts, ends).enumerated().map { number, cut in
      let isLast = cut.1 == task.moments.count
      return LegRow(
        row: row, moments: task.moments[cut.0..<cut.1],
        start: number == 0 ? task.createdTime : task.moments[cut.0].time,
        end: isLast ? task.endedTime : task.moments[cut.1].time, number: number, isLast: isLast)
    }
  }

  /// The fields of the given names.
  func json(_ names: Set<String>) -> JSONValue {
    var members = row.json(Set(Self.shared).intersection(names)).object ?? [:]
    let own = own
    for field in SearchDictionary.legFields
    where names.contains(field.name) && !Self.shared.contains(field.name) {
      members[field.name] = own[field.name] ?? .unfilled(field)
    }
    return .object(members)
  }

  /// The fields that a leg has from its task.
  private static let shared = [
    "destination", "origin", "channelType", "channelSubType", "direction", "ivrScriptId",
    "ivrScriptName", "ivrScriptTagId", "ivrScriptTagName", "terminatingEnd", "terminationReason",
    "customer", "isOutdial", "abandonedType", "integerGlobalVariables", "stringGlobalVariables",
    "longGlobalVariables", "doubleGlobalVariables", "booleanGlobalVariables",
    "lastWrapupCodeName",
  ]

  private var own: JSONObject {
    let task = row.task
    let isActive = isLast && task.isActive
    return [
      "id": .string("\(task.id.rawValue)-callLeg-\(start.milliseconds)"),
      "taskId": .string(task.id.rawValue), "createdTime": .time(start), "endedTime": .time(end),
      "lastActivityTime": .time(moments.last?.time), "isActive": .bool(isActive),
      "status": isLast ? .string(task.status.rawValue) : "ended",
      "contactState": .text(moments.last?.event.rawValue), "entryPoint": row.entryPoint,
      "queue": queue, "owner": agent, "team": team, "queueDuration": waited,
      "ringingDuration": duration([.connect]), "connectedDuration": duration([.connected]),
      "connectedCount": .count(talked ? 1 : 0), "holdDuration": duration([.onHold]),
      "holdCount": .count(moments.count { $0.event == .onHold }),
      "wrapupDuration": duration([.wrapUp]),
      "selfserviceDuration": duration([.ivrConnected]),
      "selfserviceCount": .count(moments.count { $0.event == .ivrConnected }),
      "handleTime": duration([.connected, .onHold, .wrapUp]),
      "queueCount": .count(queueID == nil ? 0 : 1), "taskLegCount": 1,
      "handleType": .string(handleType), "isTaskLegHandled": .bool(talked),
      "isChildLeg": false, "isWithinServiceLevel": talked ? row.isWithinServiceLevel : .null,
      "isOptOutOfQueue": false,
    ]
  }

  private var queueID: QueueID? { moments.last { $0.event == .parked }?.queue }

  private var queue: JSONValue {
    guard var members = row.queue(queueID).object, !members.isEmpty else { return [:] }
    members["duration"] = waited
    return .object(members)
  }

  private var agentID: AgentID? { moments.last { $0.agent != nil && $0.event != .parked }?.agent }

  private var agent: JSONValue { SearchAgent.json(agentID, row.state, row.world.lab) }

  private var team: JSONValue { SearchAgent.team(of: agentID, row.state, row.world.lab) }

  private var talked: Bool { moments.contains { $0.event == .connected } }

  private var waited: JSONValue { duration([.parked, .connect]) }

  private var handleType: String {
    if talked { return "normal" }
    if !isLast { return "dequeued" }
    return row.task.ending == .abandoned ? "abandoned" : queueID == nil ? "self_service" : "park"
  }

  private func duration(_ events: Set<TaskMoment.Event>) -> JSONValue {
    let last = end ?? row.state.now
    let ends = moments.dropFirst().map(\.time) + [last]
    let time = zip(moments, ends).reduce(Int64(0)) { sum, step in
      events.contains(step.0.event) ? sum + step.1.since(step.0.time) : sum
    }
    return .integer(time)
  }
}

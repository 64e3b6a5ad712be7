import IVRLanguages

/// An activity of a task as Search shows it.
///
/// Source: webex-search-api reference, section 7.2.
struct ActivityRow {
  let moment: TaskMoment
  let end: SimulationTime?
  let row: TaskRow

  var json: JSONValue {
    let task = row.task
    let time = moment.time
    let agent = SearchAgent.json(moment.agent, row.state, row.world.lab)
    let team = SearchAgent.team(of: moment.agent, row.state, row.world.lab)
    let queue = row.queue(moment.queue)
    let none = JSONValue.null
    return [
      "id": .string("\(task.id.rawValue)-\(time.milliseconds)-\(moment.event.rawValue)"),
      "isActive": .bool(end == nil && task.isActive), "createdTime": .time(time),
      "endedTime": .time(end ?? (task.isActive ? nil : time)),
      "duration": .integer(
        end.map { $0.since(time) } ?? (task.isActive ? row.state.now.since(time) : 0)),
      "eventName": .string(moment.event.rawValue), "activityType": none,
      "agentId": agent["id"] ?? none, "agentName": agent["name"] ?? none,
      "agentPhoneNumber": agent["phoneNumber"] ?? none,
      "agentSessionId": agent["sessionId"] ?? none,
      "agentChannelId": agent["channelId"] ?? none,
      "teamId": team["id"] ?? none, "teamName": team["name"] ?? none,
      "queueId": queue["id"] ?? none, "queueName": queue["name"] ?? none,
      "entrypointId": row.entryPoint["id"] ?? none,
      "entrypointName": row.entryPoint["name"] ?? none,
      "previousState": previous.map { .string($0.event.rawValue) } ?? none,
      "nextState": next.map { .string($0.event.rawValue) } ?? none,
      "lastActivityTime": .time(time),
      "terminationReason": moment.event == .ended ? .text(task.terminationReason) : none,
    ]
  }

  private var place: Int? { row.task.moments.firstIndex(of: moment) }

  private var previous: TaskMoment? {
    place.flatMap { $0 > 0 ? row.task.moments[$0 - 1] : nil }
  }

  private var next: TaskMoment? {
    place.flatMap { $0 + 1 < row.task.moments.count ? row.task.moments[$0 + 1] : nil }
  }
}

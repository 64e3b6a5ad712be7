import IVRLanguages

/// Callbacks for a day and an hour.
///
/// Source: webex-tasks-api reference, section 7. At the beginning of its window a callback becomes a
/// task that waits in its queue.
enum ScheduledCallbackEndpoint {
  static let body: [ValueShape] = [
    .required("customerName", .text(limit: 250)), .required("callbackNumber", .text(limit: 20)),
    .required("timezone", .text(limit: 64), "A name such as Europe/Berlin."),
    .required("scheduleDate", .text(limit: 10), "YYYY-MM-DD, within 31 days."),
    .required("startTime", .text(limit: 8), "HH:mm:ss, at least 30 minutes from now."),
    .required("endTime", .text(limit: 8), "HH:mm:ss, 30 minutes to 8 hours later."),
    .required("queueId", .text(limit: 100)), .optional("callbackReason", .text(limit: 500)),
    .optional("sourceInteraction", .text(limit: 100)),
    .optional("assigneeAgent", .text(limit: 100)),
  ]
  static let query: [ValueShape] = [
    .optional(
      "callbackNumber", .text(limit: 20), "Exactly as it was given; this or assigneeAgent."),
    .optional("assigneeAgent", .text(limit: 100)),
    .optional("page", .whole(0...1_000_000)), .optional("pageSize", .whole(1...100)),
    .optional("sortBy", .choice(["customerName", "scheduledTime", "assignedTime"])),
    .optional("sortOrder", .choice(["asc", "desc", "ASC", "DESC"])),
  ]

  static func create(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let order = try order(engine, call)
    let id = ScheduledCallbackID(rawValue: engine.state.identifiers.nextUUID())
    let callback = make(id, order, engine.state.now, created: engine.state.now)
    engine.schedule(callback)
    return .json(card(callback, engine.world.lab), status: 201)
  }

  static func get(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    .json(card(try callback(engine, call), engine.world.lab))
  }

  static func replace(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let old = try callback(engine, call)
    guard old.assigned == nil else {
      throw APIError(400, "The callback is a task already and cannot be changed.")
    }
    let order = try order(engine, call)
    engine.cancel(old.timer)
    let callback = make(old.id, order, engine.state.now, created: old.created)
    engine.schedule(callback)
    return .json(card(callback, engine.world.lab))
  }

  static func delete(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let old = try callback(engine, call)
    engine.cancel(old.timer)
    engine.state.scheduledCallbacks[old.id] = nil
    return .empty(204)
  }

  private static func callback(
    _ engine: Engine, _ call: APICall
  ) throws(APIError) -> ScheduledCallback {
    try call.checkOrganisation(engine.world.lab)
    let id = ScheduledCallbackID(rawValue: call.path["id"] ?? "")
    guard let callback = engine.state.scheduledCallbacks[id] else {
      throw APIError(404, "There is no scheduled callback \"\(id)\".")
    }
    return callback
  }

  /// A request with its window as instants.
  private struct Order {
    let body: JSONObject
    let start: SimulationTime

    func text(_ name: String) -> String { body[name]?.string ?? "" }
  }

  private static func make(
    _ id: ScheduledCallbackID, _ order: Order, _ now: SimulationTime, created: SimulationTime
  ) -> ScheduledCallback {
    ScheduledCallback(
      id: id, customerName: order.text("customerName"), number: order.text("callbackNumber"),
      timezone: order.text("timezone"), date: order.text("scheduleDate"),
      startTime: order.text("startTime"), endTime: order.text("endTime"), start: order.start,
      queue: QueueID(rawValue: order.text("queueId")),
      reason: order.body["callbackReason"]?.string,
      sourceInteraction: order.body["sourceInteraction"]?.string,
      assignee: order.body["assigneeAgent"]?.string.map(AgentID.init(rawValue:)),
      created: created, updated: now)
  }

  private static func order(_ engine: Engine, _ call: APICall) throws(APIError) -> Order {
    try call.checkOrganisation(engine.world.lab)
    let body = call.body
    try checkNumber(body["callbackNumber"]?.string ?? "")
    let queue = QueueID(rawValue: body["queueId"]?.string ?? "")
    guard engine.state.queues[queue] != nil else {
      throw APIError(400, "There is no queue \"\(queue)\".")
    }
    guard engine.world.lab.entryPoints.contains(where: { $0.direction == .outbound }) else {
      throw APIError(400, "The lab has no outbound entry point.")
    }
    if let agent = body["assigneeAgent"]?.string,
      engine.state.agents[AgentID(rawValue: agent)] == nil
    {
      throw APIError(400, "There is no agent \"\(agent)\".")
    }
    return Order(body: body, start: try window(body, now: engine.state.now))
  }

  /// 7 to 15 characters of digits, blanks, hyphens, dots and brackets behind an optional plus.
  private static func checkNumber(_ number: String) throws(APIError) {
    let rest = number.hasPrefix("+") ? number.dropFirst() : number[...]
    guard (7...15).contains(rest.count), rest.contains(where: \.isNumber),
      rest.utf8.allSatisfy({ Array("0123456789 -().".utf8).contains($0) })
    else {
      throw APIError(400, "callbackNumber \"\(number)\" is no telephone number.")
    }
  }

  /// The beginning of the window.
  private static func window(
    _ body: JSONObject, now: SimulationTime
  ) throws(APIError) -> SimulationTime {
    let zoneName = body["timezone"]?.string ?? ""
    guard let zone = ZonedCalendar(zoneName) else {
      throw APIError(400, "The timezone \"\(zoneName)\" is not known.")
    }
    let date = body["scheduleDate"]?.string ?? ""
    let start = try instant(date, body["startTime"]?.string ?? "", zone, "startTime")
    let end = try instant(date, body["endTime"]?.string ?? "", zone, "endTime")
    let minute: Int64 = 60_000
    guard start - now.milliseconds >= 30 * minute else {
      throw APIError(400, "The callback must begin at least 30 minutes from now.")
    }
    guard start - now.milliseconds <= 31 * 1440 * minute else {
      throw APIError(400, "The callback must be within 31 days.")
    }
    guard end - start >= 30 * minute, end - start <= 480 * minute else {
      throw APIError(400, "The window must be 30 minutes to 8 hours long.")
    }
    return SimulationTime(milliseconds: start)
  }

  private static func instant(
    _ date: String, _ clock: String, _ zone: ZonedCalendar, _ name: String
  ) throws(APIError) -> Int64 {
    guard let local = CivilTime.parse("\(date)T\(clock)Z") else {
      throw APIError(400, "scheduleDate must be YYYY-MM-DD and \(name) HH:mm:ss.")
    }
    return zone.instant(ofLocal: local.milliseconds, near: local.milliseconds)
  }

  /// A callback as the API shows it.
  static func card(_ callback: ScheduledCallback, _ lab: Lab) -> JSONValue {
    [
      "id": .string(callback.id.rawValue), "orgId": .string(lab.orgID),
      "customerName": .string(callback.customerName),
      "callbackNumber": .string(callback.number), "timezone": .string(callback.timezone),
      "scheduleDate": .string(callback.date), "startTime": .string(callback.startTime),
      "endTime": .string(callback.endTime), "queueId": .string(callback.queue.rawValue),
      "callbackReason": .text(callback.reason),
      "sourceInteraction": .text(callback.sourceInteraction),
      "assigneeAgent": .text(callback.assignee?.rawValue), "callbackOrigin": "api",
      "createdTimestamp": .time(callback.created),
      "lastUpdatedTimestamp": .time(callback.updated), "assignedTime": .time(callback.assigned),
    ]
  }
}

import IVRLanguages

/// A request to create a task that has been checked.
struct TaskOrder: Hashable, Sendable {
  let entryPoint: EntryPoint
  let queue: QueueID
  let destination: String
  let attributes: [TaskAttribute]
}

/// `POST /v1/tasks`: creates a callback.
///
/// Source: webex-tasks-api reference, sections 1.1 to 1.5.
/// Differs from the product: with the queue's guard on, a number that already waits gets 409; only
/// `outboundType` CALLBACK is simulated.
enum TasksEndpoint {
  /// A request to create a task reaches the API: the ledger decides whether the number may wait.
  static func create(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let lab = engine.world.lab
    let order = try order(call.request, lab)
    let reservation = Reservation(
      tenant: lab.orgID, entryPoint: order.entryPoint.id, number: order.destination,
      ani: order.destination, task: TaskID(rawValue: engine.state.identifiers.nextUUID()),
      queue: order.queue)
    engine.schedule(
      .reserve(.request(call.id, attributes: order.attributes), reservation),
      after: lab.latency.ledger)
    return .later
  }

  /// Checks a request.
  ///
  /// Throws 400 with the reason.
  static func order(_ request: HTTPRequest, _ lab: Lab) throws(APIError) -> TaskOrder {
    try Authorization.checkIsJSON(request)
    let body = try APICall.object(request.body)
    guard try text(body, "mediaType", limit: 36) == "telephony" else {
      throw APIError(400, "mediaType must be telephony.")
    }
    let entry = try outboundEntryPoint(try text(body, "entryPointId", limit: 36), lab)
    let destination = try text(body, "destination", limit: 36)
    guard DialledNumber(destination, region: lab.region).isDiallable else {
      throw APIError(400, "destination \"\(destination)\" is no telephone number.")
    }
    try checkCallback(body)
    guard let queue = entry.queue else {
      throw APIError(400, "The entry point \(entry.name) has no queue.")
    }
    return TaskOrder(
      entryPoint: entry, queue: queue, destination: destination,
      attributes: try attributes(body))
  }

  /// The answer to a request whose task was created.
  static func created(_ task: TaskID, _ lab: Lab) -> HTTPResponse {
    let body: JSONValue = [
      "meta": ["orgId": .string(lab.orgID)], "data": ["id": .string(task.rawValue)],
    ]
    return HTTPResponse(
      status: 201, headers: [HTTPHeader("Content-Type", "application/json")],
      body: JSONText.print(body))
  }

  private static func text(
    _ body: JSONObject, _ name: String, limit: Int
  ) throws(APIError) -> String {
    guard let text = body[name]?.string, !text.trimmed.isEmpty else {
      throw APIError(400, "\(name) is missing.")
    }
    guard text.utf8.count <= limit else {
      throw APIError(400, "\(name) is longer than \(limit) bytes.")
    }
    return text
  }

  private static func outboundEntryPoint(
    _ id: String, _ lab: Lab
  ) throws(APIError) -> EntryPoint {
    guard let entry = lab.entryPoints.first(where: { $0.id.rawValue == id }) else {
      throw APIError(400, "entryPointId \"\(id)\" is no entry point.")
    }
    guard entry.direction == .outbound else {
      throw APIError(
        400, "\(entry.name) is an inbound entry point; a callback needs an outbound one.")
    }
    return entry
  }

  private static func checkCallback(_ body: JSONObject) throws(APIError) {
    guard body["outboundType"]?.string == "CALLBACK" else {
      throw APIError(400, "outboundType must be CALLBACK; the lab simulates no other.")
    }
    guard let callback = body["callback"]?.object else {
      throw APIError(400, "callback is missing.")
    }
    guard callback["callbackOrigin"]?.string == "web" else {
      throw APIError(400, "callback.callbackOrigin must be web.")
    }
    guard callback["callbackType"]?.string == "immediate" else {
      throw APIError(400, "callback.callbackType must be immediate.")
    }
  }

  /// The pairs of `attributes`; throws 400 beyond the documented limits.
  static func attributes(_ body: JSONObject) throws(APIError) -> [TaskAttribute] {
    guard let value = body["attributes"], !value.isNull else { return [] }
    guard let members = value.object?.members else {
      throw APIError(400, "attributes is not an object.")
    }
    guard members.count <= 30 else {
      throw APIError(400, "attributes has more than 30 pairs.")
    }
    var pairs: [TaskAttribute] = []
    for member in members {
      guard let text = member.value.string else {
        throw APIError(400, "attributes.\(member.key) is not text.")
      }
      guard member.key.utf8.count <= 200, text.utf8.count <= 1024 else {
        throw APIError(400, "attributes.\(member.key) is too long: key 200, value 1024 bytes.")
      }
      pairs.append(TaskAttribute(name: member.key, value: text))
    }
    return pairs
  }
}

extension Engine {
  /// The ledger has answered: the task is created and waits, or the client hears why not.
  mutating func finish(
    _ reservation: Reservation, _ decision: PolicyDecision, _ id: RequestID,
    _ attributes: [TaskAttribute]
  ) {
    switch admit(reservation, decision, attributes, origin: "web", type: "Web UI") {
    case .success(let task):
      deliverSoon(.response(TasksEndpoint.created(task, world.lab)), to: id)
    case .failure(let error):
      let request = state.requests[id]?.request ?? HTTPRequest(method: "POST", url: "")
      deliverSoon(.response(error.response(to: request)), to: id)
    }
  }

  /// Creates the task of a callback that came without a call, as the ledger has decided.
  mutating func admit(
    _ reservation: Reservation, _ decision: PolicyDecision, _ attributes: [TaskAttribute],
    origin: String, type: String
  ) -> Result<TaskID, APIError> {
    switch decision.verdict {
    case .refused(let refusal):
      return .failure(APIError(refusal.status, refusal.sentence(number: reservation.number)))
    case .mergesInto(let existing):
      merge(reservation, into: existing)
      return .success(existing)
    case .accepted, .replay, .takesOver, .replaces: break
    }
    state.tasks[reservation.task] = ContactTask(
      id: reservation.task, entryPoint: reservation.entryPoint, origin: reservation.number,
      destination: reservation.number, direction: "outbound", createdTime: state.now)
    state.tasks[reservation.task]?.attributes = attributes
    note(reservation, origin: origin, type: type)
    if case .takesOver(let existing) = decision.verdict {
      takePlace(of: existing, for: reservation.task)
    } else {
      join(reservation.task, reservation.queue, priority: 10)
    }
    if let existing = decision.ended { endDuplicate(existing) }
    return .success(reservation.task)
  }
}

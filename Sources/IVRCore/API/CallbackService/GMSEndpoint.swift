import IVRLanguages

/// The callback service of Genesys: starts, cancels, moves and finds callbacks, tells times that can
/// be had, places in the line and estimated waits.
///
/// Source: genesys-gms-callback reference, sections 1 to 5.
/// Differs from the product: a token of the lab with the scope `gms` opens it.
extension RouteFamily {
  /// The callback service.
  static let callbackService = RouteFamily(
    name: "Callback service",
    routes: [
      .gms(
        "GET", "/1/service/callback", "Finds a callback by _id, or callbacks by properties.",
        query: GMSShapes.found
      ) { (engine, call) throws(GMSError) in
        try engine.find(nil, call.url)
      }.telling(
        .json(.either([GMSShapes.record, GMSShapes.records])),
        query: [.optional("_id", .words)] + GMSShapes.filter, refusals: [404]),
      .gms("GET", "/1/service/ewt-for-vq", "Tells the estimated wait of a queue.") {
        (engine, call) throws(GMSError) in try engine.estimate(nil, call.url)
      }.telling(.json(GMSShapes.estimate), query: GMSShapes.wait, refusals: [404]),
      .gms("GET", "/2/ewt/{method}", "Tells the estimated waits of queues.") {
        (engine, call) throws(GMSError) in try engine.estimate(call["method"], call.url)
      }.telling(.json(GMSShapes.estimates), path: GMSShapes.method, query: GMSShapes.waits),
      .gms("POST", "/1/service/callback/{service}", "Starts a callback.") {
        (engine, call) throws(GMSError) in
        try engine.start(call["service"], call.request, call.id)
      }.telling(.json(GMSShapes.dialog), body: GMSShapes.start),
      .gms(
        "GET", "/1/service/callback/{service}", "Finds callbacks of a service.",
        query: GMSShapes.found
      ) { (engine, call) throws(GMSError) in
        try engine.find(call["service"], call.url)
      }.telling(.json(GMSShapes.records), query: GMSShapes.filter),
      .gms(
        "GET", "/1/service/callback/{service}/availability", "Tells times that can be had.",
        query: GMSShapes.times
      ) { (engine, call) throws(GMSError) in
        try engine.availability(call["service"], call.url, version: 1)
      }.telling(.json(GMSShapes.slots), query: GMSShapes.period),
      .gms(
        "GET", "/2/service/callback/{service}/availability", "Tells them with local times.",
        query: GMSShapes.localTimes
      ) { (engine, call) throws(GMSError) in
        try engine.availability(call["service"], call.url, version: 2)
      }.telling(.json(GMSShapes.localSlots), query: GMSShapes.localPeriod),
      .gms(
        "DELETE", "/1/service/callback/{service}/{id}", "Cancels a callback.",
        query: GMSShapes.cancel
      ) { (engine, call) throws(GMSError) in
        try engine.cancel(call["service"], call["id"])
      },
      .gms("PUT", "/1/service/callback/{service}/{id}", "Moves or changes a callback.") {
        (engine, call) throws(GMSError) in
        try engine.update(call["service"], call["id"], call.request)
      }.telling(.json(GMSShapes.record), body: GMSShapes.update),
      .gms("GET", "/1/service/{id}/check-queue-position", "Tells a callback's place.") {
        (engine, call) throws(GMSError) in try engine.position(call["id"])
      }.telling(.json(GMSShapes.position)),
      .gms("POST", "/1/service/{id}/check-queue-position", "Tells a callback's place.") {
        (engine, call) throws(GMSError) in try engine.position(call["id"])
      }.onlyReading.telling(.json(GMSShapes.position)),
      .gms("POST", "/1/service/{id}/{action}", "Goes on with a dialog, for example confirm.") {
        (engine, call) throws(GMSError) in try engine.act(call["id"], call["action"])
      }.telling(.json(GMSShapes.dialog), path: GMSShapes.action),
    ],
    authorize: { (request, route, lab) throws(APIError) in
      try Authorization.check(request, route, lab, missingStatus: 401)
    },
    refusals: .callbackService, document: .genesys)
}

extension Route {
  /// A route of the callback service; its refusals are those of its own API.
  fileprivate static func gms(
    _ method: String, _ path: String, _ summary: String, query: [ValueShape] = [],
    _ handler: @escaping @Sendable (inout Engine, APICall) throws(GMSError) -> HTTPResponse
  ) -> Route {
    Route(method, "/genesys" + path, summary, scopes: ["gms"], query: query) { engine, call in
      do throws(GMSError) {
        return .now(try handler(&engine, call))
      } catch {
        return .now(error.response)
      }
    }
  }
}

extension APICall {
  fileprivate var url: URLParts { URLParts(request.url) }
  fileprivate subscript(name: String) -> String { path[name] ?? "" }
}

extension Engine {
  fileprivate mutating func start(
    _ name: String, _ request: HTTPRequest, _ id: RequestID
  ) throws(GMSError) -> HTTPResponse {
    let service = try callbackService(named: name)
    let order = try CallbackOrder(GMSBody.object(request), service)
    var asker: TaskID?
    if case .call(let task, _, _)? = state.requests[id]?.origin { asker = task }
    let callback = try startCallback(order, asker: asker)
    return .json(GMSBody.dialog(for: callback, at: state.now))
  }

  fileprivate mutating func cancel(_ name: String, _ id: String) throws(GMSError) -> HTTPResponse {
    let callback = try callback(id, of: name)
    try Self.checkMayChange(callback)
    service(callback.id, .cancelled)
    return HTTPResponse(status: 200, body: "")
  }

  private static func checkMayChange(_ callback: ServiceCallback) throws(GMSError) {
    guard callback.state == .completed || callback.state == .processing else { return }
    throw GMSError(
      400, .state, "Callback \(callback.id) is \(callback.state.rawValue) and stays so.")
  }

  fileprivate mutating func update(
    _ name: String, _ id: String, _ request: HTTPRequest
  ) throws(GMSError) -> HTTPResponse {
    let callback = try callback(id, of: name)
    try Self.checkMayChange(callback)
    let body = try GMSBody.object(request)
    let time = try CallbackOrder.time(OptionReader(values: body), "_new_desired_time")
    let properties = try CallbackOrder.properties(of: body)
    if let wanted = body["_callback_state"]?.string, wanted != callback.state.rawValue {
      throw .parameter("_callback_state is what the service says, not \(wanted.prefix(40)).")
    }
    guard callback.properties.count + properties.count <= CallbackOrder.mostProperties else {
      throw .parameter("There are more than \(CallbackOrder.mostProperties) properties.")
    }
    if let time { try move(callback, to: time, body) }
    for pair in properties { set(pair, of: callback.id) }
    return .json(json(of: state.services[callback.id] ?? callback))
  }

  private mutating func move(
    _ callback: ServiceCallback, to time: SimulationTime, _ body: JSONObject
  ) throws(GMSError) {
    let settings = try callbackService(named: callback.service)
    var wanted: JSONObject = ["_customer_number": .string(callback.number)]
    wanted["_desired_time"] = .string(ISOTime.text(time))
    let order = try CallbackOrder(wanted, settings)
    // Its own place in the old bucket does not stand in its way.
    let others = state.services.values.filter { $0.id != callback.id }
    try CallbackAdmission(order: order, callbacks: others, now: state.now)
      .check(time, named: "_new_desired_time")
    let phases: [ServiceCallback.Phase] = [.scheduled, .waiting, .resting]
    guard phases.contains(callback.phase) else {
      throw GMSError(400, .state, "Callback \(callback.id) is being made.")
    }
    service(callback.id, .rescheduled(max(time, state.now)))
  }

  /// Sets or adds a property; the task carries the same.
  private mutating func set(_ pair: TaskAttribute, of id: TaskID) {
    let change: (inout [TaskAttribute]) -> Void = { pairs in
      if let place = pairs.firstIndex(where: { $0.name == pair.name }) {
        pairs[place] = pair
      } else {
        pairs.append(pair)
      }
    }
    _ = state.services.update(id) { change(&$0.properties) }
    _ = state.tasks.update(id) { change(&$0.attributes) }
  }

  fileprivate mutating func act(_ id: String, _ action: String) throws(GMSError) -> HTTPResponse {
    let callback = try callback(id, of: nil)
    guard action.lowercased() == "confirm" else {
      throw .parameter("There is no action \(action.prefix(40)); the lab knows confirm.")
    }
    guard callback.phase == .confirming else {
      throw GMSError(400, .state, "Callback \(callback.id) waits for no confirmation.")
    }
    service(callback.id, .confirmed)
    return .json(GMSBody.dialog(for: state.services[callback.id] ?? callback, at: state.now))
  }

  func callbackService(named name: String) throws(GMSError) -> CallbackServiceSettings {
    if let service = world.lab.callbackService(name) { return service }
    throw .noService(String(name.prefix(60)), in: world.lab.callbackServices.map(\.name))
  }

  /// A callback by its identifier, of a service where one is named.
  func callback(_ id: String, of name: String?) throws(GMSError) -> ServiceCallback {
    if let name { _ = try callbackService(named: name) }
    guard let callback = state.services[TaskID(rawValue: id)],
      name == nil || callback.service == name
    else { throw .noCallback(String(id.prefix(60))) }
    return callback
  }
}

extension HTTPResponse {
  /// A JSON answer of success.
  static func json(_ value: JSONValue) -> HTTPResponse {
    HTTPResponse(
      status: 200, headers: [HTTPHeader("Content-Type", "application/json")],
      body: JSONText.print(value))
  }
}

import IVRLanguages

/// The callback service of Genesys: starts, cancels, moves and finds callbacks, tells times that can
/// be had, places in the line and estimated waits.
///
/// Source: genesys-gms-callback reference, sections 1 to 5.
/// Differs from the product: a token of the lab with the scope `gms` opens it.
extension Engine {
  /// The answer to a request.
  mutating func callbackService(_ request: HTTPRequest, _ id: RequestID) -> HTTPResponse {
    let url = URLParts(request.url)
    let route: GMSRoute
    switch GMSRoute.match(request.method, url.path) {
    case .route(let found): route = found
    case .wrongMethod(let methods):
      let allowed = methods.joined(separator: ", ")
      let text = "The method must be \(allowed), not \(request.method)."
      var response = GMSError(405, .parameter, text).response
      response.headers.append(HTTPHeader("Allow", allowed))
      return response
    case .none:
      return GMSError(404, .resource, "There is no \(request.method) \(url.path).").response
    }
    do throws(GMSError) {
      try Self.authorize(request, world.lab)
      return try answer(route, request, url, id)
    } catch {
      return error.response
    }
  }

  private static func authorize(_ request: HTTPRequest, _ lab: Lab) throws(GMSError) {
    do {
      try Authorization.check(request, lab, scopes: ["gms"], missingStatus: 401)
    } catch {
      throw GMSError(error.status, .access, error.description)
    }
  }

  private mutating func answer(
    _ route: GMSRoute, _ request: HTTPRequest, _ url: URLParts, _ id: RequestID
  ) throws(GMSError) -> HTTPResponse {
    switch route {
    case .start(let name): return try start(name, request, id)
    case .cancel(let name, let id): return try cancel(name, id)
    case .update(let name, let id): return try update(name, id, request)
    case .find(let name): return try find(name, url)
    case .availability(let name, let version):
      return try availability(name, url, version: version)
    case .position(let id): return try position(id)
    case .act(let id, let action): return try act(id, action)
    case .estimate(let method): return try estimate(method, url)
    }
  }

  private mutating func start(
    _ name: String, _ request: HTTPRequest, _ id: RequestID
  ) throws(GMSError) -> HTTPResponse {
    let service = try callbackService(named: name)
    let order = try CallbackOrder(GMSBody.object(request), service)
    var asker: TaskID?
    if case .call(let task, _, _)? = state.requests[id]?.origin { asker = task }
    let callback = try startCallback(order, asker: asker)
    return .json(GMSBody.dialog(for: callback, at: state.now))
  }

  private mutating func cancel(_ name: String, _ id: String) throws(GMSError) -> HTTPResponse {
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

  private mutating func update(
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
    try CallbackAdmission(order: order, callbacks: others, now: state.now).check(time)
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

  private mutating func act(_ id: String, _ action: String) throws(GMSError) -> HTTPResponse {
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

import IVRLanguages

extension Engine {
  /// The lab answers a request that came to one of its own addresses.
  mutating func answer(
    _ request: HTTPRequest, _ id: RequestID, _ match: RouteTable.Match, _ url: URLParts
  ) {
    switch match {
    case .route(let route, let family, let path):
      answer(request, id, route, family, path, url)
    case .wrongMethod(let methods):
      let allowed = methods.joined(separator: ", ")
      let error = APIError(405, "The method must be \(allowed), not \(request.method).")
      var response = RouteTable.refusals(of: request.url).response(error, to: request)
      response.headers.append(HTTPHeader("Allow", allowed))
      deliverSoon(.response(response), to: id)
    case .unknownPath:
      let error = APIError(404, "The lab serves no \(request.method) \(url.path).")
      let form = RouteTable.refusals(of: request.url)
      deliverSoon(.response(form.response(error, to: request)), to: id)
    }
  }

  private mutating func answer(
    _ request: HTTPRequest, _ id: RequestID, _ route: Route, _ family: RouteFamily,
    _ path: [String: String], _ url: URLParts
  ) {
    do throws(APIError) {
      if let status = family.fault?(state) {
        throw APIError(status, "\(family.name) is disturbed by the lab.")
      }
      if request.hasNoLength, route.needsBody {
        throw APIError(411, "\(request.method) needs Content-Length or chunks here.")
      }
      try checkHead(request, route)
      try family.authorize(request, route, world.lab)
      if request.isOwn || Authorization.token(of: request, world.lab) != nil {
        state.requests[id]?.credential = .known
      }
      let call = APICall(
        id: id, request: request, path: path, query: try ValueShape.read(url.query, route.query),
        body: try route.body.map { (shapes) throws(APIError) in try body(request, shapes) } ?? [:])
      if case .now(let response) = try route.handler(&self, call) {
        deliverSoon(.response(response), to: id)
      }
    } catch {
      if error.isWrongToken { state.requests[id]?.credential = .wrong }
      var response = family.refusals.response(error, to: request)
      if error.status == 405 {
        let methods = RouteTable.methods(of: route.template).joined(separator: ", ")
        response.headers.append(HTTPHeader("Allow", methods))
      }
      deliverSoon(.response(response), to: id)
    }
  }

  /// HEAD asks for nothing but headers, so it must change nothing.
  private func checkHead(_ request: HTTPRequest, _ route: Route) throws(APIError) {
    if request.isHead, route.changes {
      throw APIError(405, "The method must not be HEAD, since the request changes the lab.")
    }
  }

  private func body(
    _ request: HTTPRequest, _ shapes: [ValueShape]
  ) throws(APIError) -> JSONObject {
    // Where nothing is required, nothing need be sent.
    if request.body.trimmed.isEmpty, !shapes.contains(where: \.isRequired) { return [:] }
    try Authorization.checkIsJSON(request)
    let body = try APICall.object(request.body)
    try ValueShape.check(body, shapes)
    return body
  }
}

extension APICall {
  /// The object that a body is; throws 400.
  static func object(_ text: String) throws(APIError) -> JSONObject {
    let value: JSONValue
    do {
      value = try JSONText.parse(text)
    } catch {
      let place = "line \(error.position.line), column \(error.position.column)"
      throw APIError(400, "The body is not JSON: \(place): \(error.message)")
    }
    guard let object = value.object else { throw APIError(400, "The body is not a JSON object.") }
    return object
  }
}

extension RouteFamily {
  /// The lab itself: what it serves, for clients of its server.
  static let lab = RouteFamily(
    name: "Lab",
    routes: [
      Route("GET", "/", "Tells what the lab serves, in plain text.") { engine, _ in
        .now(engine.index)
      }.telling(.text)
    ],
    authorize: { _, _, _ in }, isWithoutHost: true, needsToken: false)
}

extension Engine {
  /// What the lab serves, in plain text.
  fileprivate var index: HTTPResponse {
    let hosts = world.lab.servedHosts.joined(separator: ", ")
    var lines = [world.lab.name, ""]
    for family in RouteTable.families where family.name != RouteFamily.lab.name {
      lines.append(family.name)
      lines += family.routes.map { "  \($0.method) \($0.template.text): \($0.summary)" }
    }
    let open = RouteTable.families.filter { !$0.needsToken && $0.name != RouteFamily.lab.name }
    lines += [
      "", "They are what \(hosts) answers; /hosts/NAME/... asks another host of the lab.",
      "They need the header Authorization: Bearer TOKEN, with a token of the lab document, except: "
        + open.map(\.name).joined(separator: ", ") + ".",
      "\(DemoPath.page) and \(DemoPath.board) are for browsers, without a token.", "",
    ]
    return HTTPResponse(
      status: 200, headers: [HTTPHeader("Content-Type", "text/plain; charset=utf-8")],
      body: lines.joined(separator: "\n"))
  }
}

import IVRLanguages

/// Answers what visitors of the demo page ask.
enum DemoEndpoint {
  static func ask(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    guard SameOrigin(call.request) == .same else {
      throw APIError(403, "A callback is asked for from the page of this server only.")
    }
    let lab = engine.world.lab
    guard let tenant = lab.demoPage?.tenant, lab.webCallbackTenant(tenant) != nil else {
      throw APIError(404, "This lab takes no callbacks.")
    }
    let form = try form(call.request)
    var page = DemoFormPage(engine: engine)
    page.number = String((form["phone"] ?? "").prefix(longestNumber))
    page.choice = form["when"].flatMap(DemoChoice.init)
    guard let digits = PhoneDigits.read(page.number),
      DialledNumber(digits, region: lab.region).isDiallable
    else { return invalid(&page, .number) }
    guard let choice = page.choice else { return invalid(&page, .choice) }
    guard let key = call.request.nonce else { throw APIError(500, "There is no randomness.") }
    engine.askForDemoCallback(
      DemoRequest(id: key, choice: choice, number: digits, time: engine.state.now), call.id)
    return .later
  }

  /// The most characters of a number that are read.
  private static let longestNumber = 40

  private static func form(_ request: HTTPRequest) throws(APIError) -> FormText {
    let type = (request.header("Content-Type") ?? "").prefix { $0 != ";" }.lowercased()
    guard type.trimmed == "application/x-www-form-urlencoded" else {
      throw APIError(415, "The body must be a form.")
    }
    return FormText(body: request.body)
  }

  private static func invalid(
    _ page: inout DemoFormPage, _ fault: DemoFormPage.Fault
  ) -> APIAnswer {
    page.fault = fault
    return .now(page.page.response(422))
  }

  static func tell(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let key = call.path["key"] ?? ""
    guard let request = engine.state.demoRequests[key], let status = engine.demoStatus(of: key)
    else { throw .noDemoRequest }
    var response =
      if call.request.header("Accept")?.contains("application/json") == true {
        HTTPResponse.demo(status.json, "application/json")
      } else {
        DemoStatusPage(
          key: key, request: request, status: status, number: engine.shown(request.number),
          site: engine.world.lab.name
        ).page.response()
      }
    response.headers.append(HTTPHeader("Vary", "Accept"))
    return .now(response)
  }

  /// Whoever has the key may take the request back; pages of other servers cannot know it.
  static func cancel(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    guard SameOrigin(call.request) != .other else {
      throw APIError(403, "A callback is cancelled from the page of this server only.")
    }
    let key = call.path["key"] ?? ""
    guard engine.state.demoRequests[key] != nil else { throw .noDemoRequest }
    // One that is being called already goes on, and its page says so.
    _ = engine.cancelDemoRequest(key)
    return .now(.demoRedirect(to: DemoPath.callback(key)))
  }

  static func watch(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let key = call.query["key"]?.string ?? ""
    guard engine.demoStatus(of: key) != nil else { throw .noDemoRequest }
    return .now(stream(.callback(key: key)))
  }

  static func stream(_ topic: EventTopic) -> HTTPResponse {
    var response = HTTPResponse.demo(EventStreamText.head, "text/event-stream")
    response.topic = topic
    return response
  }

  /// Refusals are pages, too.
  static func refuse(_ error: APIError, _ request: HTTPRequest) -> HTTPResponse {
    let main: Markup = """
      <h1>That did not work</h1>
      <div class="card"><p>\(error.description)</p>
      <p><a class="button" href="\(DemoPath.page)">To the start</a></p></div>
      """
    return DemoPage(title: "That did not work", site: "Callback", place: .other, main: main)
      .response(error.status)
  }
}

extension APIError {
  fileprivate static let noDemoRequest = APIError(
    404, "We do not know this request: the lab was started again, or it is too old.")
}

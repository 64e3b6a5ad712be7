import IVRLanguages

/// The documents that describe the lab's APIs, each for its readers.
enum APIDocument: String, CaseIterable, Hashable, Sendable {
  case webex
  case genesys
  case eight = "8x8"
  case demo
  case lab

  /// Where it is served.
  var path: String { "/openapi/\(rawValue).json" }

  /// The name of the API.
  var title: String {
    switch self {
    case .webex: "Webex Contact Center, as ivr-tui simulates it"
    case .genesys: "Genesys callback service, as ivr-tui simulates it"
    case .eight: "8x8 web callback, as ivr-tui simulates it"
    case .demo: "The demo page of ivr-tui"
    case .lab: "The ivr-tui lab"
    }
  }

  /// What it tells, in one sentence.
  var summary: String {
    switch self {
    case .webex: "Describes Search, tasks, agents, callbacks and subscriptions in OpenAPI."
    case .genesys: "Describes the callback service in OpenAPI."
    case .eight: "Describes the web callback in OpenAPI."
    case .demo: "Describes the demo page in OpenAPI."
    case .lab: "Describes what is the lab's own in OpenAPI."
    }
  }

  /// What readers must know before they ask.
  var introduction: String {
    let limits = "maxLength counts bytes of UTF-8; members that are not described are left alone."
    switch self {
    case .webex:
      return "Text that is blank counts as missing. " + limits
    case .genesys:
      return "Further members of a request become properties of the callback. " + limits
    case .eight:
      return "Answers over HTTPS only; `ivr-tui serve` tells the address and its certificate when "
        + "it starts. Escape the brackets of lists or not, as you like. Refusals are 400, 403, "
        + "409, 415, 429, 500 or 503 with `ctl_error=N` in the text, or, with `back`, a redirect to "
        + "that page with the parameter `ctl_error`. maxLength counts characters."
    case .demo:
      return "For browsers. Who asks for a callback must come from the page itself: the header "
        + "Sec-Fetch-Site is same-origin, or Origin is the address of this server."
    case .lab: return limits
    }
  }

  /// The families that it describes.
  var families: [RouteFamily] {
    RouteTable.families.filter { ($0.document ?? ($0.isWithoutHost ? .lab : .webex)) == self }
  }

  /// Where requests go.
  var server: JSONValue {
    guard self == .eight else { return ["url": "/"] }
    return [
      "url": "https://{address}",
      "variables": [
        "address": [
          "default": "127.0.0.1:8443",
          "description": "Host and port of the https address that ivr-tui serve tells.",
        ]
      ],
    ]
  }

  /// The answer to who asks for it.
  var response: HTTPResponse { .json(OpenAPIWriter.document(self)) }
}

extension RouteFamily {
  /// The documents themselves.
  static let openAPI = RouteFamily(
    name: "OpenAPI",
    routes: APIDocument.allCases.map { document in
      Route("GET", document.path, document.summary) { _, _ in .now(document.response) }
        .telling(.json(.object([.required("openapi", .words)])))
    },
    authorize: { _, _, _ in }, isWithoutHost: true, needsToken: false)
}

import IVRLanguages

/// One operation of the lab's APIs: the method and path that ask for it, what may come with them,
/// and who answers.
///
/// The table of all routes (`RouteTable`) is the one place that says what the lab serves; the index
/// at `/` and documents about the API are made from it.
struct Route: Sendable {
  /// Answers a request whose token, parameters and body were found in order.
  typealias Handler = @Sendable (inout Engine, APICall) throws(APIError) -> APIAnswer

  /// The method, in capitals.
  let method: String
  /// The path.
  let template: PathTemplate
  /// What it does, in one sentence.
  let summary: String
  /// What a token must allow, any one of them; empty where every token of the lab will do.
  var scopes: [String] = []
  /// The parameters behind the question mark.
  var query: [ValueShape] = []
  /// The members of the body, which is a JSON object then; nil where the handler reads the body.
  var body: [ValueShape]?
  /// The status of success.
  var success = 200
  /// What documents tell beside all this.
  var facts = RouteFacts()
  /// Whether it may change something in the lab.
  var changes: Bool
  /// Whether pages of other sites are meant to lead to it.
  var isLinked = false
  /// Answers.
  let handler: Handler

  init(
    _ method: String, _ path: String, _ summary: String, scopes: [String] = [],
    query: [ValueShape] = [], body: [ValueShape]? = nil, success: Int = 200,
    _ handler: @escaping Handler
  ) {
    self.method = method
    changes = method != "GET"
    template = PathTemplate(path)
    self.summary = summary
    self.scopes = scopes
    self.query = query
    self.body = body
    self.success = success
    self.handler = handler
  }
}

extension Route {
  /// The route as one that changes nothing, whatever its method.
  var onlyReading: Route {
    var route = self
    route.changes = false
    return route
  }

  /// The route as one that changes something, whatever its method, and that pages of other sites are
  /// meant to lead to.
  var linked: Route {
    var route = self
    route.changes = true
    route.isLinked = true
    return route
  }
}

/// What a handler says.
enum APIAnswer: Sendable {
  /// The answer.
  case now(HTTPResponse)
  /// The answer is on its way; `Engine.deliverSoon` brings it.
  case later

  /// An answer without body, such as 202 or 204.
  static func empty(_ status: Int) -> APIAnswer { .now(HTTPResponse(status: status, body: "")) }
}

/// Routes that share their rules: whose token opens them, how they refuse, how long they take.
struct RouteFamily: Sendable {
  /// The name, as documents head the family.
  let name: String
  /// The routes, the more special ones first.
  let routes: [Route]
  /// Refuses who may not ask; throws 400, 401 or 403.
  var authorize: @Sendable (HTTPRequest, Route, Lab) throws(APIError) -> Void
  /// The body of a refusal.
  var refusals = RefusalForm.webex
  /// How long it takes to answer, in milliseconds.
  var latency: @Sendable (EngineState, Lab) -> Int64 = { $1.latency.tasks }
  /// Whether it is there for clients of the lab's server only, not at the hosts that the lab serves.
  var isWithoutHost = false
  /// The status of a disturbance that is switched on; nil where none can be.
  var fault: (@Sendable (EngineState) -> Int?)?
  /// Whether requests must carry a token of the lab, as `authorize` asks.
  var needsToken = true
  /// The document that tells it; else the one of the lab or of Webex.
  var document: APIDocument?
}

/// A request that found its route.
struct APICall: Sendable {
  /// Who waits for the answer.
  let id: RequestID
  /// The request.
  let request: HTTPRequest
  /// What the path put into the template's gaps.
  let path: [String: String]
  /// The parameters behind the question mark, in the shapes of the route.
  let query: JSONObject
  /// The body, where the route says its shape; else empty.
  let body: JSONObject
}

/// What documents tell of a route beside what is checked before its handler runs.
struct RouteFacts: Sendable {
  /// What an answer carries.
  enum Content: Sendable {
    case nothing
    case json(ValueShape.Kind)
    /// Text in one of some media types.
    case media([String])

    /// Plain text.
    static let text = Content.media(["text/plain"])
  }

  /// An answer beside the one of success.
  struct Answer: Sendable {
    let status: Int
    let content: Content
    /// The names of headers that it has.
    var headers: [String] = []
  }

  /// A body that the handler reads by itself.
  struct Body: Sendable {
    /// The media types, any of which will do.
    var types = ["application/json"]
    let members: [ValueShape]
    var isRequired = true
  }

  /// Gaps of the path in which not every text will do.
  var path: [ValueShape] = []
  /// Parameters behind the question mark that the handler reads by itself.
  var query: [ValueShape] = []
  /// The body, where the handler reads it.
  var body: Body?
  /// What success carries.
  var success = Content.nothing
  /// Other answers than success and refusals.
  var answers: [Answer] = []
  /// The statuses of refusals that the route's token, path and body do not let expect.
  var refusals: [Int] = []
}

extension Route {
  /// The route with what documents tell of it.
  func telling(
    _ success: RouteFacts.Content, path: [ValueShape] = [], query: [ValueShape] = [],
    body: RouteFacts.Body? = nil, answers: [RouteFacts.Answer] = [], refusals: [Int] = []
  ) -> Route {
    var route = self
    route.facts = RouteFacts(
      path: path, query: query, body: body, success: success, answers: answers, refusals: refusals)
    return route
  }

  /// What its body may be, whoever reads it; nil where none is looked at.
  var toldBody: RouteFacts.Body? {
    facts.body
      ?? body.map { RouteFacts.Body(members: $0, isRequired: $0.contains(where: \.isRequired)) }
  }

  /// Whether it can do nothing without a body.
  var needsBody: Bool { toldBody?.isRequired == true }
}

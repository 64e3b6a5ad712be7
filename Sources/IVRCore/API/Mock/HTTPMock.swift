import IVRLanguages

/// A ready answer to requests to a host that the lab does not serve.
public struct HTTPMock: Hashable, Sendable {
  /// The method, in capitals; `*` is any.
  public var method: String
  /// The address without query; one that ends with `*` stands for all that begin so.
  public var url: String
  /// Query parameters that must be present with these values; others do not matter.
  public var query: [String: String]
  /// The answers in the order in which they are given, at least one.
  public var answers: [MockAnswer]
  /// Whether the first answer follows the last; else the last one stays.
  public var isCyclic = false
  /// What goes wrong.
  public var fault: MockFault?

  /// The body of the first answer.
  public var body: String { answers.first?.body.source ?? "" }
}

/// One answer of a mock, written down or recorded.
public struct MockAnswer: Hashable, Sendable {
  /// The status.
  public var status = 200
  /// The headers, in order.
  public var headers: [HTTPHeader] = []
  /// The body; a template where `isTemplate`.
  public var body: TemplateText
  /// Whether expressions in the body are filled in; they read `request`, `hit` and `now()`.
  public var isTemplate = false
  /// How long it takes.
  public var latency = MockLatency(least: 100, most: 100)
}

/// How long an answer takes, in milliseconds; between its bounds every time is as likely.
public struct MockLatency: Codable, Hashable, Sendable {
  /// The shortest.
  public var least: Int64
  /// The longest.
  public var most: Int64

  /// A time drawn from a stream.
  func drawn(_ stream: inout RandomStream) -> Int64 {
    most > least ? least + Int64(stream.next() % UInt64(most - least + 1)) : least
  }
}

extension HTTPMock {
  /// Whether it answers a request: same method and address, and each of its query parameters is
  /// there with its value.
  func matches(_ method: String, _ url: URLParts) -> Bool {
    let isAddress =
      self.url.hasSuffix("*") ? url.base.hasPrefix(self.url.dropLast()) : self.url == url.base
    guard self.method == "*" || self.method == method, isAddress else { return false }
    return query.allSatisfy { name, value in
      url.query.contains { $0.name == name && $0.value == value }
    }
  }

  /// The answer to a hit, counted from 1.
  func answer(toHit hit: Int) -> MockAnswer? {
    guard !answers.isEmpty else { return nil }
    return answers[isCyclic ? (hit - 1) % answers.count : min(hit, answers.count) - 1]
  }
}

extension MockAnswer {
  /// The response to a request, which is the hit of that number.
  ///
  /// A template that fails gives 500 with its fault.
  func response(to request: HTTPRequest, hit: Int, now: SimulationTime) -> HTTPResponse {
    guard isTemplate else {
      return HTTPResponse(status: status, headers: headers, body: body.source)
    }
    let url = URLParts(request.url)
    var query = JSONObject()
    for pair in url.query { query[pair.name] = .string(pair.value) }
    var names = JSONObject()
    for header in request.headers { names[header.name] = .string(header.value) }
    let facts: JSONObject = [
      "method": .string(request.method), "url": .string(request.url), "path": .string(url.path),
      "query": .object(query), "headers": .object(names), "body": .string(request.body),
      "json": (try? JSONText.parse(request.body)) ?? .null,
    ]
    let scope = ExpressionScope(
      ["request": .object(facts), "hit": .integer(Int64(hit))], now: now.milliseconds)
    do {
      let text = try body.template().render(in: scope)
      return HTTPResponse(status: status, headers: headers, body: text)
    } catch {
      var response = HTTPResponse(status: 500, body: error.message)
      response.remark = "the mock's template fails: \(error.message)"
      return response
    }
  }
}

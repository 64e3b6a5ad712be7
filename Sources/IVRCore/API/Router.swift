/// Decides who answers a request: the lab's own APIs, a mock, or nobody.
///
/// Flows reach it in process; clients outside will reach it through the HTTP server.
enum Router {
  /// Who answers.
  enum Destination: Hashable, Sendable {
    /// The Search API.
    case search
    /// The Tasks API.
    case tasks
    /// The lab, which has no such path.
    case unknownPath(String)
    /// A mock of the lab document.
    case mock(HTTPMock)
    /// Nobody in the lab; the host is named.
    case elsewhere(String)
  }

  /// Where a request goes.
  ///
  /// An address without host is one of the lab's own.
  static func destination(of request: HTTPRequest, _ lab: Lab) -> Destination {
    let url = URLParts(request.url)
    if url.host.isEmpty || lab.servedHosts.contains(url.host) {
      switch (request.method, url.path) {
      case ("POST", "/search"): return .search
      case ("POST", "/v1/tasks"): return .tasks
      default: return .unknownPath(url.path)
      }
    }
    let mock = lab.mocks.first { $0.matches(request.method, url) }
    return mock.map(Destination.mock) ?? .elsewhere(url.host)
  }
}

extension HTTPMock {
  /// Whether it answers a request: same method and address, and each of its query parameters is
  /// there with its value.
  func matches(_ method: String, _ url: URLParts) -> Bool {
    guard self.method == method, self.url == url.base else { return false }
    return query.allSatisfy { name, value in
      url.query.contains { $0.name == name && $0.value == value }
    }
  }
}

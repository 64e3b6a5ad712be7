/// Decides who answers a request: one of the lab's own routes, a mock, or nobody.
///
/// Flows reach it in process; clients outside reach it through the HTTP server.
enum Router {
  /// Who answers.
  enum Destination: Sendable {
    /// The lab.
    case lab(RouteTable.Match, URLParts)
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
      return .lab(RouteTable.match(request.method, url.path, host: url.host), url)
    }
    let mock = lab.mocks.first { $0.matches(request.method, url) }
    return mock.map(Destination.mock) ?? .elsewhere(url.host)
  }

  /// The address that a client's request to the lab's server means.
  ///
  /// `/hosts/NAME/rest` is `https://NAME/rest`; a `Host` header that the lab serves is that host;
  /// anything else is an address without host, one of the lab's own.
  static func address(_ target: String, host: String?, _ lab: Lab) -> String {
    let prefix = "/hosts/"
    if target.hasPrefix(prefix) {
      let rest = target.dropFirst(prefix.count)
      return "https://" + (rest.contains("/") ? rest : rest + "/")
    }
    let name = String((host ?? "").lowercased().prefix { $0 != ":" })
    return lab.servedHosts.contains(name) ? "https://\(name)\(target)" : target
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

/// Decides who answers a request: one of the lab's own routes, a mock, or nobody.
///
/// Flows reach it in process; clients outside reach it through the HTTP server.
enum Router {
  /// Who answers.
  enum Destination: Sendable {
    /// The lab.
    case lab(RouteTable.Match, URLParts)
    /// A mock of the lab document.
    case mock(MockTarget)
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
    return mock(request.method, url, lab).map(Destination.mock) ?? .elsewhere(url.host)
  }

  /// The mock that answers: a ready answer before a store.
  private static func mock(_ method: String, _ url: URLParts, _ lab: Lab) -> MockTarget? {
    if let place = lab.mocks.firstIndex(where: { $0.matches(method, url) }) { return .ready(place) }
    for (place, store) in lab.mockStores.enumerated() {
      if let parts = store.parts(of: url) {
        return .store(place, collection: parts.collection, row: parts.row)
      }
    }
    return nil
  }

  /// The address that a client's request to the lab's server means.
  ///
  /// `/hosts/NAME/rest` is `https://NAME/rest`; a `Host` header that the lab or a mock serves is
  /// that host;
  /// anything else is an address without host, one of the lab's own.
  static func address(_ target: String, host: String?, _ lab: Lab) -> String {
    let prefix = "/hosts/"
    let rest = target.dropFirst(prefix.count)
    if target.hasPrefix(prefix), let first = rest.first, first != "/" {
      return "https://" + (rest.contains("/") ? rest : rest + "/")
    }
    let name = String((host ?? "").lowercased().prefix { $0 != ":" })
    let isKnown = lab.servedHosts.contains(name) || lab.hasMock(of: name)
    return isKnown ? "https://\(name)\(target)" : target
  }
}

extension Lab {
  /// The hosts that the lab or one of its mocks answers for, in small letters.
  public var answeredHosts: [String] {
    let mocked = (mocks.map(\.url) + mockStores.map(\.url)).map { URLParts($0).host }
    return servedHosts.map { $0.lowercased() } + mocked.filter { !$0.isEmpty }
  }

  /// Whether a mock stands in for a host.
  func hasMock(of host: String) -> Bool {
    guard !host.isEmpty else { return false }
    return (mocks.map(\.url) + mockStores.map(\.url)).contains { URLParts($0).host == host }
  }
}

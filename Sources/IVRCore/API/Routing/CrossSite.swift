/// Keeps pages of other sites from changing the lab through the browser of somebody who runs it.
///
/// The lab sends no CORS headers, so such pages can read nothing; but a browser also sends simple
/// requests that nobody may read the answers of.
/// Source: Fetch Metadata Request Headers (`Sec-Fetch-Site`); RFC 6454 (`Origin`).
enum CrossSite {
  /// Why a request of a client is not taken; nil where it is.
  ///
  /// What changes nothing is left alone, and so is what the vendor made for links of other sites:
  /// there the token among the parameters says who may.
  static func refusal(_ request: HTTPRequest, _ destination: Router.Destination) -> APIError? {
    guard changes(request, destination) else { return nil }
    if isAhead(request) {
      return APIError(403, "Requests ahead of a click are not taken here.")
    }
    if case .lab(.route(let route, _, _), _) = destination, route.isLinked { return nil }
    guard isForeign(request) else { return nil }
    return APIError(403, "A page of another site may not change the lab.")
  }

  private static func changes(_ request: HTTPRequest, _ destination: Router.Destination) -> Bool {
    switch destination {
    case .lab(.route(let route, _, _), _): route.changes
    case .lab: false
    case .mock, .elsewhere: request.method != "GET"
    }
  }

  /// Whether a browser asks before its user does.
  private static func isAhead(_ request: HTTPRequest) -> Bool {
    ["Sec-Purpose", "Purpose", "X-Moz"].contains { name in
      request.header(name).map { $0.lowercased().contains("prefetch") } ?? false
    }
  }

  /// Whether a browser says that another site is behind the request.
  private static func isForeign(_ request: HTTPRequest) -> Bool {
    // Where a browser tells the site, it alone decides: a page without referrer has Origin null.
    if let site = request.header("Sec-Fetch-Site")?.lowercased() {
      return !["same-origin", "none"].contains(site)
    }
    guard let origin = request.header("Origin")?.lowercased() else { return false }
    let scheme = request.isPlain ? "http" : "https"
    return origin != "\(scheme)://\((request.header("Host") ?? "").lowercased())"
  }
}

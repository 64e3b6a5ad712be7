/// Where the page stands that had a browser send a request.
///
/// `Sec-Fetch-Site` decides where a browser sends it, since no page can set it; else `Origin`
/// against `Host`. A cross-site form must not make a callback, so what tells neither does not
/// count as the page's own. Source: W3C "Fetch Metadata Request Headers"; RFC 6454, section 7.
enum SameOrigin: Hashable {
  /// A page of this server.
  case same
  /// A page of another server.
  case other
  /// Nothing is told.
  case unknown

  init(_ request: HTTPRequest) {
    if let site = request.header("Sec-Fetch-Site") {
      self = site.lowercased() == "same-origin" ? .same : .other
    } else if let origin = request.header("Origin"), origin != "null" {
      let authority = origin.lowercased().split(separator: "/", maxSplits: 2).last ?? ""
      self = authority == request.header("Host")?.lowercased() ?? "" ? .same : .other
    } else {
      self = .unknown
    }
  }
}

extension RouteFamily {
  /// The web callbacks of 8x8.
  ///
  /// Who may ask is decided by the token among the parameters, in the order of `WebCallbackCheck`.
  static let webCallback = RouteFamily(
    name: "8x8 web callback",
    routes: ["GET", "POST"].map { method in
      Route(
        method, WebCallbackPath.path, "Asks for a callback of 8x8, over HTTPS only.",
        { (engine, call) throws(APIError) in engine.takeWebCallback(call) }
      ).linked.telling(
        .text, query: method == "GET" ? WebCallbackShapes.query : WebCallbackShapes.either,
        body: method == "GET" ? nil : WebCallbackShapes.form, answers: WebCallbackShapes.answers)
    },
    authorize: { _, _, _ in }, needsToken: false, document: .eight)
}

/// Where web callbacks are asked for.
enum WebCallbackPath {
  static let path = "/SC/webcallback.php"

  /// The address as it may be shown: without its query, which holds the token.
  static func shown(_ url: String) -> String {
    guard url.contains("webcallback.php"), let query = url.firstIndex(of: "?") else { return url }
    return url[..<query] + "?…"
  }
}

/// All that the lab serves itself.
enum RouteTable {
  /// The families, in the order in which documents tell them.
  static let families: [RouteFamily] = [
    .lab, .search, .tasks, .agents, .waits, .scheduledCallbacks, .variables, .subscriptions,
    .webCallback, .mockServer, .demoPage, .callbackService, .openAPI,
  ]

  /// What a path leads to.
  enum Match: Sendable {
    /// A route, with what the path puts into its gaps.
    case route(Route, RouteFamily, path: [String: String])
    /// The path is there for other methods.
    case wrongMethod(allowed: [String])
    /// There is no such path.
    case unknownPath
  }

  /// Finds the route of a request; the first path that fits counts, whatever its methods.
  static func match(_ method: String, _ path: String, host: String) -> Match {
    var allowed: [String] = []
    var hasHead = false
    var fitting: PathTemplate?
    for family in families where host.isEmpty || !family.isWithoutHost {
      for route in family.routes where fitting == nil || fitting == route.template {
        guard let values = route.template.match(path) else { continue }
        fitting = route.template
        if route.method == method { return .route(route, family, path: values) }
        if !allowed.contains(route.method) { allowed.append(route.method) }
        if route.method == "GET", !route.changes { hasHead = true }
      }
    }
    if hasHead { allowed.append("HEAD") }
    return allowed.isEmpty ? .unknownPath : .wrongMethod(allowed: allowed)
  }

  /// The methods of a path, as the table names them.
  static func methods(of template: PathTemplate) -> [String] {
    families.flatMap(\.routes).filter { $0.template == template }.map(\.method)
  }
}

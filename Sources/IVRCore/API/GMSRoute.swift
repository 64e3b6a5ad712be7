/// What a request to the callback service asks for.
///
/// Source: genesys-gms-callback reference, section 1.
enum GMSRoute: Hashable, Sendable {
  /// A callback, of a service.
  case start(String)
  /// No callback any more, of a service and an identifier.
  case cancel(String, String)
  /// Another time or other properties.
  case update(String, String)
  /// The callbacks of properties or of an identifier, of a service or of all.
  case find(String?)
  /// The times that can be had, in the first or second form of the answer.
  case availability(String, version: Int)
  /// The place in the line.
  case position(String)
  /// What the customer's device does next, such as `confirm`.
  case act(String, String)
  /// The estimated wait of queues; the estimator of version 2 stands in the path.
  case estimate(String?)

  /// What all paths begin with.
  static let root = "/genesys/"

  /// What a path is for.
  enum Match: Hashable, Sendable {
    case route(GMSRoute)
    case wrongMethod([String])
    case none
  }

  /// The route of a request.
  static func match(_ method: String, _ path: String) -> Match {
    let words = path.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentEncoding.decode(String($0)) }
    guard !words.contains("") else { return .none }
    let routes = routes(words)
    if let route = routes.first(where: { $0.0 == method }) { return .route(route.1) }
    return routes.isEmpty ? .none : .wrongMethod(routes.map(\.0))
  }

  /// The methods and routes of a path.
  private static func routes(_ words: [String]) -> [(String, GMSRoute)] {
    switch words.count {
    case 3 where words == ["1", "service", "callback"]: return [("GET", .find(nil))]
    case 3 where words == ["1", "service", "ewt-for-vq"]: return [("GET", .estimate(nil))]
    case 3 where words[0] == "2" && words[1] == "ewt": return [("GET", .estimate(words[2]))]
    case 4 where words[0...2] == ["1", "service", "callback"]:
      return [("POST", .start(words[3])), ("GET", .find(words[3]))]
    case 4 where words[0...1] == ["1", "service"] && words[3] == "check-queue-position":
      return [("GET", .position(words[2])), ("POST", .position(words[2]))]
    case 4 where words[0...1] == ["1", "service"]: return [("POST", .act(words[2], words[3]))]
    case 5 where words[1...2] == ["service", "callback"]: return inService(words)
    default: return []
    }
  }

  private static func inService(_ words: [String]) -> [(String, GMSRoute)] {
    if words[4] == "availability", let version = ["1": 1, "2": 2][words[0]] {
      return [("GET", .availability(words[3], version: version))]
    }
    guard words[0] == "1" else { return [] }
    return [("DELETE", .cancel(words[3], words[4])), ("PUT", .update(words[3], words[4]))]
  }
}

/// Decides whether a request may do what it asks.
enum Authorization {
  /// Throws unless the request carries a token of the lab that opens the route.
  ///
  /// A header that is missing or not `Bearer TOKEN` gets `missingStatus`, an unknown token 401, one
  /// of another organisation or without scope 403.
  static func check(
    _ request: HTTPRequest, _ route: Route, _ lab: Lab, missingStatus: Int
  ) throws(APIError) {
    if request.isOwn { return }
    guard request.bearer != nil else {
      throw APIError(missingStatus, "The Authorization header is missing or not \"Bearer TOKEN\".")
    }
    guard let token = token(of: request, lab) else {
      var error = APIError(401, "The access token is invalid or has expired.")
      error.isWrongToken = true
      throw error
    }
    guard token.organisation ?? lab.orgID == lab.orgID else { throw otherOrganisation }
    guard token.opens(route) else {
      let needed = route.scopes.joined(separator: " or ")
      throw APIError(
        403,
        needed.isEmpty || token.scopes.contains(where: route.scopes.contains)
          ? "The access token is for reading only."
          : "The access token does not have the scope \(needed).")
    }
  }

  static let otherOrganisation = APIError(403, "The access token is of another organisation.")

  /// The token of the lab that a request carries.
  ///
  /// Hashes are compared, every one of them to its end, so that the time tells nothing.
  static func token(of request: HTTPRequest, _ lab: Lab) -> AccessToken? {
    guard let given = request.bearer, !given.isEmpty else { return nil }
    let hash = TokenHash(of: given)
    var found: AccessToken?
    for token in lab.tokens where hash.isSame(as: token.hash) { found = found ?? token }
    return found
  }

  /// What the APIs for tasks and agents ask for: 401 also where the header is missing, 403 where the
  /// address names another organisation.
  static func user(_ request: HTTPRequest, _ route: Route, _ lab: Lab) throws(APIError) {
    try check(request, route, lab, missingStatus: 401)
    try checkOrganisation(request, lab)
  }

  /// Throws 403 where the parameter `orgId` names another organisation than the lab's.
  static func checkOrganisation(_ request: HTTPRequest, _ lab: Lab) throws(APIError) {
    let others = URLParts(request.url).query.filter { $0.name == "orgId" && $0.value != lab.orgID }
    if !others.isEmpty { throw otherOrganisation }
  }

  /// Throws 415 where a body is said to be anything but JSON.
  static func checkIsJSON(_ request: HTTPRequest) throws(APIError) {
    guard let type = request.header("Content-Type") else { return }
    let name = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    guard name == "application/json" || name.hasSuffix("+json") else {
      throw APIError(415, "The body must be application/json, not \"\(type)\".")
    }
  }
}

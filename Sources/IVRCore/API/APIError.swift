import IVRLanguages

/// A refusal of one of the lab's APIs, in the body that all REST APIs of the product share.
///
/// Source: webex-tasks-api reference, section 8.
struct APIError: Error, Hashable, Sendable {
  let status: Int
  let description: String
  /// Whether the key of the body is a number instead of text.
  var hasNumericKey = false
  /// Further members of the body.
  var more: JSONObject = [:]

  init(_ status: Int, _ description: String) {
    self.status = status
    self.description = description
  }

  /// The answer; it echoes the request's `TrackingId`.
  func response(to request: HTTPRequest) -> HTTPResponse {
    let messages: JSONValue = [["description": .string(description)]]
    var body: JSONObject = [
      "trackingId": .string(request.header("TrackingId") ?? "ivr-tui"),
      "error": [
        "key": hasNumericKey ? .count(status) : .string(String(status)), "message": messages,
      ],
    ]
    for member in more.members { body[member.key] = member.value }
    return HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "application/json")],
      body: JSONText.print(.object(body)))
  }
}

extension HTTPResponse {
  /// A refusal in the body of the API that the address belongs to, for whoever stands before the
  /// router.
  public static func refusal(
    _ status: Int, _ description: String, to request: HTTPRequest
  ) -> HTTPResponse {
    RouteTable.refusals(of: request.url).response(APIError(status, description), to: request)
  }
}

/// Decides whether a request may do what it asks.
enum Authorization {
  /// Throws unless the request carries a token of the lab with one of the scopes.
  ///
  /// A header that is missing or not `Bearer TOKEN` gets `missingStatus`, an unknown token 401, a
  /// token without scope 403.
  static func check(
    _ request: HTTPRequest, _ lab: Lab, scopes: [String], missingStatus: Int
  ) throws(APIError) {
    guard let given = bearer(of: request) else {
      throw APIError(missingStatus, "The Authorization header is missing or not \"Bearer TOKEN\".")
    }
    guard let token = lab.tokens.first(where: { isSame($0.token, given) }) else {
      throw APIError(401, "The access token is invalid or has expired.")
    }
    guard scopes.isEmpty || token.scopes.contains(where: scopes.contains) else {
      let needed = scopes.joined(separator: " or ")
      throw APIError(403, "The access token does not have the scope \(needed).")
    }
  }

  /// The token of the lab that a request carries.
  static func token(of request: HTTPRequest, _ lab: Lab) -> AccessToken? {
    guard let given = bearer(of: request) else { return nil }
    return lab.tokens.first { isSame($0.token, given) }
  }

  /// What stands behind `Bearer`; empty where nothing does, nil for other schemes.
  private static func bearer(of request: HTTPRequest) -> String? {
    let words = (request.header("Authorization") ?? "").split(separator: " ")
    guard let scheme = words.first, scheme.lowercased() == "bearer", words.count <= 2 else {
      return nil
    }
    return words.count == 2 ? String(words[1]) : ""
  }

  /// What the APIs for tasks and agents ask for: 401 also where the header is missing.
  static func user(_ request: HTTPRequest, _ route: Route, _ lab: Lab) throws(APIError) {
    try check(request, lab, scopes: route.scopes, missingStatus: 401)
  }

  /// Throws 415 where a body is said to be anything but JSON.
  static func checkIsJSON(_ request: HTTPRequest) throws(APIError) {
    guard let type = request.header("Content-Type") else { return }
    let name = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    guard name == "application/json" || name.hasSuffix("+json") else {
      throw APIError(415, "The body must be application/json, not \"\(type)\".")
    }
  }

  /// Compares without telling by its time how much is alike.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

import IVRLanguages

/// A refusal of one of the lab's APIs, in the body that all REST APIs of the product share.
///
/// Source: webex-tasks-api reference, section 8.
struct APIError: Error, Hashable, Sendable {
  let status: Int
  let description: String
  /// Whether the key of the body is a number instead of text.
  var hasNumericKey = false
  /// Whether it is since the request carries a token that is none of the lab's.
  var isWrongToken = false
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

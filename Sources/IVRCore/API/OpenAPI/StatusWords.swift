import IVRLanguages

/// What documents say about statuses.
enum StatusWords {
  /// With which every request may be refused, whatever it asks: most by the server itself.
  static let ofEveryRequest = [400, 408, 413, 414, 415, 421, 429, 431, 501, 503]

  /// A sentence on a status.
  static func of(_ status: String) -> String { table[status] ?? "Answered with \(status)." }

  private static let table = [
    "200": "Here it is.", "201": "It was created.", "202": "It is being done.",
    "204": "Done, or there is nothing to tell.",
    "302": "The browser goes to the page that the request names.",
    "303": "The browser goes to the page of what was done.",
    "400": "The request cannot be read, or cannot be done as things stand.",
    "401": "There is no token, or one that the lab does not know.",
    "403": "The token is not for this, or the connection is not encrypted.",
    "404": "What the request names is not there.",
    "408": "The request did not come in time.", "409": "It is there already.",
    "411": "The length of the body is missing.",
    "413": "The body is too long, or too much would have to be looked through.",
    "414": "The address is too long.", "415": "The body is of another type, or encoded.",
    "421": "The server does not go by the name in the Host header.",
    "422": "The form is not filled in as it should be; the page says what to change.",
    "429": "Too many requests, or too many wrong tokens.", "431": "The headers are too long.",
    "500": "Something is wrong within.", "501": "The transfer coding is not known.",
    "503": "Too busy, or out of service.", "5XX": "A disturbance is switched on in the lab.",
  ]
}

/// Headers of answers that documents tell.
enum ResponseHeader {
  /// All of them.
  static let all: JSONObject = [
    "X-IVR-Time": [
      "description": "The lab's time.", "required": true,
      "schema": ["type": "string", "format": "date-time"],
    ],
    "Retry-After": [
      "description": "In how many seconds to ask again.",
      "schema": ["type": "integer", "minimum": 1],
    ],
    "Location": [
      "description": "Where the browser goes.", "required": true, "schema": ["type": "string"],
    ],
    "X-IVR-Simulator": [
      "description": "Says that a code is the simulator's own.", "schema": ["type": "string"],
    ],
  ]

  /// Those of a refusal.
  static func ofRefusal(_ status: String) -> [String] {
    status == "429" || status == "503" ? ["Retry-After"] : []
  }

  /// References to some of them.
  static func references(_ names: [String]) -> JSONValue {
    .object(
      JSONObject(
        names.map { ($0, ["$ref": .string("#/components/headers/" + $0)]) }))
  }
}

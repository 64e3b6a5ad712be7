import IVRLanguages

/// A refusal of the callback service, in the body that its API gives.
///
/// Source: genesys-gms-callback reference, section 5: `message` and `exception`, the name of a class
/// with its package; a time that cannot be had carries `availability`. The classes of numbers, of
/// unknown services and identifiers, of full services and of closed offices are the product's, as
/// its test suites and samples name them; the class and status of a duplicate are not published and
/// are simulated as those of the other refusals that come from load.
struct GMSError: Error, Hashable, Sendable {
  /// The classes.
  enum Kind: String, Hashable, Sendable {
    case number = "CallbackExceptionNumber"
    case notFound = "CallbackExceptionNotFound"
    case resource = "CallbackExceptionResource"
    case unavailable = "CallbackExceptionServiceUnavailable"
    case availability = "CallbackExceptionAvailability"
    case parameter = "CallbackExceptionParameter"
    case option = "CallbackExceptionOption"
    case state = "CallbackExceptionState"
    case access = "CallbackExceptionAccess"
  }

  let status: Int
  let kind: Kind
  let message: String
  /// The free places near a time that cannot be had.
  var availability: [CallbackSlots.Slot]?

  init(
    _ status: Int, _ kind: Kind, _ message: String, availability: [CallbackSlots.Slot]? = nil
  ) {
    self.status = status
    self.kind = kind
    self.message = message
    self.availability = availability
  }

  /// The name of the class with its package.
  var className: String { "com.genesyslab.gsg.services.callback.exceptions." + kind.rawValue }

  /// The answer.
  var response: HTTPResponse {
    var body: JSONObject = ["message": .string(message), "exception": .string(className)]
    if let availability { body["availability"] = .object(Self.map(of: availability)) }
    return HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "application/json")],
      body: JSONText.print(.object(body)))
  }

  /// Times with what they take.
  static func map(of slots: [CallbackSlots.Slot]) -> JSONObject {
    JSONObject(slots.map { (ISOTime.text($0.start), .integer(Int64($0.free))) })
  }
}

extension GMSError {
  /// A service that the lab does not have.
  static func noService(_ name: String, in known: [String]) -> GMSError {
    GMSError(
      400, .resource,
      "Service \(name) is not configured" + Suggestions.hint(for: name, in: known) + ".")
  }

  /// An identifier that nobody was given.
  static func noCallback(_ id: String) -> GMSError {
    GMSError(404, .notFound, "There is no callback \(id).")
  }

  /// A parameter that cannot be read.
  static func parameter(_ message: String) -> GMSError { GMSError(400, .parameter, message) }
}

/// Instants as the callback service writes them: `2013-05-28T15:30:00.000Z`.
enum ISOTime {
  /// The text of an instant.
  static func text(_ time: SimulationTime) -> String {
    let civil = CivilTime(time)
    return "\(civil.date)T\(civil.preciseClock)Z"
  }

  /// The instant of a text with or without milliseconds, in UTC.
  static func instant(_ text: String) -> SimulationTime? {
    guard text.utf8.count <= 24, text.hasSuffix("Z") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let base = CivilTime.parse(parts[0] + "Z") else { return nil }
    guard parts.count > 1 else { return base }
    let digits = parts[1]
    guard parts.count == 2, (1...3).contains(digits.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let fraction = Int64(digits + String(repeating: "0", count: 3 - digits.count))
    else { return nil }
    return base.advanced(by: fraction)
  }
}

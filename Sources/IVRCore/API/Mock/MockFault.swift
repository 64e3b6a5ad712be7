import IVRLanguages

/// What goes wrong with requests to a mock, and how often.
public struct MockFault: Codable, Hashable, Sendable {
  /// Ways to go wrong.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// A status instead of the answer.
    case status
    /// No answer at all.
    case silence
    /// The connection breaks.
    case disconnect
    /// The answer's body breaks off in its middle.
    case garbage
  }

  /// The way.
  public var kind: Kind
  /// The status that is sent instead.
  public var status = 503
  /// Only so many hits are concerned, from the first on.
  public var first: Int?
  /// Only each hit of such a number is concerned.
  public var every: Int?
  /// The share of the hits that are concerned, 0 to 1.
  public var share = 1.0

  /// Whether it concerns a hit, counted from 1.
  func isDue(hit: Int, _ stream: inout RandomStream) -> Bool {
    if let first, hit > first { return false }
    if let every, hit % every != 0 { return false }
    guard share < 1 else { return true }
    return Double(stream.next() >> 11) * 0x1p-53 < share
  }
}

/// Why an object is no fault of a mock.
struct MockFaultProblem: Error, Hashable {
  let member: String
  let message: String
}

extension MockFault {
  static let members = ["kind", "status", "first", "every", "share"]

  /// Reads `{"kind": …, "status": …, "first": …, "every": …, "share": …}`.
  init(_ object: JSONObject) throws(MockFaultProblem) {
    let words = Kind.allCases.map(\.rawValue)
    guard let kind = Kind(rawValue: object["kind"]?.string ?? "") else {
      throw MockFaultProblem(
        member: "kind", message: "kind must be \(words.joined(separator: ", ")).")
    }
    self.kind = kind
    status = Int(try Self.whole(object, "status", 100...599) ?? 503)
    first = try Self.whole(object, "first", 1...1_000_000).map { Int($0) }
    every = try Self.whole(object, "every", 1...1_000_000).map { Int($0) }
    if let value = object["share"], !value.isNull {
      guard let share = value.number?.double, (0...1).contains(share) else {
        throw MockFaultProblem(member: "share", message: "share must be a number from 0 to 1.")
      }
      self.share = share
    }
  }

  private static func whole(
    _ object: JSONObject, _ name: String, _ bounds: ClosedRange<Int64>
  ) throws(MockFaultProblem) -> Int64? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let number = value.number?.whole, bounds.contains(number) else {
      let range = "\(bounds.lowerBound) to \(bounds.upperBound)"
      throw MockFaultProblem(
        member: name, message: "\(name) must be a whole number from \(range).")
    }
    return number
  }

  /// The fault as an object.
  var json: JSONValue {
    var object: JSONObject = ["kind": .string(kind.rawValue)]
    if kind == .status { object["status"] = .integer(Int64(status)) }
    if let first { object["first"] = .integer(Int64(first)) }
    if let every { object["every"] = .integer(Int64(every)) }
    if share < 1 { object["share"] = .number(JSONNumber(share)) }
    return .object(object)
  }
}

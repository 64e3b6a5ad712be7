/// A JSON number that keeps the text it was written with.
///
/// Source: RFC 8259, section 6. The text is kept because `1.0`, `1` and `1e0` print back as they
/// came, and because 64-bit identifiers must not pass through a `Double`.
public struct JSONNumber: Hashable, Sendable {
  /// The number as written, for example `-1`, `2.50` or `1E9`.
  public let text: String

  /// Wraps text that is already known to follow the JSON number grammar.
  public init(text: String) {
    self.text = text
  }

  /// A number without fraction.
  public init(_ value: Int64) {
    text = String(value)
  }

  /// A number with fraction; whole values print as `2.0`, like Swift prints them.
  public init(_ value: Double) {
    text = String(value)
  }

  /// The value where it is written as a whole number that fits in 64 bits, else `nil`.
  public var int64: Int64? { fewDigits ?? Int64(text) }

  /// The value where it is whole, however it is written: `5`, `5.0` and `5e0`; else `nil`.
  public var whole: Int64? { int64 ?? Int64(exactly: double) }

  /// The value of up to 18 digits without sign, which is what most numbers are; else `nil`.
  private var fewDigits: Int64? {
    let text = text.utf8
    guard text.count - 1 < 18 else { return nil }
    var value: Int64 = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return text.isEmpty ? nil : value
  }

  /// The nearest double; infinite where the number is too large.
  public var double: Double { Double(text) ?? 0 }
}

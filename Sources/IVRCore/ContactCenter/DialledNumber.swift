/// A telephone number as somebody typed or wrote it, and the form in which two of them compare.
///
/// Until the numbering plans of libphonenumber stand behind it: punctuation is dropped, `00` and
/// `011` are read as the international prefix, a number of ten digits gets the lab's country code,
/// and everything else with at least eight digits is taken as complete. `14085267209`,
/// `+14085267209` and `(408) 526-7209` are one caller.
public struct DialledNumber: Hashable, Sendable {
  /// `+` and digits where a number could be read, else the text without blanks.
  public let normalised: String
  /// Whether it has the shape of a number that can be called: 8 to 15 digits.
  public let isDiallable: Bool

  /// Reads a number; `countryCode` is the lab's, without plus.
  public init(_ text: String, countryCode: String) {
    let marks = Set(" -().\t/")
    let kept = text.filter { !marks.contains($0) }
    let digits = Self.international(kept, countryCode: countryCode)
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
    normalised = isNumber ? "+" + digits : kept
    isDiallable = isNumber && (8...15).contains(digits.count)
  }

  /// Whether a call to it costs extra: 900 numbers of North America.
  public var isPremium: Bool { normalised.hasPrefix("+1900") }

  private static func international(_ text: String, countryCode: String) -> String {
    if text.hasPrefix("+") { return String(text.dropFirst()) }
    if text.hasPrefix("011") && text.count > 11 { return String(text.dropFirst(3)) }
    if text.hasPrefix("00") { return String(text.dropFirst(2)) }
    return text.count == 10 ? countryCode + text : text
  }
}

public import IVRLanguages

/// A telephone number as somebody typed or wrote it, and the form in which two of them compare.
///
/// The numbering plans of libphonenumber read it: `14085267209`, `+1 408 526 7209` and
/// `(408) 526-7209` are one caller in a lab of North America. What they cannot read, or what is not
/// possible in them, is taken as it stands, so that a lab may have numbers of its own: without
/// punctuation, with `00` and `011` as international prefixes.
public struct DialledNumber: Hashable, Sendable {
  /// `+` and digits where a number could be read, else the text without blanks.
  public let normalised: String
  /// The digits of an extension behind the number.
  public let extensionDigits: String?
  /// Whether the numbering plan has numbers of this length; it need not have been given out.
  public let isPossible: Bool
  /// Whether it can be called: a possible number, or one of the lab's own with 8 to 15 digits.
  public let isDiallable: Bool

  /// What two numbers must share to be one: number and extension.
  public var key: String {
    extensionDigits.map { normalised + ";ext=" + $0 } ?? normalised
  }

  /// What the plan knows of it, such as its type; `nil` where it could not be read.
  public var phoneNumber: PhoneNumber? { try? PhoneNumber(key) }

  /// Whether the plan says that a call to it costs extra.
  public var isPremium: Bool { phoneNumber?.type == .premiumRate }

  /// Reads a number; without calling code it is one of `region`, two letters such as `US`.
  public init(_ text: String, region: String) {
    if let number = Self.northAmerican(text, region: region) {
      self.init(possible: number, extensionDigits: nil)
    } else {
      self.init(planned: text, region: region)
    }
  }

  /// Reads a number with the library, however plain it is.
  init(planned text: String, region: String) {
    if let number = Self.possible(text, region: region) {
      self.init(possible: number.e164, extensionDigits: number.extensionDigits)
    } else {
      self.init(unplanned: text)
    }
  }

  /// A possible number; digits that are too many for the region are read as if `+` stood before
  /// them, as networks deliver numbers from abroad.
  private static func possible(_ text: String, region: String) -> PhoneNumber? {
    guard let number = try? PhoneNumber(text, region: region) else { return nil }
    switch number.possibility {
    case .possible: return number
    case .tooLong:
      let whole = try? PhoneNumber(DialledNumber(unplanned: text).normalised)
      return whole?.possibility == .possible ? whole : nil
    case .possibleLocallyOnly, .invalidCountryCode, .tooShort, .invalidLength: return nil
    }
  }

  private init(possible number: String, extensionDigits: String?) {
    normalised = number
    self.extensionDigits = extensionDigits
    isPossible = true
    isDiallable = true
  }

  private init(unplanned text: String) {
    let marks = Set(" -().\t/")
    let kept = text.filter { !marks.contains($0) }
    let digits = Self.international(kept)
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
    normalised = isNumber ? "+" + digits : kept
    extensionDigits = nil
    isPossible = false
    isDiallable = isNumber && (8...15).contains(digits.count)
  }

  private static func international(_ text: String) -> String {
    if text.hasPrefix("+") { return String(text.dropFirst()) }
    if text.hasPrefix("011") && text.count > 11 { return String(text.dropFirst(3)) }
    return text.hasPrefix("00") ? String(text.dropFirst(2)) : text
  }

  /// The number where it is a plain one of North America: what the library says, without asking.
  ///
  /// Simulations read a number several times a call; the library takes about 20 µs for each. Ten
  /// digits that do not begin with 0 or 1 are always possible, and nothing is cut off them.
  private static func northAmerican(_ text: String, region: String) -> String? {
    let bytes = text.utf8
    let hasPlus = bytes.first == UInt8(ascii: "+")
    guard hasPlus ? bytes.count == 12 : (region == "US" && (10...11).contains(bytes.count)),
      bytes.count == 10 || bytes.dropFirst(hasPlus ? 1 : 0).first == UInt8(ascii: "1")
    else { return nil }
    let digits = bytes.suffix(10)
    guard (50...57).contains(digits.first ?? 0), digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return "+1" + String(Substring(digits))
  }
}

internal import CPhone

/// Why a text is no telephone number, and where.
public struct PhoneNumberError: LanguageError {
  /// The fault, without wording.
  public enum Kind: Hashable, Sendable {
    /// Too few digits in a row, or something that cannot stand in a number.
    case notANumber
    /// No plan begins with these digits, or there is no calling code and no region was given.
    case invalidCountryCode
    /// There is no calling code, and the region that was given does not exist.
    case unknownRegion(String)
    /// Nothing, or next to nothing, behind the international prefix.
    case tooShortAfterPrefix
    /// Fewer digits than a national number can have.
    case tooShort
    /// More digits than a national number can have.
    case tooLong
    /// The text has more Unicode scalars than the limit.
    case inputTooLong(limit: Int)
    /// The library gave up, most likely for want of memory.
    case unavailable
  }

  /// The fault.
  public let kind: Kind
  /// Where the number begins; behind the limit where the text is too long.
  public let position: SourcePosition
  /// The line with a caret under the place.
  public let excerpt: String

  init(_ kind: Kind, in text: String) {
    self.kind = kind
    let source = SourceText(text)
    let offset = Self.offset(of: kind, in: text)
    position = source.position(at: offset)
    excerpt = source.excerpt(at: offset)
  }

  private static func offset(of kind: Kind, in text: String) -> Int {
    let scalars = text.unicodeScalars
    if case .inputTooLong(let limit) = kind {
      return scalars.prefix(limit).reduce(0) { $0 + UTF8.width($1) }
    }
    let start = scalars.firstIndex { $0 == "+" || $0.properties.numericType != nil }
    return scalars[..<(start ?? scalars.startIndex)].reduce(0) { $0 + UTF8.width($1) }
  }

  /// One sentence that says what is wrong.
  public var message: String {
    switch kind {
    case .notANumber: "this is no telephone number"
    case .invalidCountryCode:
      "no country has this calling code; a number without + needs a region, such as US"
    case .unknownRegion(let region):
      "there is no region \"\(region)\"; regions are two letters such as US, GB or DE"
    case .tooShortAfterPrefix: "nothing that could be a number stands behind the prefix"
    case .tooShort: "a telephone number has more digits"
    case .tooLong: "a telephone number has fewer digits"
    case .inputTooLong(let limit): "the text is longer than \(limit) characters"
    case .unavailable: "the numbering plans could not be read"
    }
  }

  /// The name of the fault in libphonenumber and its ports, such as `NOT_A_NUMBER`.
  public var code: String {
    switch kind {
    case .notANumber: "NOT_A_NUMBER"
    case .invalidCountryCode, .unknownRegion: "INVALID_COUNTRY_CODE"
    case .tooShortAfterPrefix: "TOO_SHORT_AFTER_IDD"
    case .tooShort: "TOO_SHORT_NSN"
    case .tooLong, .inputTooLong: "TOO_LONG"
    case .unavailable: "UNAVAILABLE"
    }
  }
}

extension PhoneNumberError.Kind {
  /// What the library's answer means; `nil` where it read a number.
  init?(_ outcome: Int32, region: String?) {
    switch outcome {
    case Int32(CPHONE_PARSED): return nil
    case Int32(CPHONE_INVALID_COUNTRY_CODE):
      self = region.flatMap(Self.unknown) ?? .invalidCountryCode
    case Int32(CPHONE_NOT_A_NUMBER): self = .notANumber
    case Int32(CPHONE_TOO_SHORT_AFTER_IDD): self = .tooShortAfterPrefix
    case Int32(CPHONE_TOO_SHORT): self = .tooShort
    case Int32(CPHONE_TOO_LONG): self = .tooLong
    default: self = .unavailable
    }
  }

  private static func unknown(_ region: String) -> Self? {
    NumberingPlan.callingCode(of: region) == nil ? .unknownRegion(region) : nil
  }
}

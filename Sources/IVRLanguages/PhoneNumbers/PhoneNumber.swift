internal import CPhone

/// A telephone number that was read by the numbering plans of libphonenumber.
///
/// A value of its own: two numbers are equal when all digits and the extension are. It may be
/// impossible or invalid; `possibility`, `isValid` and `type` ask the plan. Every method is a
/// function of the value alone and may be called from any thread.
///
/// Source: libphonenumber 8.12.57, `phonenumberutil.h`.
public struct PhoneNumber: Hashable, Sendable {
  /// The most Unicode scalars that a text may have to be looked at.
  public static let lengthLimit = 250

  /// The country calling code, such as 1 or 44.
  public let countryCode: Int
  /// The digits behind the calling code as a number, without leading zeros.
  public let nationalNumber: UInt64
  /// How many zeros belong to the number itself, as in Italy, and stand before its digits.
  public let leadingZeros: Int
  /// The digits of the extension behind the number; `nil` where there is none.
  public let extensionDigits: String?

  /// Whether a zero that is dialled from abroad too stands first.
  public var hasItalianLeadingZero: Bool { leadingZeros > 0 }

  /// The digits behind the calling code, with the zeros that belong to them.
  public var nationalDigits: String {
    String(repeating: "0", count: leadingZeros) + String(nationalNumber)
  }

  /// Reads a number as people write it: punctuation, vanity letters, extension, `tel:`.
  ///
  /// Without calling code it is a number of `region`, two letters such as `US` in either case;
  /// without a region only numbers with `+` can be read. Throws the reason with the place.
  public init(_ text: String, region: String? = nil) throws(PhoneNumberError) {
    if text.unicodeScalars.count > Self.lengthLimit {
      throw PhoneNumberError(.inputTooLong(limit: Self.lengthLimit), in: text)
    }
    var fields = cphone_number()
    let outcome = PhoneLibrary.withText(text, region) { cphone_parse($0, $1, $2, &fields) }
    if let kind = PhoneNumberError.Kind(outcome, region: region) {
      throw PhoneNumberError(kind, in: text)
    }
    self.init(fields)
  }

  init(_ fields: cphone_number) {
    countryCode = Int(fields.country_code)
    nationalNumber = fields.national_number
    leadingZeros = Int(max(0, fields.leading_zeros))
    extensionDigits = fields.extension_length > 0 ? PhoneLibrary.extensionDigits(fields) : nil
  }

  /// What the library calls the number.
  var fields: cphone_number {
    var fields = cphone_number()
    fields.country_code = Int32(clamping: countryCode)
    fields.leading_zeros = Int32(clamping: leadingZeros)
    fields.national_number = nationalNumber
    PhoneLibrary.setExtension(extensionDigits ?? "", of: &fields)
    return fields
  }
}

/// A way of writing a number.
public enum PhoneNumberFormat: String, CaseIterable, Hashable, Sendable {
  /// `+14085267209`: plus and digits, without extension.
  case e164
  /// `+1 408-526-7209`: grouped, with the calling code.
  case international
  /// `(408) 526-7209`: as it is written in its own country.
  case national
  /// `tel:+1-408-526-7209`: as in a link.
  case rfc3966
}

extension PhoneNumber {
  /// The number in one of the ways of writing it.
  public func formatted(_ format: PhoneNumberFormat) -> String {
    let number = fields
    return PhoneLibrary.text { buffer, size in
      withUnsafePointer(to: number) { cphone_format($0, format.code, buffer, size) }
    }
  }

  /// `+` and digits, without extension.
  public var e164: String { formatted(.e164) }
  /// Grouped, with the calling code.
  public var international: String { formatted(.international) }
  /// As it is written in its own country.
  public var national: String { formatted(.national) }
  /// As in a link, `tel:+1-408-526-7209`.
  public var rfc3966: String { formatted(.rfc3966) }
}

extension PhoneNumberFormat {
  fileprivate var code: Int32 {
    switch self {
    case .e164: Int32(CPHONE_E164)
    case .international: Int32(CPHONE_INTERNATIONAL)
    case .national: Int32(CPHONE_NATIONAL)
    case .rfc3966: Int32(CPHONE_RFC3966)
    }
  }
}

internal import CPhone

/// Whether the number of digits is one that the numbering plan knows.
public enum PhoneNumberPossibility: String, CaseIterable, Hashable, Sendable {
  /// A number of this length exists.
  case possible = "IS_POSSIBLE"
  /// It can be dialled only within its own area.
  case possibleLocallyOnly = "IS_POSSIBLE_LOCAL_ONLY"
  /// No plan has the calling code.
  case invalidCountryCode = "INVALID_COUNTRY_CODE"
  /// Shorter than every number of the plan.
  case tooShort = "TOO_SHORT"
  /// Between the shortest and the longest, but no number has this length.
  case invalidLength = "INVALID_LENGTH"
  /// Longer than every number of the plan.
  case tooLong = "TOO_LONG"
}

/// What a number is for.
public enum PhoneNumberType: String, CaseIterable, Hashable, Sendable {
  /// A line that stays at its place.
  case fixedLine = "FIXED_LINE"
  /// A mobile phone.
  case mobile = "MOBILE"
  /// One of both; the plan does not tell them apart, as in North America.
  case fixedLineOrMobile = "FIXED_LINE_OR_MOBILE"
  /// Free for the caller.
  case tollFree = "TOLL_FREE"
  /// Dearer than others.
  case premiumRate = "PREMIUM_RATE"
  /// The costs are shared between both ends.
  case sharedCost = "SHARED_COST"
  /// A line over the internet.
  case voip = "VOIP"
  /// Follows a person to any line.
  case personalNumber = "PERSONAL_NUMBER"
  /// A pager.
  case pager = "PAGER"
  /// A company's number that is the same everywhere.
  case uan = "UAN"
  /// A voice mailbox.
  case voicemail = "VOICEMAIL"
  /// The number is not valid, or the plan does not say.
  case unknown = "UNKNOWN"
}

/// What the numbering plan says about the number.
extension PhoneNumber {
  /// Whether its number of digits can be, with the reason.
  public var possibility: PhoneNumberPossibility {
    switch ask(cphone_possibility) {
    case Int32(CPHONE_POSSIBLE): .possible
    case Int32(CPHONE_POSSIBLE_LOCALLY): .possibleLocallyOnly
    case Int32(CPHONE_DIGITS_TOO_FEW): .tooShort
    case Int32(CPHONE_DIGITS_NO_LENGTH): .invalidLength
    case Int32(CPHONE_DIGITS_TOO_MANY): .tooLong
    default: .invalidCountryCode
    }
  }

  /// Whether its number of digits can be, if only within its area.
  public var isPossible: Bool {
    switch possibility {
    case .possible, .possibleLocallyOnly: true
    case .invalidCountryCode, .tooShort, .invalidLength, .tooLong: false
    }
  }

  /// Whether it lies in a range that was given out; it need not be connected.
  public var isValid: Bool { ask(cphone_is_valid) == 1 }

  /// Whether it is valid and belongs to a region.
  public func isValid(in region: String) -> Bool {
    let number = fields
    return PhoneLibrary.withRegion(region) { region in
      withUnsafePointer(to: number) { cphone_is_valid_for_region($0, region) }
    } == 1
  }

  /// What it is for; `unknown` where it is not valid.
  public var type: PhoneNumberType { PhoneNumberType(code: ask(cphone_type)) }

  /// The region it belongs to, such as `US`; `001` for numbers of no region, `nil` where none fits.
  public var region: String? {
    let number = fields
    let text = PhoneLibrary.text { buffer, size in
      withUnsafePointer(to: number) { cphone_region($0, buffer, size) }
    }
    return text.isEmpty ? nil : text
  }

  private func ask(_ question: (UnsafePointer<cphone_number>?) -> Int32) -> Int32 {
    withUnsafePointer(to: fields) { question($0) }
  }
}

extension PhoneNumberType {
  /// The types in the order of the library's numbers.
  private static let inOrder = allCases

  init(code: Int32) {
    let isKnown = Self.inOrder.indices.contains(Int(code))
    self = isKnown ? Self.inOrder[Int(code)] : .unknown
  }

  /// The library's number of the type.
  var code: Int32 { Int32(clamping: Self.inOrder.firstIndex(of: self) ?? 0) }
}

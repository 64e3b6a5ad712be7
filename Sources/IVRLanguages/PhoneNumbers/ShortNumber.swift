internal import CPhone

/// What a region makes of a number that is dialled there as it stands, such as 911 or 116117.
///
/// Source: libphonenumber 8.12.57, `shortnumberinfo.h`.
public struct ShortNumber: Hashable, Sendable {
  /// What a call costs.
  public enum Cost: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case tollFree = "TOLL_FREE"
    /// As much as any call.
    case standard = "STANDARD_RATE"
    /// More than other calls.
    case premium = "PREMIUM_RATE"
    /// The plan does not say.
    case unknown = "UNKNOWN_COST"
  }

  /// Whether it is an emergency number, to the digit.
  public let isEmergency: Bool
  /// Whether dialling it reaches the emergency service, even with digits behind it.
  public let connectsToEmergency: Bool
  /// Whether the region has short numbers of this length.
  public let isPossible: Bool
  /// Whether the region has this short number.
  public let isValid: Bool
  /// What it costs there.
  public let cost: Cost

  /// Asks for a text that is dialled in a region; one that is no number is nothing of all this.
  public init(_ text: String, region: String) {
    var info = cphone_short_number()
    info.cost = Int32(CPHONE_COST_UNKNOWN)
    if text.unicodeScalars.count <= PhoneNumber.lengthLimit {
      _ = PhoneLibrary.withText(text, region) { cphone_short_number_info($0, $1, $2, &info) }
    }
    isEmergency = info.is_emergency == 1
    connectsToEmergency = info.connects_to_emergency == 1
    isPossible = info.is_possible == 1
    isValid = info.is_valid == 1
    cost = Cost(code: info.cost)
  }
}

extension ShortNumber.Cost {
  fileprivate init(code: Int32) {
    switch code {
    case Int32(CPHONE_COST_TOLL_FREE): self = .tollFree
    case Int32(CPHONE_COST_STANDARD): self = .standard
    case Int32(CPHONE_COST_PREMIUM): self = .premium
    default: self = .unknown
    }
  }
}

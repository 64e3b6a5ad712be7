/// A numbering plan that has changed between the metadata of Debian's libphonenumber (8.12.57) and
/// those of the conformance vectors (9.0.43), with the answers that may differ for that reason.
///
/// `docs/languages/PHONE.md` has the same table; the page's test compares them.
struct NumberingPlanChange {
  let countryCode: Int
  let changesLengths: Bool
  let reason: String

  static let all = [
    Self(countryCode: 57, changesLengths: true, reason: "Colombia has numbers of eight digits"),
    Self(countryCode: 81, changesLengths: false, reason: "Japan opened 060 for mobile phones"),
    Self(countryCode: 91, changesLengths: false, reason: "India moved the 1600 numbers"),
    Self(countryCode: 212, changesLengths: false, reason: "Morocco groups the digits differently"),
    Self(countryCode: 234, changesLengths: true, reason: "Nigeria's fixed lines have ten digits"),
  ]

  private static let formats: Set<String> = ["national", "international"]
  private static let lengths: Set<String> = [
    "possible", "possible_reason", "valid", "type", "region_of_number",
  ]

  /// The change that explains all of some differences in a number; `nil` where none does.
  static func explaining(_ differences: [String], of countryCode: Int?) -> Self? {
    guard !differences.isEmpty, let change = all.first(where: { $0.countryCode == countryCode })
    else { return nil }
    let mayDiffer = change.changesLengths ? formats.union(lengths) : formats
    return mayDiffer.isSuperset(of: differences) ? change : nil
  }

  /// The row of the page's table.
  var row: String {
    "| \(countryCode) | \(changesLengths ? "lengths, formats" : "formats") | \(reason) |"
  }
}

internal import CPhone

/// The regions of the world and their calling codes.
public enum NumberingPlan {
  /// All regions, two capital letters each, in the order of the alphabet.
  public static let regions: [String] = {
    let letters = Array(PhoneLibrary.text { cphone_regions($0, $1) })
    return stride(from: 0, to: letters.count - 1, by: 2).map { String(letters[$0...($0 + 1)]) }
  }()

  /// The calling code of a region, in either letter case; `nil` where there is no such region.
  public static func callingCode(of region: String) -> Int? {
    let code = PhoneLibrary.withRegion(region) { cphone_calling_code($0) }
    return code > 0 ? Int(code) : nil
  }

  /// The region that comes first for a calling code: `US` for 1; `001` for numbers of no region.
  public static func mainRegion(of callingCode: Int) -> String? {
    let region = PhoneLibrary.text { cphone_main_region(Int32(clamping: callingCode), $0, $1) }
    return region.isEmpty ? nil : region
  }

  /// A number that is valid in a region; `nil` where the region has none of the type.
  public static func example(
    in region: String, type: PhoneNumberType = .fixedLine
  ) -> PhoneNumber? {
    var fields = cphone_number()
    let found = PhoneLibrary.withRegion(region) { cphone_example($0, type.code, &fields) }
    return found == 1 ? PhoneNumber(fields) : nil
  }
}

/// Numbers that spell words on the letters of the keys.
public enum VanityNumber {
  /// Whether a text is a number with at least three letters, such as `1-800-FLOWERS`.
  public static func hasLetters(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= PhoneNumber.lengthLimit else { return false }
    return PhoneLibrary.withText(text, nil) { text, length, _ in cphone_has_letters(text, length) }
      == 1
  }

  /// The text with its letters replaced by the digits on their keys: `1-800-3569377`.
  ///
  /// Texts beyond the limit of a number come back as they are.
  public static func digits(_ text: String) -> String {
    guard text.unicodeScalars.count <= PhoneNumber.lengthLimit else { return text }
    return PhoneLibrary.text { buffer, size in
      PhoneLibrary.withText(text, nil) { text, length, _ in
        cphone_letters_to_digits(text, length, buffer, size)
      }
    }
  }
}

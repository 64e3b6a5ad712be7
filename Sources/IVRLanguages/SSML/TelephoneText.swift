/// Telephone numbers in the groups that people read them in.
enum TelephoneText {
  /// A number in groups; each digit is one word.
  ///
  /// `14085267209` gives `1 408 526 7209`. A text with letters, such as `1-800-FLOWERS`, is kept and
  /// spelled; `x123` and `ext. 123` at its end are an extension. `nil` without a digit.
  static func saying(_ text: String, language: SpeechLanguage) -> Saying? {
    let (number, extensionDigits) = splitExtension(text)
    guard number.contains(where: isDigit) else { return nil }
    let isPlain = number.allSatisfy { isDigit($0) || "+-()./ ".contains($0) }
    let shown = isPlain ? grouped(number) : number
    let keys = number.filter { $0.isLetter || $0.isNumber || $0 == "*" || $0 == "#" }
    let spoken = SpelledText(language: language).words(keys)
    guard !extensionDigits.isEmpty else { return Saying(shown: shown, spoken: spoken) }
    let parts = [
      spoken, language.phrases.telephoneExtension, language.words.digits(extensionDigits),
    ]
    return Saying(
      shown: shown + " ext. " + extensionDigits,
      spoken: parts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  private static func grouped(_ text: String) -> String {
    let digits = text.filter(isDigit)
    guard text.first == "+" else { return groups(of: digits[...], hasTrunk: true) }
    let code = countryCodeLength(digits)
    guard digits.count > code else { return "+" + digits }
    return "+" + digits.prefix(code) + " " + groups(of: digits.dropFirst(code), hasTrunk: false)
  }

  /// Groups of three, a single digit left over going to the last; 11 digits after a 1 begin with it.
  private static func groups(of digits: Substring, hasTrunk: Bool) -> String {
    if hasTrunk, digits.count == 11, digits.first == "1" {
      return "1 " + groups(of: digits.dropFirst(), hasTrunk: false)
    }
    var groups: [Substring] = []
    var rest = digits
    while rest.count > 4 {
      groups.append(rest.prefix(3))
      rest = rest.dropFirst(3)
    }
    return (groups + [rest]).joined(separator: " ")
  }

  /// How many digits the country code of an international number has.
  ///
  /// Source: ITU-T E.164, list of assigned country codes.
  private static func countryCodeLength(_ digits: String) -> Int {
    guard let first = digits.first, first != "1", first != "7" else { return 1 }
    let two: Set<String> = [
      "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
      "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
      "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ]
    return two.contains(String(digits.prefix(2))) ? 2 : 3
  }

  /// Cuts `x123`, `ext 123` or `ext. 123` off the end.
  private static func splitExtension(_ text: String) -> (number: String, extensionDigits: String) {
    let digits = String(text.reversed().prefix(while: isDigit).reversed())
    let before = text.dropLast(digits.count).lowercased()
    let marks = ["extension ", "ext. ", "ext.", "ext ", "ext", "x ", "x"]
    guard !digits.isEmpty, let mark = marks.first(where: { before.hasSuffix($0) }) else {
      return (text, "")
    }
    let number = text.dropLast(digits.count + mark.count)
    return (VisibleText.folded(String(number)), digits)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

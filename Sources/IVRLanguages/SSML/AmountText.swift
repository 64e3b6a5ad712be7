/// Sums of money.
enum AmountText {
  /// The signs that stand for one currency alone, with its code.
  private static let signs: [(sign: Character, code: String)] = [
    ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"),
  ]

  /// A sum with its sign before it, or its code: `USD 10` gives `$10`, `10 CAD` gives `CAD 10`.
  ///
  /// Without sign or code it is a number. `nil` where the rest is no number.
  static func saying(_ text: String, language: SpeechLanguage) -> Saying? {
    let isNegative = text.first == "-" || text.first == "−"
    let body = isNegative ? String(text.dropFirst()) : text
    let unit = body.filter { !$0.isNumber && !".,+ ".contains($0) }.uppercased()
    let amount = body.filter { $0.isNumber || ".,".contains($0) }
    guard let number = WrittenNumber(amount) else { return nil }
    if unit.isEmpty { return number.saying(in: language) }
    guard let mark = mark(of: unit) else { return nil }
    return Saying(
      shown: (isNegative ? "-" : "") + mark + number.shown(in: language)
        + (number.fraction.count == 1 ? "0" : ""),
      words: words(number) + (isNegative ? 1 : 0))
  }

  /// What stands before the digits for a unit such as `$`, `USD`, `$USD` or `CAD`.
  private static func mark(of unit: String) -> String? {
    if let known = signs.first(where: { unit == $0.code || unit == "\($0.sign)\($0.code)" }) {
      return String(known.sign)
    }
    if unit.count == 1, signs.contains(where: { unit == String($0.sign) }) { return unit }
    let letters = unit.drop { character in signs.contains { $0.sign == character } }
    return letters.count == 3 && letters.allSatisfy(\.isLetter) ? letters + " " : nil
  }

  /// `forty-two dollars and one cent`; the whole part is left out where only cents are due.
  private static func words(_ number: WrittenNumber) -> Int {
    let minor = number.fraction.count == 1 ? number.fraction + "0" : number.fraction
    guard minor.count == 2, let cents = Int64(minor) else {
      return number.wholeWords + 1 + (minor.isEmpty ? 0 : 1 + minor.count)
    }
    if cents == 0 { return number.wholeWords + 1 }
    let centWords = SpokenNumber.words(cents) + 1
    return number.digits == "0" ? centWords : number.wholeWords + 1 + 1 + centWords
  }
}

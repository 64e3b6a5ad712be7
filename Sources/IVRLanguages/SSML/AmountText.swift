/// Sums of money.
enum AmountText {
  /// The signs that stand for one currency alone, with its code.
  private static let signs: [(sign: Character, code: String)] = [
    ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₩", "KRW"),
    ("₽", "RUB"), ("₺", "TRY"), ("₪", "ILS"), ("฿", "THB"), ("₱", "PHP"), ("₫", "VND"),
    ("₴", "UAH"),
  ]
  /// Marks of several characters.
  private static let marks: [String: String] = [
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "R$": "BRL", "MX$": "MXN",
  ]

  /// A sum with its sign before it, or its code: `USD 10` gives `$10`, `10 CAD` gives `CAD 10`.
  ///
  /// Without sign or code it is a number. `nil` where the rest is no number.
  static func saying(_ text: String, language: SpeechLanguage) -> Saying? {
    let body = text.filter { $0 != "-" && $0 != "−" }
    let isNegative = body.count != text.count
    guard text.count - body.count <= 1, !isNegative || isSigned(text) else { return nil }
    let unit = body.filter { !$0.isNumber && !".,+ \u{A0}".contains($0) }.uppercased()
    let amount = body.filter { $0.isNumber || ".,".contains($0) }
    guard let number = WrittenNumber((isNegative ? "-" : "") + amount, language: language) else {
      return nil
    }
    if unit.isEmpty { return number.saying(in: language) }
    guard let code = code(of: unit) else { return nil }
    let sign = signs.first { $0.code == code }.map { String($0.sign) }
    var positive = number.shown(in: language)
    if isNegative { positive.removeFirst() }
    return Saying(
      shown: (isNegative ? "-" : "") + (sign ?? code + " ") + positive
        + (number.fraction.count == 1 ? "0" : ""),
      spoken: CurrencyWords(language: language, code: code).words(number))
  }

  /// Whether the minus stands at the front, or between a sign and its digits as in `$-5`.
  private static func isSigned(_ text: String) -> Bool {
    guard let place = text.firstIndex(where: { $0 == "-" || $0 == "−" }) else { return false }
    return !text[..<place].contains(where: \.isNumber)
  }

  /// The code for a unit such as `$`, `USD`, `$USD`, `C$` or `CAD`.
  private static func code(of unit: String) -> String? {
    if let known = marks[unit] { return known }
    if let known = signs.first(where: { unit == $0.code || unit == "\($0.sign)\($0.code)" }) {
      return known.code
    }
    if unit.count == 1 { return signs.first { unit == String($0.sign) }?.code }
    let letters = unit.filter { character in !signs.contains { $0.sign == character } }
    return letters.count == 3 && letters.allSatisfy { $0.isASCII && $0.isLetter } ? letters : nil
  }
}

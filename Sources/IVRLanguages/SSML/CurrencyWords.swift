/// Sums of money in words.
struct CurrencyWords {
  /// Whose words.
  let language: SpeechLanguage
  /// The currency's ISO 4217 code, in capitals.
  let code: String

  /// One currency's names: one and several, of the whole and of the hundredth part.
  private struct Names {
    let one: String
    let many: String
    let minorOne: String
    let minorMany: String
    var isFeminine = false
    var isMinorFeminine = false
  }

  private static let english: [String: Names] = [
    "USD": Names(one: "dollar", many: "dollars", minorOne: "cent", minorMany: "cents"),
    "EUR": Names(one: "euro", many: "euros", minorOne: "cent", minorMany: "cents"),
    "GBP": Names(one: "pound", many: "pounds", minorOne: "penny", minorMany: "pence"),
    "JPY": Names(one: "yen", many: "yen", minorOne: "", minorMany: ""),
    "INR": Names(one: "rupee", many: "rupees", minorOne: "paisa", minorMany: "paise"),
  ]
  private static let spanish: [String: Names] = [
    "USD": Names(one: "dólar", many: "dólares", minorOne: "centavo", minorMany: "centavos"),
    "EUR": Names(one: "euro", many: "euros", minorOne: "céntimo", minorMany: "céntimos"),
    "GBP": Names(
      one: "libra", many: "libras", minorOne: "penique", minorMany: "peniques", isFeminine: true),
    "JPY": Names(one: "yen", many: "yenes", minorOne: "", minorMany: ""),
    "INR": Names(
      one: "rupia", many: "rupias", minorOne: "paisa", minorMany: "paisas", isFeminine: true,
      isMinorFeminine: true),
    "MXN": Names(one: "peso", many: "pesos", minorOne: "centavo", minorMany: "centavos"),
  ]
  private static let french: [String: Names] = [
    "USD": Names(one: "dollar", many: "dollars", minorOne: "cent", minorMany: "cents"),
    "EUR": Names(one: "euro", many: "euros", minorOne: "centime", minorMany: "centimes"),
    "GBP": Names(
      one: "livre", many: "livres", minorOne: "penny", minorMany: "pence", isFeminine: true),
    "JPY": Names(one: "yen", many: "yens", minorOne: "", minorMany: ""),
    "INR": Names(
      one: "roupie", many: "roupies", minorOne: "paisa", minorMany: "paisas", isFeminine: true),
  ]

  /// Currencies whose hundredth part goes by the same name as the dollar's.
  private static let withCents: Set<String> = [
    "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "ZAR", "JMD", "BBD", "TTD", "BSD", "BZD", "KES",
    "FJD", "LKR", "MUR",
  ]
  private static let withCentavos: Set<String> = ["MXN", "BRL", "ARS", "CLP", "COP", "PHP"]

  /// `forty-two dollars and one cent`; the whole part is left out where only cents are due.
  ///
  /// A sum without hundredths, or with more digits than two, is read as a decimal number.
  func words(_ number: WrittenNumber) -> String {
    let sign = number.isNegative ? language.words.minus + " " : ""
    let written = number.fraction.count == 1 ? number.fraction + "0" : number.fraction
    guard written.count == 2, let minor = Int64(written) else { return sign + decimal(number) }
    if minor == 0 { return sign + major(number.digits) }
    guard let cents = self.minor(minor) else { return sign + decimal(number) }
    if number.digits == "0" { return sign + cents }
    let and = language.phrases.moneyAnd
    return sign + major(number.digits) + (and.isEmpty ? " " : " \(and) ") + cents
  }

  private var names: Names? {
    switch language.code {
    case "en": Self.english[code]
    case "es": Self.spanish[code]
    case "fr": Self.french[code]
    default: nil
    }
  }

  private var gender: SpeechWords.Gender {
    names?.isFeminine == true ? .feminine : language.isEnglish ? .none : .masculine
  }

  private func major(_ digits: String) -> String {
    let name = names.map { isOne(digits) ? $0.one : $0.many } ?? icuName(digits)
    return language.words.whole(digits, counting: gender) + of(digits) + name
  }

  private func decimal(_ number: WrittenNumber) -> String {
    if number.fraction.isEmpty { return major(number.digits) }
    let amount = number.digits + "." + number.fraction
    let text = language.words.whole(number.digits)
    let whole = WrittenNumber(amount).map { language.words.number($0) } ?? text
    return whole + " " + (names?.many ?? icuName("2"))
  }

  private func minor(_ value: Int64) -> String? {
    let name: String? =
      if let names {
        value == 1 ? names.minorOne : names.minorMany
      } else {
        familyName(isOne: value == 1)
      }
    guard let name else { return language.isKnown ? nil : language.words.whole(value) }
    let gender: SpeechWords.Gender =
      names?.isMinorFeminine == true ? .feminine : language.isEnglish ? .none : .masculine
    return name.isEmpty ? nil : language.words.whole(value, counting: gender) + " " + name
  }

  private func familyName(isOne: Bool) -> String? {
    let isSpanish = language.code == "es"
    guard language.isKnown, Self.withCents.contains(code) || Self.withCentavos.contains(code) else {
      return nil
    }
    let name = isSpanish || Self.withCentavos.contains(code) ? "centavo" : "cent"
    return isOne ? name : name + "s"
  }

  /// Spanish and French say `un millón de dólares`.
  private func of(_ digits: String) -> String {
    guard digits.count > 6, digits.hasSuffix("000000") else { return " " }
    switch language.code {
    case "es": return " de "
    case "fr": return names.map { "aeiouyh".contains($0.many.prefix(1)) } == true ? " d’" : " de "
    default: return " "
    }
  }

  private func isOne(_ digits: String) -> Bool {
    digits == "1" || (digits == "0" && language.code == "fr")
  }

  /// ICU's name of the currency, as it stands behind a number.
  private func icuName(_ digits: String) -> String {
    let skeleton =
      "currency/\(code) unit-width-full-name precision-integer group-off numbering-system/latn"
    let count = digits.count > 15 ? "2" : digits
    let text = SpeechFormatters.format(count, skeleton: skeleton, locale: language.locale) ?? code
    return VisibleText.folded(text.replacing(count, with: ""))
  }
}

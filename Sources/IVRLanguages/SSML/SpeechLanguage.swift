/// What the writing of numbers and dates depends on.
struct SpeechLanguage: Equatable {
  /// The language in lower case, such as `en`.
  let code: String
  /// The region in upper case, such as `US`; empty where the tag has none.
  let region: String

  /// Reads a BCP 47 tag; `_` may stand for `-`, as in the names of locales.
  init(tag: String) {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    code = parts.first.map { $0.lowercased() } ?? ""
    let region = parts.dropFirst().first {
      $0.count == 2 || ($0.count == 3 && $0.first?.isNumber == true)
    }
    self.region = region.map { $0.uppercased() } ?? ""
  }

  /// The tag as ICU writes it, such as `en_US`, of letters and digits only.
  var locale: String {
    let name = code.filter { $0.isASCII && $0.isLetter }.prefix(8)
    let place = region.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(3)
    return name.isEmpty ? "en_US" : String(name) + (place.isEmpty ? "" : "_" + place)
  }

  /// The small words between numbers.
  var phrases: SpeechPhrases { SpeechPhrases(language: code) }

  /// Whether the small words of the language are known here, beside ICU's numbers.
  var isKnown: Bool { ["en", "es", "fr"].contains(code) }

  /// Numbers in words.
  var words: SpeechWords { SpeechWords(language: self) }

  /// Whether `1,5` is one and a half.
  var hasDecimalComma: Bool {
    let commas = [
      "de", "fr", "it", "pt", "nl", "ru", "pl", "cs", "sv", "da", "nb", "no", "fi", "tr", "uk",
      "ro", "hu", "id", "vi", "el", "ca",
    ]
    let points = ["MX", "US", "GT", "HN", "NI", "PA", "PE", "PR", "SV", "DO", "CU"]
    return commas.contains(code) || (code == "es" && !points.contains(region))
  }

  /// Whether the words are English.
  var isEnglish: Bool { code == "en" }

  /// Whether a date without a format has its month first.
  var writesMonthFirst: Bool { isEnglish && ["US", "PH", ""].contains(region) }

  /// The month from 1 to 12 that a name of three letters or more begins, in English or in this
  /// language.
  func month(named text: Substring) -> Int? {
    let name = text.lowercased().filter(\.isLetter)
    guard name.count >= 3 else { return nil }
    if let place = Self.months.firstIndex(where: { $0.lowercased().hasPrefix(name) }) {
      return place + 1
    }
    return isEnglish
      ? nil
      : (1...12).first {
        SpeechFormatters.month($0, isAlone: false, locale: locale)?.lowercased().hasPrefix(name)
          == true
      }
  }

  /// The mark that makes a number an ordinal: `1st`, `2e`, `3º`, `4.`.
  func ordinalMark(_ number: Int64) -> String {
    switch code {
    case "en": Self.englishOrdinalMark(number)
    case "fr", "nl": number == 1 && code == "fr" ? "er" : "e"
    case "es", "pt", "it": "º"
    default: "."
    }
  }

  private static func englishOrdinalMark(_ number: Int64) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
  }

  /// The English names of the months, January first.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

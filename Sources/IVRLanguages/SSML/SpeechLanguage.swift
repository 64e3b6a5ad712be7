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

  /// Whether the words are English.
  var isEnglish: Bool { code == "en" }

  /// Whether a date without a format has its month first.
  var writesMonthFirst: Bool { isEnglish && ["US", "PH", ""].contains(region) }

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

/// Numbers in the words of one language.
///
/// The words are ICU's; what it has no rules for is put together here.
struct SpeechWords {
  /// The gender of what is counted, where a language's numbers depend on it.
  enum Gender {
    /// Nothing is counted.
    case none
    case masculine, feminine
  }

  /// Whose words.
  let language: SpeechLanguage

  /// The longest number that is read as a whole; longer ones are read digit by digit.
  private static let maximumDigits = 18

  private var locale: String { language.locale }

  /// A decimal number: `minus twelve point five`.
  func number(_ number: WrittenNumber, counting gender: Gender = .none) -> String {
    let fraction = number.fraction.isEmpty ? "" : point + digits(number.fraction)
    return (number.isNegative ? minus + " " : "") + whole(number.digits, counting: gender)
      + fraction
  }

  /// A whole number without sign, written in digits.
  func whole(_ written: String, counting gender: Gender = .none) -> String {
    guard written.count <= Self.maximumDigits, let value = Int64(written) else {
      return digits(written)
    }
    return whole(value, counting: gender)
  }

  /// A whole number.
  func whole(_ value: Int64, counting gender: Gender = .none) -> String {
    let rules =
      switch gender {
      case .none: [""]
      case .masculine: ["%spellout-cardinal-masculine", ""]
      case .feminine: ["%spellout-cardinal-feminine", ""]
      }
    return SpeechFormatters.spell(value, rules: rules, locale: locale) ?? String(value)
  }

  /// A rank: `twenty-first`; the plain number in languages whose ranks ICU does not know.
  func ordinal(_ value: Int64, isFeminine: Bool = false) -> String {
    let feminine = ["%spellout-ordinal-feminine"]
    let masculine = ["%spellout-ordinal", "%spellout-ordinal-masculine"]
    let rules = (isFeminine ? feminine + masculine : masculine + feminine) + [""]
    return SpeechFormatters.spell(value, rules: rules, locale: locale) ?? String(value)
  }

  /// A year: `nineteen oh-five`.
  func year(_ value: Int) -> String {
    SpeechFormatters.spell(Int64(value), rules: ["%spellout-numbering-year", ""], locale: locale)
      ?? String(value)
  }

  /// Digits one by one; other characters are left out.
  func digits(_ text: String) -> String {
    text.compactMap(\.wholeNumberValue).map { whole(Int64($0)) }.joined(separator: " ")
  }

  /// The word before a number below zero.
  var minus: String {
    let negative = SpeechFormatters.spell(-5, rules: [""], locale: locale) ?? ""
    let five = whole(5)
    guard negative.hasSuffix(five), negative != five else { return "minus" }
    return VisibleText.folded(String(negative.dropLast(five.count)))
  }

  /// What is said between a whole number and the digits behind its point, with its blanks.
  private var point: String {
    let text = SpeechFormatters.spell(fraction: 0.5, locale: locale) ?? ""
    let (zero, five) = (whole(0), whole(5))
    guard text.hasPrefix(zero), text.hasSuffix(five), text.count > zero.count + five.count else {
      return language.phrases.point
    }
    return String(text.dropFirst(zero.count).dropLast(five.count))
  }
}

/// Roman numerals such as `XIV`.
enum RomanNumeral {
  private static let letters: [(text: String, value: Int64)] = [
    ("M", 1_000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50),
    ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ]

  /// The value from 1 to 3 999 of a numeral in capitals, written in the usual way; else `nil`.
  static func value(of text: String) -> Int64? {
    guard (1...15).contains(text.utf8.count) else { return nil }
    var rest = text[...]
    var value: Int64 = 0
    for (letter, worth) in letters {
      while rest.hasPrefix(letter) {
        rest.removeFirst(letter.count)
        value += worth
      }
    }
    return rest.isEmpty && (1...3_999).contains(value) && written(value) == text ? value : nil
  }

  private static func written(_ value: Int64) -> String {
    var rest = value
    var text = ""
    for (letter, worth) in letters {
      while rest >= worth {
        text += letter
        rest -= worth
      }
    }
    return text
  }
}

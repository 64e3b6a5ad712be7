/// Quantities with a unit, and fractions.
enum MeasureText {
  /// A number and its unit, with one blank between them unless it is `%` or `°`.
  static func saying(_ text: String, language: SpeechLanguage) -> Saying? {
    let amount = text.prefix { $0.isNumber || "+-−.,".contains($0) }
    let unit = VisibleText.folded(String(text.dropFirst(amount.count)))
      .drop { $0 == " " }
    guard !unit.isEmpty, let number = WrittenNumber(String(amount), language: language) else {
      return nil
    }
    let seam = unit.first == "%" || unit.first == "°" || unit.first == "'" ? "" : " "
    return Saying(
      shown: number.shown(in: language) + seam + unit,
      spoken: UnitWords(language: language).words(number, unit: String(unit)))
  }

  /// `1/2`, or with whole ones before it `1+1/4` and `1 1/4`, which are shown as `1 1/4`; also `1½`.
  static func fraction(_ text: String, language: SpeechLanguage) -> Saying? {
    let isNegative = text.first == "-" || text.first == "−"
    let body = spelledOut(isNegative ? String(text.dropFirst()) : text)
    let parts = body.split { $0 == "+" || $0 == " " }
    guard (1...2).contains(parts.count), let last = parts.last else { return nil }
    let terms = last.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = (parts.dropLast() + terms).compactMap { WrittenNumber(String($0))?.whole }
    guard terms.count == 2, numbers.count == parts.count + 1, let divisor = numbers.last,
      divisor > 0, numbers.allSatisfy({ $0 >= 0 })
    else { return nil }
    let words = FractionWords(language: language)
    let spoken = words.words(
      whole: parts.count == 2 ? numbers.first : nil, numbers[numbers.count - 2], divisor)
    return Saying(
      shown: (isNegative ? "-" : "") + parts.joined(separator: " "),
      spoken: (isNegative ? language.words.minus + " " : "") + spoken)
  }

  private static let signs: [Character: String] = [
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8",
    "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
  ]

  /// The characters that are fractions written out, and the blanks around `/` left out.
  private static func spelledOut(_ text: String) -> String {
    var result = ""
    for character in text {
      if let fraction = signs[character] {
        result += (result.isEmpty ? "" : " ") + fraction
      } else {
        result.append(character == "⁄" ? "/" : character)
      }
    }
    return VisibleText.folded(result).replacing(" /", with: "/").replacing("/ ", with: "/")
  }
}

/// Fractions in words.
struct FractionWords {
  /// Whose words.
  let language: SpeechLanguage

  /// `one and a quarter`, `two ninths`, `three over one`.
  func words(whole: Int64?, _ top: Int64, _ bottom: Int64) -> String {
    guard let whole else { return part(top, bottom, isBehind: false) }
    let and = language.phrases.and
    return language.words.whole(whole) + (and.isEmpty ? " " : " \(and) ")
      + part(top, bottom, isBehind: true)
  }

  private func part(_ top: Int64, _ bottom: Int64, isBehind: Bool) -> String {
    guard let name = name(bottom, isOne: top == 1) else {
      return language.words.whole(top) + " \(language.phrases.over) "
        + language.words.whole(bottom)
    }
    if top == 1, isBehind, language.isEnglish {
      return ("aeio".contains(name.prefix(1)) ? "an " : "a ") + name
    }
    return language.words.whole(top, counting: language.isEnglish ? .none : .masculine) + " "
      + name
  }

  private func name(_ bottom: Int64, isOne: Bool) -> String? {
    guard bottom > 1 else { return nil }
    switch language.code {
    case "en": return english(bottom, isOne)
    case "es": return spanish(bottom).map { isOne ? $0 : $0 + "s" }
    case "fr": return french(bottom, isOne)
    default: return nil
    }
  }

  private func english(_ bottom: Int64, _ isOne: Bool) -> String {
    if bottom == 2 { return isOne ? "half" : "halves" }
    if bottom == 4 { return isOne ? "quarter" : "quarters" }
    let rank = language.words.ordinal(bottom)
    let name = rank.hasPrefix("one ") && bottom < 1_000_000_000 ? String(rank.dropFirst(4)) : rank
    return isOne ? name : name + "s"
  }

  private func spanish(_ bottom: Int64) -> String? {
    switch bottom {
    case 2: "medio"
    case 3: "tercio"
    case 4...10: language.words.ordinal(bottom)
    case 100: "centésimo"
    case 1_000: "milésimo"
    default: nil
    }
  }

  private func french(_ bottom: Int64, _ isOne: Bool) -> String {
    switch bottom {
    case 2: isOne ? "demi" : "demis"
    case 3: "tiers"
    case 4: isOne ? "quart" : "quarts"
    default: language.words.ordinal(bottom) + (isOne ? "" : "s")
    }
  }
}

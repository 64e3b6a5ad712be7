/// A date, or parts of it, in words.
struct DateWords {
  /// Whose words, and whose order of the parts.
  let language: SpeechLanguage
  /// The parts that are known; the month is from 1 to 12.
  let year: Int?
  let month: Int?
  let day: Int?

  /// `March fifth twenty twenty-four`, `cinco de marzo de dos mil veinticuatro`.
  var text: String {
    if language.isEnglish { return english }
    let skeleton =
      (year == nil ? "" : "y") + (month == nil ? "" : "MMMM") + (day == nil ? "" : "d")
    switch skeleton {
    case "y": return year.map(language.words.year) ?? ""
    case "MMMM": return name(isAlone: true)
    case "d": return dayWords(isRank: false)
    default:
      let pattern = SpeechFormatters.datePattern(skeleton, locale: language.locale)
      return VisibleText.folded(filled(pattern ?? "d MMMM y"))
    }
  }

  private var english: String {
    let rank = day.map { language.words.ordinal(Int64($0)) }
    let name = month == nil ? nil : name(isAlone: false)
    let front: [String?] =
      if let rank, let name, !language.writesMonthFirst {
        ["the", rank, "of", name]
      } else {
        [name, rank]
      }
    return (front + [year.map(language.words.year)]).compactMap(\.self).joined(separator: " ")
  }

  private func name(isAlone: Bool) -> String {
    guard let month else { return "" }
    return SpeechFormatters.month(month, isAlone: isAlone, locale: language.locale)
      ?? SpeechLanguage.months[month - 1]
  }

  /// The first of a month is a rank in some languages.
  private func dayWords(isRank: Bool) -> String {
    guard let day else { return "" }
    let ranksFirst = ["fr", "es", "it", "pt", "ca"].contains(language.code) && month != nil
    if isRank || (day == 1 && ranksFirst) { return language.words.ordinal(Int64(day)) }
    return language.words.whole(Int64(day))
  }

  /// A pattern of ICU with words in the place of its letters.
  private func filled(_ pattern: String) -> String {
    var rest = pattern[...]
    var text = ""
    while let letter = rest.first {
      if letter == "'" {
        let literal = rest.dropFirst().prefix { $0 != "'" }
        text += literal
        rest = rest.dropFirst(literal.count + 2)
        continue
      }
      let run = rest.prefix { $0 == letter }
      rest = rest.dropFirst(run.count)
      text += words(letter, run, next: rest.first)
      if letter == "d", rest.first == "." { rest = rest.dropFirst() }
    }
    return text
  }

  private func words(_ letter: Character, _ run: Substring, next: Character?) -> String {
    switch letter {
    case "y": year.map(language.words.year) ?? ""
    case "d": dayWords(isRank: next == ".")
    case "M", "L":
      run.count >= 3
        ? name(isAlone: letter == "L") : month.map { language.words.whole(Int64($0)) } ?? ""
    default: String(run)
    }
  }
}

/// Calendar dates, or parts of them.
struct DateText {
  /// The order of the parts: `mdy`, `dmy`, `ymd`, `md`, `dm`, `ym`, `my`, `y`, `m`, `d`, `yyyymmdd`.
  let format: String?
  /// Whose habits of writing count.
  let language: SpeechLanguage

  /// A date in words and digits: English `March 5, 2024`, other languages `2024-03-05`.
  ///
  /// Without a format, a part of four digits is the year, and the language says whether the month
  /// or the day comes first. Years of two digits are 1970 to 2069. `nil` where it is no date.
  func saying(_ text: String) -> Saying? {
    guard let (order, parts) = read(text), order.count == parts.count else { return nil }
    var date = CivilDate(language: language)
    for (letter, part) in zip(order, parts) {
      guard date.set(letter, to: part) else { return nil }
    }
    guard date.isValid else { return nil }
    return Saying(shown: language.isEnglish ? date.english : date.digits, spoken: date.words)
  }

  private func read(_ text: String) -> (order: [Character], parts: [Substring])? {
    let parts = text.split { "/-., ".contains($0) }
    let allowed = ["mdy", "dmy", "ymd", "md", "dm", "ym", "my", "y", "m", "d", "ydm"]
    let order = format.map(collapsed) ?? guess(parts)
    guard allowed.contains(order) else { return nil }
    if parts.count == 1, order.count > 1 { return compact(parts[0], order) }
    return (Array(order), parts)
  }

  /// `mm/dd/yyyy` is `mdy`.
  private func collapsed(_ format: String) -> String {
    format.lowercased().filter(\.isLetter).reduce(into: "") { order, letter in
      if order.last != letter { order.append(letter) }
    }
  }

  /// Digits without anything between them; `????` is a year that is not known.
  private func compact(
    _ digits: Substring, _ order: String
  ) -> (order: [Character], parts: [Substring])? {
    var rest = digits
    var letters: [Character] = []
    var parts: [Substring] = []
    for letter in order {
      let part = rest.prefix(letter == "y" ? 4 : 2)
      rest = rest.dropFirst(part.count)
      if part == "????" { continue }
      letters.append(letter)
      parts.append(part)
    }
    let length = order.reduce(0) { $0 + ($1 == "y" ? 4 : 2) }
    return digits.count == length ? (letters, parts) : nil
  }

  private func guess(_ parts: [Substring]) -> String {
    switch parts.count {
    case 1: parts[0].count == 8 ? "ymd" : "y"
    case 2 where parts[0].count == 4: "ym"
    case 2 where parts[1].count == 4: "my"
    case 2: language.writesMonthFirst ? "md" : "dm"
    default: parts[0].count == 4 ? "ymd" : (language.writesMonthFirst ? "mdy" : "dmy")
    }
  }
}

/// Year, month and day, those that are known.
private struct CivilDate {
  let language: SpeechLanguage
  private var year: Int?
  private var month: Int?
  private var day: Int?

  init(language: SpeechLanguage) {
    self.language = language
  }

  /// Takes one part by its letter; whether it is a number of a fitting length, or a month's name.
  mutating func set(_ letter: Character, to part: Substring) -> Bool {
    let number = part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    switch letter {
    case "y":
      guard let number, part.count == 2 || part.count == 4 else { return false }
      year = part.count == 4 ? number : number + (number < 70 ? 2_000 : 1_900)
    case "m":
      month = number ?? language.month(named: part)
      return month != nil && part.count <= 12
    default:
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      let mark = part.dropFirst(digits.count).lowercased()
      guard digits.count <= 2, ["", "st", "nd", "rd", "th", "er"].contains(mark),
        let number = Int(digits)
      else { return false }
      day = number
    }
    return true
  }

  /// Whether the day exists.
  var isValid: Bool {
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    return day >= 1 && day <= lastDay
  }

  private var lastDay: Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2:
      if let year { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28 } else { 29 }
    default: 31
    }
  }

  var english: String {
    let name = month.map { SpeechLanguage.months[$0 - 1] }
    let dayText = day.map { name == nil ? $0.withOrdinalMark : String($0) }
    let front = [name, dayText].compactMap(\.self).joined(separator: " ")
    guard let year else { return front }
    return front.isEmpty ? String(year) : front + (day == nil ? " " : ", ") + String(year)
  }

  var digits: String {
    let parts = [year.map(String.init), month.map(Self.padded), day.map(Self.padded)]
    return parts.compactMap(\.self).joined(separator: "-")
  }

  var words: String {
    DateWords(language: language, year: year, month: month, day: day).text
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Int {
  /// The number as an English ordinal, such as `5th`.
  fileprivate var withOrdinalMark: String {
    "\(self)" + SpeechLanguage(tag: "en").ordinalMark(Int64(self))
  }
}

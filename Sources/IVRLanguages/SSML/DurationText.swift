/// Lengths of time.
struct DurationText {
  /// The units of the parts: `hms`, `hm`, `ms`, with or without colons.
  let format: String?
  /// Whose words.
  let language: SpeechLanguage

  /// One unit of time.
  private struct Unit {
    let letter: Character
    let shown: String
    let name: String
  }

  private static let units = [
    Unit(letter: "d", shown: "d", name: "day"), Unit(letter: "h", shown: "h", name: "hour"),
    Unit(letter: "m", shown: "min", name: "minute"), Unit(letter: "s", shown: "s", name: "second"),
  ]

  /// `1:18:30` gives `1 h 18 min 30 s`; also `1'21"`, `PT1H30M` and `90s`.
  ///
  /// Two parts are minutes and seconds unless the format says otherwise. `nil` where it is none.
  func saying(_ text: String) -> Saying? {
    if let marked = marked(text) { return marked }
    if let period = period(text) { return period }
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let letters =
      format.map { collapsed($0) } ?? ["s", "ms", "hms", "dhms"][min(fields.count, 4) - 1]
    guard fields.count == letters.count else { return nil }
    return saying(Array(zip(letters, fields)))
  }

  /// Minutes and seconds with their marks, such as `1'21"`; `nil` for other texts.
  func marked(_ text: String) -> Saying? {
    guard text.last == "\"" || text.last == "'" else { return nil }
    let fields = text.split { $0 == "'" || $0 == "\"" }
    guard (1...2).contains(fields.count) else { return nil }
    let letters: [Character] = fields.count == 2 ? ["m", "s"] : [text.last == "'" ? "m" : "s"]
    return saying(Array(zip(letters, fields)), keepsZero: true)
  }

  /// `PT1H30M`, `1h30m`, `90 s`.
  private func period(_ text: String) -> Saying? {
    var rest = text.lowercased()[...]
    if rest.hasPrefix("p") { rest = rest.dropFirst() }
    var parts: [(Character, Substring)] = []
    while !rest.isEmpty {
      rest = rest.drop { $0 == " " || $0 == "t" }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
      let word = rest.prefix(while: \.isLetter).prefix { $0 != "t" }
      guard !digits.isEmpty, let unit = Self.units.first(where: { word.first == $0.letter }),
        word.count == 1 || unit.shown == word || unit.name.hasPrefix(word.prefix(3))
      else { return nil }
      parts.append((unit.letter, digits))
      rest = rest.dropFirst(word.count)
    }
    return parts.isEmpty ? nil : saying(parts)
  }

  private func collapsed(_ format: String) -> String {
    format.lowercased().filter(\.isLetter).reduce(into: "") { text, letter in
      if text.last != letter { text.append(letter) }
    }
  }

  private func saying(_ parts: [(Character, Substring)], keepsZero: Bool = false) -> Saying? {
    var shown: [String] = []
    var spoken: [String] = []
    for (letter, digits) in parts {
      guard let unit = Self.units.first(where: { $0.letter == letter }), digits.count <= 4,
        let value = Int64(digits), value >= 0, let number = WrittenNumber(String(value))
      else { return nil }
      if value == 0, parts.count > 1, !keepsZero { continue }
      shown.append("\(value) \(unit.shown)")
      spoken.append(
        UnitWords(language: language).words(number, of: unit.name) ?? language.words.number(number))
    }
    guard !shown.isEmpty else { return Saying(shown: "0 s", spoken: spokenZero) }
    let and = language.phrases.and
    let last = spoken.count > 1 && !and.isEmpty ? " \(and) " : " "
    return Saying(
      shown: shown.joined(separator: " "),
      spoken: [spoken.dropLast().joined(separator: " "), spoken.last ?? ""]
        .filter { !$0.isEmpty }.joined(separator: last))
  }

  private var spokenZero: String {
    WrittenNumber("0").flatMap { UnitWords(language: language).words($0, of: "second") } ?? "0"
  }
}

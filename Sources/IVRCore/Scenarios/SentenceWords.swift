import IVRLanguages

/// The words of one sentence, taken one after the other.
struct SentenceWords {
  /// A word or a quoted text, with the column where it begins, from 1.
  struct Word: Hashable {
    let text: String
    let isQuoted: Bool
    let column: Int
  }

  private let words: [Word]
  private let endColumn: Int
  private var next = 0

  /// Cuts a line into words; a comment ends it.
  init(_ line: Substring) throws(SentenceFault) {
    var cutter = WordCutter(Array(line.unicodeScalars))
    words = try cutter.words()
    endColumn = cutter.end + 1
  }

  /// The column of the first word; `nil` where the line is empty or a comment.
  var firstColumn: Int? { words.first?.column }
  /// The column behind the last word.
  var end: Int { endColumn }
  /// The word that comes next.
  var upcoming: Word? { next < words.count ? words[next] : nil }

  /// Takes the next word, whatever it is; `what` says what should stand there.
  mutating func take(_ what: String) throws(SentenceFault) -> Word {
    guard let word = upcoming else {
      throw SentenceFault("IVR203", endColumn, "The sentence ends where \(what) should follow.")
    }
    next += 1
    return word
  }

  /// Takes a keyword, in any case.
  mutating func keyword(_ candidates: [String]) throws(SentenceFault) -> String {
    let word = try take(Self.list(candidates))
    let found = word.text.lowercased()
    if !word.isQuoted, candidates.contains(found) { return found }
    let hint = Suggestions.hint(for: word.text, in: candidates)
    let message = "\"\(word.text)\" stands where \(Self.list(candidates)) should"
    throw SentenceFault("IVR202", word.column, message + (hint.isEmpty ? "." : hint))
  }

  /// Takes the given keywords, one after the other.
  mutating func keywords(_ phrase: String...) throws(SentenceFault) {
    for word in phrase { _ = try keyword([word]) }
  }

  /// Takes a keyword if it comes next.
  mutating func takes(_ keyword: String) -> Bool {
    guard let word = upcoming, !word.isQuoted, word.text.lowercased() == keyword else {
      return false
    }
    next += 1
    return true
  }

  /// Takes a text, which must be quoted.
  mutating func quoted(_ what: String) throws(SentenceFault) -> String {
    let word = try take("\(what) in double quotes")
    if word.isQuoted { return word.text }
    throw SentenceFault(
      "IVR202", word.column, "\(word.text) stands where \(what) in double quotes should.")
  }

  /// Takes a whole number.
  mutating func count(_ what: String) throws(SentenceFault) -> Int {
    let word = try take(what)
    if let number = Int(word.text), (0...1_000_000).contains(number) { return number }
    throw SentenceFault("IVR206", word.column, "\"\(word.text)\" is not \(what).")
  }

  /// Takes a length of time such as `250ms`, `5s`, `2m` or `1h`, in milliseconds.
  mutating func time() throws(SentenceFault) -> Int64 {
    let word = try take("a time such as 5s")
    if let time = Self.milliseconds(word.text), time <= 86_400_000 { return time }
    throw SentenceFault(
      "IVR206", word.column, "\"\(word.text)\" is no time of at most a day.",
      "Write 250ms, 5s, 2m or 1h.")
  }

  /// Makes sure that the sentence ends here.
  func finish() throws(SentenceFault) {
    guard let word = upcoming else { return }
    throw SentenceFault(
      "IVR204", word.column, "The sentence should end before \"\(word.text)\".")
  }

  private static func milliseconds(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let units: [(String, Int64)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)]
    guard digits.count <= 9, let number = Int64(digits),
      let unit = units.first(where: { $0.0 == text.dropFirst(digits.count) })
    else { return nil }
    return number * unit.1
  }

  /// `a`, `a or b`, `a, b or c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// What is wrong with a sentence.
struct SentenceFault: Error, Hashable {
  let code: String
  let column: Int
  let message: String
  let hint: String

  init(_ code: String, _ column: Int, _ message: String, _ hint: String = "") {
    self.code = code
    self.column = column
    self.message = message
    self.hint = hint
  }
}

/// Cuts a line into words and quoted texts.
private struct WordCutter {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// How many scalars the sentence has, without comment and blanks behind it.
  private(set) var end = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func words() throws(SentenceFault) -> [SentenceWords.Word] {
    var words: [SentenceWords.Word] = []
    while true {
      while place < scalars.count, Self.isBlank(scalars[place]) { place += 1 }
      if place == scalars.count || beginsComment(after: words.last) {
        return words
      }
      words.append(scalars[place] == "\"" ? try quoted() : bare())
      end = place
    }
  }

  /// A word that begins with `#` begins a comment; behind `presses` it is the key.
  private func beginsComment(after word: SentenceWords.Word?) -> Bool {
    scalars[place] == "#" && (word?.isQuoted != false || word?.text.lowercased() != "presses")
  }

  private mutating func bare() -> SentenceWords.Word {
    let start = place
    while place < scalars.count, !Self.isBlank(scalars[place]), scalars[place] != "\"" {
      place += 1
    }
    return word(scalars[start..<place], false, start)
  }

  private mutating func quoted() throws(SentenceFault) -> SentenceWords.Word {
    let start = place
    var text: [Unicode.Scalar] = []
    place += 1
    while place < scalars.count, scalars[place] != "\"" {
      let isEscape = scalars[place] == "\\" && place + 1 < scalars.count
      if isEscape { place += 1 }
      text.append(scalars[place])
      place += 1
    }
    guard place < scalars.count else {
      throw SentenceFault("IVR205", start + 1, "The quoted text is not closed.")
    }
    place += 1
    return word(text[...], true, start)
  }

  private func word(
    _ scalars: ArraySlice<Unicode.Scalar>, _ isQuoted: Bool, _ start: Int
  ) -> SentenceWords.Word {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return SentenceWords.Word(text: String(text), isQuoted: isQuoted, column: start + 1)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}"
  }
}

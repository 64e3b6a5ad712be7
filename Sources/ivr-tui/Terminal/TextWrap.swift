/// Breaking and cutting text by display width.
nonisolated enum TextWrap {
  /// Breaks a text into lines of at most `width` columns.
  ///
  /// Lines end at line feeds and, where they would be too long, at spaces, which are dropped there;
  /// a word longer than a line is split. A character wider than a whole line becomes `?`. An empty
  /// text is one empty line; a width below 1 gives no line.
  static func wrap(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    let paragraphs = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    return paragraphs.flatMap { paragraph in
      var wrapper = ParagraphWrapper(width: width)
      for character in paragraph { wrapper.add(character) }
      return wrapper.finish()
    }
  }

  /// The text, or as much of its beginning as fits before a mark that says it was cut.
  static func cut(_ text: String, width: Int, mark: String = "…") -> String {
    let room = width - DisplayWidth.of(mark)
    var shown = ""
    var used = 0
    // Stops at the first character too many, so that a long line costs no more than a short one.
    for character in text {
      used += DisplayWidth.of(character)
      if used > width { return room < 0 ? "" : shown + mark }
      if used <= room { shown.append(character) }
    }
    return text
  }

  /// Where a text stands in a field wider than itself.
  enum Alignment: Sendable { case left, right, center }

  /// The text cut or filled with spaces to exactly `width` columns.
  static func fit(_ text: String, width: Int, alignment: Alignment = .left) -> String {
    let shown = cut(text, width: width)
    let spaces = max(0, width - DisplayWidth.of(shown))
    let before =
      switch alignment {
      case .left: 0
      case .right: spaces
      case .center: spaces / 2
      }
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: spaces - before)
  }
}

/// Fills the lines of one paragraph.
private nonisolated struct ParagraphWrapper {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var lineWidth = 0
  private var spaces = 0
  private var word: [(text: String, width: Int)] = []
  private var wordWidth = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ character: Character) {
    if character == " " {
      endWord()
      spaces += 1
      return
    }
    let columns = DisplayWidth.of(character)
    word.append(columns > width ? ("?", 1) : (String(character), columns))
    wordWidth += word.last?.width ?? 0
  }

  mutating func finish() -> [String] {
    endWord()
    return lines + [line]
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if lineWidth + spaces + wordWidth <= width {
      append(String(repeating: " ", count: spaces), width: spaces)
    } else if !line.isEmpty {
      endLine()
    }
    for part in word {
      if lineWidth + part.width > width { endLine() }
      append(part.text, width: part.width)
    }
    word = []
    wordWidth = 0
    spaces = 0
  }

  private mutating func append(_ text: String, width: Int) {
    line += text
    lineWidth += width
  }

  private mutating func endLine() {
    lines.append(line)
    line = ""
    lineWidth = 0
  }
}

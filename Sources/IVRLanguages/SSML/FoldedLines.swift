/// Text that is put together from parts into lines, blanks folded.
struct FoldedLines {
  /// No more bytes than these are kept.
  static let maximumBytes = 524_288

  private(set) var lines: [String] = []
  private(set) var isCut = false
  private var line = ""
  private var bytes = 0

  /// Adds words that run on into their neighbours.
  mutating func append(_ text: String) {
    guard !isCut else { return }
    let before = line.utf8.count
    VisibleText.append(text, to: &line)
    bytes += line.utf8.count - before
    isCut = bytes > Self.maximumBytes
  }

  /// Ends a word.
  mutating func endWord() {
    VisibleText.append(" ", to: &line)
  }

  /// Ends a line; an empty one is left out.
  mutating func endLine() {
    if line.last == " " { line.removeLast() }
    if !line.isEmpty { lines.append(line) }
    line = ""
  }
}

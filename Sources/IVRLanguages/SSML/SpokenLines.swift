/// Turns pieces into lines for a screen and adds up how long they are heard.
struct SpokenLines {
  /// A pause from this on begins a new line, in milliseconds.
  static let newLinePause: Int64 = 1_000
  /// A recording that cannot be played takes this long, in milliseconds.
  static let audioMilliseconds: Int64 = 5_000
  /// No prompt is longer than a day, in milliseconds.
  static let maximumMilliseconds: Int64 = 86_400_000

  /// What has been heard, before rounding.
  private struct Length {
    /// Milliseconds of speech at one word per minute, so that only one division rounds.
    var speech: Int64 = 0
    var silence: Int64 = 0
  }

  private let wordsPerMinute: Int64
  private var shown = FoldedLines()
  private var spoken = FoldedLines()
  private var annotated = FoldedLines()
  /// Words that run on and are counted when they end.
  private var running = ""
  private var ratePercent: Int64 = 100
  private var length = Length()
  /// The spans that are open: what was heard before, and how long the span lasts.
  private var spans: [(before: Length, milliseconds: Int64)] = []

  /// An empty prompt; rates outside 20 to 1 000 words per minute count as the nearest of them.
  init(wordsPerMinute: Int) {
    self.wordsPerMinute = Int64(min(max(wordsPerMinute, 20), 1_000))
  }

  /// Takes the next piece.
  mutating func append(_ piece: SpokenPiece) {
    switch piece {
    case .text(let text): say(text)
    case .said(let saying): say(saying)
    case .gap: endWord()
    case .line: endLine()
    case .pause(let milliseconds, let strength): pause(milliseconds, strength)
    case .audio(let name): play(name)
    case .rate(let percent):
      countRunning()
      ratePercent = Int64(percent)
    case .span(let milliseconds):
      countRunning()
      spans.append((length, milliseconds))
    case .endSpan: endSpan()
    case .mark(let text): annotated.append(text)
    case .note(let text):
      annotated.endWord()
      annotated.append(text)
      annotated.endWord()
    }
  }

  /// The lines of the three views, and what is to be told about them.
  struct Result {
    let shown: [String]
    let views: PromptViews
    let milliseconds: Int64
    let isCut: Bool
  }

  /// The prompt of all pieces so far; `source` is what it was rendered from.
  func result(source: String) -> Result {
    var whole = self
    whole.endLine()
    let lines = whole.shown.lines
    let raw = Self.rawLines(source)
    let views = PromptViews(
      annotated: whole.annotated.lines == lines ? nil : whole.annotated.lines,
      raw: raw == lines ? nil : raw,
      spoken: whole.spoken.lines == lines ? nil : whole.spoken.lines)
    let milliseconds = whole.length.speech / wordsPerMinute + whole.length.silence
    return Result(
      shown: lines, views: views, milliseconds: min(milliseconds, Self.maximumMilliseconds),
      isCut: whole.shown.isCut || whole.spoken.isCut || whole.annotated.isCut)
  }

  /// The source without blank lines at its ends, control characters visible, tabs as two blanks.
  private static func rawLines(_ source: String) -> [String] {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    let whole = Array(lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    return whole.map { VisibleText.line(String($0).replacing("\t", with: "  ")) }
  }

  private mutating func say(_ text: String) {
    shown.append(text)
    spoken.append(text)
    annotated.append(text)
    VisibleText.append(text, to: &running)
  }

  private mutating func say(_ saying: Saying) {
    countRunning()
    shown.append(saying.shown)
    spoken.append(saying.spoken)
    annotated.append(saying.shown)
    if saying.shown != saying.spoken {
      annotated.append(" [\(saying.kind): \(saying.spoken)]")
    }
    count(words: saying.words)
  }

  private mutating func pause(_ milliseconds: Int64, _ strength: String?) {
    endWord()
    annotated.append(
      "[pause \(milliseconds) ms" + (strength.map { ", " + $0 } ?? "") + "]")
    if milliseconds >= Self.newLinePause { endLine() } else { endWord() }
    addSilence(milliseconds)
  }

  private mutating func play(_ name: String) {
    endWord()
    shown.append("[audio " + name + "]")
    annotated.append("[audio " + name + "]")
    endWord()
    addSilence(Self.audioMilliseconds)
  }

  private mutating func endSpan() {
    countRunning()
    guard let span = spans.popLast() else { return }
    length = span.before
    addSilence(span.milliseconds)
  }

  private mutating func addSilence(_ milliseconds: Int64) {
    length.silence = min(length.silence + milliseconds, Self.maximumMilliseconds)
  }

  private mutating func endWord() {
    countRunning()
    shown.endWord()
    spoken.endWord()
    annotated.endWord()
  }

  private mutating func endLine() {
    countRunning()
    shown.endLine()
    spoken.endLine()
    annotated.endLine()
  }

  private mutating func countRunning() {
    count(words: SpeechTiming.words(in: running))
    running = ""
  }

  private mutating func count(words: Int) {
    length.speech += Int64(words) * 60_000 * 100 / ratePercent
  }
}

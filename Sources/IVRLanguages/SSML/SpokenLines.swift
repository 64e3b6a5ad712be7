/// Turns pieces into lines for a screen and adds up how long they are heard.
struct SpokenLines {
  /// A pause from this on begins a new line, in milliseconds.
  static let newLinePause: Int64 = 1_000
  /// A recording that cannot be played takes this long, in milliseconds.
  static let audioMilliseconds: Int64 = 5_000
  /// No prompt is longer than a day, in milliseconds.
  static let maximumMilliseconds: Int64 = 86_400_000

  private let wordsPerMinute: Int64
  private var lines: [String] = []
  private var line = ""
  /// Words that run on and are counted when they end.
  private var running = ""
  private var ratePercent: Int64 = 100
  /// Milliseconds of speech at one word per minute, so that only one division rounds.
  private var speech: Int64 = 0
  private var silence: Int64 = 0

  /// An empty prompt; rates outside 20 to 1 000 words per minute count as the nearest of them.
  init(wordsPerMinute: Int) {
    self.wordsPerMinute = Int64(min(max(wordsPerMinute, 20), 1_000))
  }

  /// Takes the next piece.
  mutating func append(_ piece: SpokenPiece) {
    switch piece {
    case .text(let text):
      VisibleText.append(text, to: &line)
      VisibleText.append(text, to: &running)
    case .said(let saying):
      countRunning()
      line += VisibleText.visible(saying.shown)
      count(words: saying.words)
    case .gap: endWord()
    case .line: endLine()
    case .pause(let milliseconds): pause(milliseconds)
    case .audio(let name):
      endWord()
      line += "[audio " + name + "]"
      endWord()
      addSilence(Self.audioMilliseconds)
    case .rate(let percent):
      countRunning()
      ratePercent = Int64(percent)
    }
  }

  /// The prompt of all pieces so far.
  func prompt(notes: [String]) -> SpokenPrompt {
    var whole = self
    whole.endLine()
    let spoken = whole.speech / wordsPerMinute
    return SpokenPrompt(
      lines: whole.lines,
      durationMilliseconds: min(spoken + whole.silence, Self.maximumMilliseconds), notes: notes)
  }

  private mutating func pause(_ milliseconds: Int64) {
    if milliseconds >= Self.newLinePause { endLine() } else { endWord() }
    addSilence(milliseconds)
  }

  private mutating func addSilence(_ milliseconds: Int64) {
    silence = min(silence + milliseconds, Self.maximumMilliseconds)
  }

  private mutating func endWord() {
    countRunning()
    VisibleText.append(" ", to: &line)
  }

  private mutating func endLine() {
    countRunning()
    if line.last == " " { line.removeLast() }
    if !line.isEmpty { lines.append(line) }
    line = ""
  }

  private mutating func countRunning() {
    count(words: SpeechTiming.words(in: running))
    running = ""
  }

  private mutating func count(words: Int) {
    speech += Int64(words) * 60_000 * 100 / ratePercent
  }
}

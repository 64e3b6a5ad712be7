/// Speech markup as text for a screen.
///
/// Source: W3C Speech Synthesis Markup Language 1.1.
public enum SSML {
  /// The longest text that is read, in UTF-8 bytes.
  public static let maximumBytes = 131_072
  /// The deepest nesting of elements that is read; `speak` is 1.
  public static let maximumDepth = 100
  /// The most elements that are read.
  public static let maximumElements = 10_000

  /// The lines of every view, the length and the notes of a prompt.
  ///
  /// A text is a document when it begins like XML or holds a `speak` tag; every other text is plain:
  /// `&` and `<` stand for themselves in it, and its line ends are blanks. Words take 60 000 /
  /// `wordsPerMinute` milliseconds each (from 20 to 1 000 words per minute), a number as many words
  /// as it is spoken with. `language` is a BCP 47 tag and decides how numbers and dates are written
  /// and spoken, until the document says otherwise by `xml:lang`.
  ///
  /// - Throws: `SSMLError`, where the document is not XML, not SSML, or beyond a limit.
  public static func render(
    _ text: String, wordsPerMinute: Int = 160, language: String = "en-US"
  ) throws(SSMLError) -> SpokenPrompt {
    try SSMLParser.checkSize(of: text)
    var lines = SpokenLines(wordsPerMinute: wordsPerMinute)
    var renderer = SSMLRenderer(language: SpeechLanguage(tag: language))
    if isDocument(text) {
      let document = try SSMLParser.parse(text)
      guard document.root.isSSML, document.root.name == "speak" else {
        throw SSMLError(
          .notSpeak(found: document.root.writtenName, namespace: document.root.namespace),
          at: document.root.position, in: SourceText(text))
      }
      renderer.render(document.root)
    } else {
      renderer.renderPlain(text)
    }
    for piece in renderer.pieces { lines.append(piece) }
    return prompt(lines.result(source: text), renderer)
  }

  private static func prompt(_ result: SpokenLines.Result, _ renderer: SSMLRenderer) -> SpokenPrompt
  {
    var notes = renderer.notes
    if result.isCut { notes.add("the prompt is too long; the rest of its text is left out") }
    return SpokenPrompt(
      lines: result.shown, durationMilliseconds: result.milliseconds, notes: notes.sentences,
      views: result.views, breaks: renderer.breaks, marks: renderer.marks, audio: renderer.audio)
  }

  /// Whether a text is meant as a document rather than as plain words.
  public static func isDocument(_ text: String) -> Bool {
    let start = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    if start.starts(with: "<?xml".unicodeScalars) || start.starts(with: "<!".unicodeScalars) {
      return true
    }
    if let first = tagName(start), SSMLElementKind(rawValue: first) != nil { return true }
    return holdsSpeakTag(text.unicodeScalars[...])
  }

  private static func holdsSpeakTag(_ text: Substring.UnicodeScalarView) -> Bool {
    var rest = text
    while let tag = rest.firstIndex(of: "<") {
      if tagName(rest[tag...]) == "speak" { return true }
      rest = rest[rest.index(after: tag)...]
    }
    return false
  }

  /// The local name of the tag that `text` begins with, in lower case; `nil` where there is none.
  private static func tagName(_ text: Substring.UnicodeScalarView) -> String? {
    guard text.first == "<" else { return nil }
    let name = text.dropFirst().prefix(80).prefix {
      $0.properties.isAlphabetic || $0 == ":" || $0 == "-"
    }
    if name.endIndex < text.endIndex, !endsName(text[name.endIndex]) { return nil }
    let local = name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name
    return String(local).lowercased()
  }

  private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == ">" || scalar == "/"
  }
}

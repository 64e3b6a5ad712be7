/// Speech markup as text for a screen.
///
/// Source: W3C Speech Synthesis Markup Language 1.1.
public enum SSML {
  /// The longest text that is read, in UTF-8 bytes.
  public static let maximumBytes = 131_072
  /// The deepest nesting of elements that is read; `speak` is 1.
  public static let maximumDepth = 100

  /// The lines, the length and the notes of a prompt.
  ///
  /// A text is a document when it begins like XML or holds a `speak` tag; every other text is plain:
  /// `&` and `<` stand for themselves in it, and its line ends are blanks. Words take 60 000 /
  /// `wordsPerMinute` milliseconds each (from 20 to 1 000 words per minute), a number as many words
  /// as it is spoken with. `language` is a BCP 47 tag and decides how numbers and dates are written.
  ///
  /// - Throws: `SSMLError`, where the document is not XML, not SSML, or beyond a limit.
  public static func render(
    _ text: String, wordsPerMinute: Int = 160, language: String = "en-US"
  ) throws(SSMLError) -> SpokenPrompt {
    try SSMLParser.checkSize(of: text)
    var lines = SpokenLines(wordsPerMinute: wordsPerMinute)
    guard isDocument(text) else {
      lines.append(.text(text))
      return lines.prompt(notes: [])
    }
    let document = try SSMLParser.parse(text)
    guard document.root.isSSML, document.root.name == "speak" else {
      throw SSMLError(
        .notSpeak(found: document.root.writtenName, namespace: document.root.namespace),
        at: document.root.position, in: SourceText(text))
    }
    var renderer = SSMLRenderer(language: SpeechLanguage(tag: language))
    renderer.render(document.root)
    for piece in renderer.pieces { lines.append(piece) }
    return lines.prompt(notes: renderer.notes.sentences)
  }

  /// Whether a text is meant as a document rather than as plain words.
  static func isDocument(_ text: String) -> Bool {
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

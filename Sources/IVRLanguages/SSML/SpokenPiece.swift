/// One thing that a document asks a voice to do, in order.
enum SpokenPiece: Equatable {
  /// Words, which run on into their neighbours.
  case text(String)
  /// Something that is spoken otherwise than it is shown.
  case said(Saying)
  /// The end of a word.
  case gap
  /// The end of a paragraph.
  case line
  /// Silence, in milliseconds, with the strength where the author named one.
  case pause(Int64, strength: String?)
  /// A recording without a text to stand for it, by its name.
  case audio(String)
  /// From here words are spoken at this percentage of the voice's own rate.
  case rate(Int)
  /// From here all is spoken within so many milliseconds, until the end of the span.
  case span(Int64)
  /// The end of the innermost span.
  case endSpan
  /// What only the annotated view shows, as it stands.
  case mark(String)
  /// What only the annotated view shows, apart from the words around it.
  case note(String)
}

/// A text for a screen with the words it is spoken with.
struct Saying: Equatable {
  /// What is shown.
  let shown: String
  /// What is heard.
  let spoken: String
  /// What the author said that it is, for the annotated view.
  var kind = ""

  /// How many words are heard.
  var words: Int { SpeechTiming.words(in: VisibleText.folded(spoken)) }
}

/// The sentences about a prompt, each once, in the order they came up.
struct SpokenNotes: Equatable {
  /// More than these help nobody.
  static let limit = 20

  /// The sentences.
  private(set) var sentences: [String] = []

  /// Adds a sentence unless it is there.
  mutating func add(_ sentence: String) {
    guard sentences.count <= Self.limit, !sentences.contains(sentence) else { return }
    sentences.append(sentences.count < Self.limit ? sentence : "further notes are left out")
  }
}

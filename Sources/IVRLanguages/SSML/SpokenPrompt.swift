/// The ways in which a prompt is shown.
public enum PromptView: String, CaseIterable, Codable, Hashable, Sendable {
  /// What the caller hears, numbers as people write them.
  case plain
  /// The same with visible marks: `[pause 500 ms]`, `*emphasis*`, `[slow]`, `[audio NAME]`.
  case annotated
  /// The document itself, control characters visible.
  case raw
  /// What the caller hears, numbers in words.
  case spoken
}

/// A pause that a document asks for.
public struct SpokenBreak: Hashable, Sendable, Codable {
  /// How long it is, in milliseconds; `nil` where the document leaves that to the voice.
  public let milliseconds: Int64?
  /// The `strength`, where the document names one.
  public let strength: String?
}

/// A prompt as a screen shows it and a clock times it.
public struct SpokenPrompt: Hashable, Sendable, Codable {
  /// What is shown, in order: a paragraph or a pause of a second or more begins a new line.
  ///
  /// Blanks are folded, control characters are visible, and no line is empty.
  public let lines: [String]
  /// How long the prompt is heard, in milliseconds: its words, its pauses and its audio.
  public let durationMilliseconds: Int64
  /// One sentence for each thing that is heard otherwise than it is shown, in order, each once.
  public let notes: [String]
  /// The other views of the prompt, in the order of their lines.
  public let views: PromptViews
  /// The pauses, in order.
  public let breaks: [SpokenBreak]
  /// The names of the marks, in order.
  public let marks: [String]
  /// The addresses of the recordings, in order.
  public let audio: [String]

  /// A prompt of known lines, length and notes.
  public init(
    lines: [String], durationMilliseconds: Int64, notes: [String] = [],
    views: PromptViews = PromptViews(), breaks: [SpokenBreak] = [], marks: [String] = [],
    audio: [String] = []
  ) {
    self.lines = lines
    self.durationMilliseconds = durationMilliseconds
    self.notes = notes
    self.views = views
    self.breaks = breaks
    self.marks = marks
    self.audio = audio
  }

  /// The lines joined with one blank.
  public var text: String { lines.joined(separator: " ") }

  /// The words joined with one blank, numbers spelled out.
  public var spokenText: String { lines(in: .spoken).joined(separator: " ") }

  /// The lines of one view.
  public func lines(in view: PromptView) -> [String] { views.lines(in: view, plain: lines) }
}

/// What the views of a prompt show beside its plain lines; a view equal to those takes no room.
public struct PromptViews: Hashable, Sendable, Codable {
  /// The annotated lines; `nil` where they are the plain ones.
  public var annotated: [String]?
  /// The lines of the source; `nil` where they are the plain ones.
  public var raw: [String]?
  /// The lines in words; `nil` where they are the plain ones.
  public var spoken: [String]?

  /// Views that differ from the plain lines where they are given.
  public init(annotated: [String]? = nil, raw: [String]? = nil, spoken: [String]? = nil) {
    self.annotated = annotated
    self.raw = raw
    self.spoken = spoken
  }

  /// The lines of one view of a prompt with the given plain lines.
  public func lines(in view: PromptView, plain: [String]) -> [String] {
    switch view {
    case .plain: plain
    case .annotated: annotated ?? plain
    case .raw: raw ?? plain
    case .spoken: spoken ?? plain
    }
  }

  /// Views with every line changed in the same way.
  public func mapLines(_ change: (String) -> String) -> PromptViews {
    PromptViews(
      annotated: annotated?.map(change), raw: raw?.map(change), spoken: spoken?.map(change))
  }
}

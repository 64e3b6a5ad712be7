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

  /// A prompt of known lines, length and notes.
  public init(lines: [String], durationMilliseconds: Int64, notes: [String] = []) {
    self.lines = lines
    self.durationMilliseconds = durationMilliseconds
    self.notes = notes
  }

  /// The lines joined with one blank.
  public var text: String { lines.joined(separator: " ") }
}

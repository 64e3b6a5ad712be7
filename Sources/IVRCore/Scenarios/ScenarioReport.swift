import IVRLanguages

/// What came of playing a scenario.
public struct ScenarioReport: Hashable, Sendable {
  /// The file of the scenario.
  public let file: String
  /// The sentence that was not so; `nil` where all were.
  public let failure: ScenarioFailure?
  /// What callers and agents noticed, keys in a row as one line.
  public let transcript: [TranscriptLine]
  /// Everything that happened.
  public let trace: [TraceEntry]
  /// What was done, in order: the score of a demo.
  public let cues: [ScenarioCue]

  /// Whether every sentence was so.
  public var isPassed: Bool { failure == nil }
}

/// A sentence of a scenario that was not so.
public struct ScenarioFailure: Hashable, Sendable {
  /// Where and what the author wrote.
  public let sentence: ScenarioSentence
  /// When the scenario was given up.
  public let time: SimulationTime
  /// What was expected, in words.
  public let expected: String
  /// What was there instead, line by line.
  public let seen: [String]
  /// The last ten lines of the trace.
  public let lastTrace: [String]

  /// The longest line of trace that is shown; `play --trace` shows all of it.
  private static let longestLine = 200

  private static func cut(_ line: String) -> String {
    line.count <= longestLine ? line : line.prefix(longestLine) + "…"
  }

  /// The failure as lines of text, the first with file and line.
  public func lines(file: String) -> [String] {
    [
      "\(file):\(sentence.line): failed: \(VisibleText.line(sentence.text))",
      "  expected: \(expected)",
    ]
      + seen.map { "  seen:     \($0)" }
      + ["  at:       \(CivilTime(time).preciseClock)", "  the trace before:"]
      + lastTrace.map { "    " + Self.cut($0) }
  }
}

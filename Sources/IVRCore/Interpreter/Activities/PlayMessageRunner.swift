/// Play Message.
///
/// Enters: renders all parts and begins to speak; keys typed ahead are dropped.
/// Waits for: the end of the prompt.
/// Exits: `default` at the end; an error where a part cannot be rendered.
/// Source: webex-runtime reference, section 1, "Play Message".
extension PlayMessageSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    context.typeAhead = []
    context.speak(try context.utterance(prompt))
    return .wait
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep { .leave("default") }
}

/// Play Music.
///
/// Enters: begins to play; keys typed ahead are dropped.
/// Waits for: the given time, at most five lengths of the file; without a time the file once.
/// Exits: `default`. An answering agent cuts it.
/// Source: webex-runtime reference, section 1, "Play Music"; webex-flow-format, section 6.
extension PlayMusicSettings: ActivityRunner {
  private static let longestLoop: Int64 = 5

  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    context.typeAhead = []
    let file = try context.audio(try context.render(file), unknownLength: 30_000)
    let offset = Int64(max(0, try context.number(offset, standard: 0)) * 1000)
    let once = max(0, file.milliseconds - offset)
    let wanted = try context.number(duration, standard: -1)
    let length = wanted < 0 ? once : min(Int64(wanted * 1000), file.milliseconds * Self.longestLoop)
    context.speak(
      Utterance(
        label: file.label, lines: file.lines.map { "♪ " + $0 }, milliseconds: length,
        notes: file.notes))
    return .wait
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep { .leave("default") }
}

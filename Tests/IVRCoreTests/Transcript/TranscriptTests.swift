import Testing

@testable import IVRCore

@Suite struct TranscriptTests {
  @Test("a condition that a found task met tells the task and the values it saw")
  func match() throws {
    let record = Self.record(
      "true",
      [
        ("expression", "{{ a }}"), ("value", "true"), ("callbackConnectTime", "-1"),
        ("callbackStatus", "Not Processed"), ("Search.httpStatusCode", "200"), ("note", ""),
        ("matched task", "4f1c0000-0000-4000-8000-00000000009a"),
      ])
    #expect(
      try Self.lines([.activity(record)]) == [
        "phone 1   why: task 4f1c…9a matched", "phone 1        callbackConnectTime is -1",
        "phone 1        callbackStatus is Not Processed",
        "phone 1        Search.httpStatusCode is 200", "phone 1        note is empty",
      ])
  }

  @Test("a condition that was not met, or looked at nothing found, tells no reason")
  func noMatch() throws {
    let task = ("matched task", "4f1c")
    let records = [Self.record("false", [task]), Self.record("true", [("EWT", "1")])]
    #expect(try Self.lines(records.map { .activity($0) }) == [])
  }

  @Test("a failed activity, a refused callback and a remark are told")
  func remarks() throws {
    let failed = Self.record("error", [("error", "No answer within 2000 ms.")])
    #expect(
      try Self.lines([
        .activity(failed), .eventFlow("GlobalErrorHandling"),
        .callbackRefused(number: "+14085267209", existing: "4f1c"),
        .answeredRequest("GET /a", status: 404), .note("a\u{1B}[0m"), .taskEnded(.handled),
      ]) == [
        "phone 1 · Check failed: No answer within 2000 ms.",
        "phone 1 · the flow's handler GlobalErrorHandling starts",
        "phone 1   why: a callback to +14085267209 waits already",
        "phone 1        it is task 4f1c", "phone 1 · GET /a is answered with 404",
        "phone 1 · a␛[0m",
      ])
  }

  @Test("music is told once in a row, and again behind other words")
  func music() throws {
    let music = TraceEvent.heard(Self.utterance("♪ music"))
    let words = TraceEvent.heard(Self.utterance("You are first."))
    #expect(
      try Self.lines([music, music, words, music]) == [
        "phone 1 ◀ ♪ music", "phone 1 ◀ You are first.", "phone 1 ◀ ♪ music",
      ])
  }

  @Test("keys are joined unless one was not taken")
  func keys() {
    let time = SimulationTime(milliseconds: 0)
    let texts = ["1", "4", "2 (nothing listened)", "3"]
    var lines: [TranscriptLine] = []
    for text in texts {
      lines.appendJoining(TranscriptLine(time: time, phone: "1", kind: .pressed, text: text))
    }
    lines.appendJoining(TranscriptLine(time: time, phone: "2", kind: .pressed, text: "5"))
    #expect(lines.map(\.text) == ["14", "2 (nothing listened)", "3", "5"])
    #expect(lines.first?.line == "00:00:00.000 phone 1 ▶ 14")
  }

  /// The lines of events of a call from phone 1, without their times.
  private static func lines(_ events: [TraceEvent]) throws -> [String] {
    let state = Engine(world: try SmallWorld.load()).state
    var transcript = Transcript()
    let dialled = TraceEvent.dialled(phone: "1", from: "a", to: "b", entryPoint: "c")
    let lines = ([dialled] + events).flatMap { event in
      transcript.add(TraceEntry(time: state.now, task: "task", event: event), state: state)
    }
    return lines.dropFirst().map { String($0.line.dropFirst(13)) }
  }

  private static func utterance(_ line: String) -> Utterance {
    Utterance(label: "Play", lines: [line], milliseconds: 1000, notes: [])
  }

  private static func record(
    _ outcome: String, _ details: [(String, String)]
  ) -> ActivityRecord {
    ActivityRecord(
      flow: "Flow", handler: nil, label: "Check", activity: "condition-activity",
      outcome: outcome, waitEnding: nil, started: SimulationTime(milliseconds: 0), modified: [],
      details: details.map { TraceDetail(name: $0.0, value: $0.1) })
  }
}

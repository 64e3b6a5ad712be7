import IVRCore
import Testing

@testable import ivr_tui

@Suite("Commands behind the colon")
struct TypedCommandTests {
  @Test(
    "What cannot be done is said in a sentence",
    arguments: [
      ("paus", "There is no command \"paus\"; did you mean \"pause\"?"),
      ("speed 7", "\"7\" is no speed; one of 1 2 5 10 30 60 120 300 600."),
      ("run noon", "\"noon\" is no time: run 10:15, run 10:15:30, run +5:00 or run +90"),
      ("guard maybe", "\"maybe\" is no guard: refuse or off."),
      ("dial Suport", "There is no entry point \"Suport\"; did you mean \"Support\"?"),
      ("phone 3", "There are phones 1 to 2."), ("phone", "There are phones 1 to 2."),
      ("agent accept", "Agent 1 is Idle: not now."),
      ("agent idle Lnch", "There is no idle code \"Lnch\"; did you mean \"Lunch\"?"),
      ("answer", "No phone rings."), ("press 1", "The phone is on the hook: Enter dials."),
      ("pause now", "pause takes nothing behind it, not \"now\"."),
      ("seed x", "A seed is a whole number of 0 or more: seed 7"),
      ("queue Suport_Queue", "There is no queue \"Suport_Queue\"; did you mean \"Support_Queue\"?"),
      ("hints maybe", "hints is on, off."),
      ("reset now", "reset takes nothing behind it, not \"now\"."),
      ("theme blue", "theme is default, light, safe, mono."),
      ("theme", "theme is default, light, safe, mono."),
    ])
  func errors(_ command: String, _ sentence: String) throws {
    var lab = try LabDriver()
    try lab.command(command)
    #expect(lab.notice == sentence)
  }

  @Test("A whole story by commands")
  func story() throws {
    var lab = try LabDriver()
    for command in [
      "dial support", "next", "press 1", "press 14085267209", "press 1", "next", "next",
      "agent available", "agent accept", "answer", "agent end", "agent wrapup call again",
    ] {
      try lab.command(command)
    }
    #expect(lab.state.engine.state.tasks.values.first?.wrapUpCode == "Call again")
    #expect(!lab.state.isLive)
  }

  @Test(
    "Tab completes commands and what follows them",
    arguments: [
      ("pa", "pause "), ("he", "help "), ("h", "h"), ("sp", "speed "),
      ("agent av", "agent available "),
      ("dial th", "dial Threshold "), ("guard r", "guard refuse "),
      ("agent idle m", "agent idle Meeting "),
      ("xyz", "xyz"), ("queue s", "queue Support_Queue "),
    ])
  func completion(_ typed: String, _ completed: String) throws {
    var lab = try LabDriver()
    lab.type(":" + typed)
    try lab.press("Tab")
    guard case .commandLine(let line) = lab.state.overlay else {
      Issue.record("no command line")
      return
    }
    #expect(line.text == completed)
  }

  @Test("Earlier commands come back, and Esc or Backspace leaves")
  func history() throws {
    var lab = try LabDriver()
    try lab.command("speed 5")
    try lab.command("pause")
    try lab.press(": up up")
    guard case .commandLine(let line) = lab.state.overlay else {
      Issue.record("no command line")
      return
    }
    #expect(line.text == "speed 5")
    try lab.press("Esc")
    #expect(lab.state.overlay == nil)
    try lab.press(": x Backspace Backspace")
    #expect(lab.state.overlay == nil)
  }

  @Test("Reset puts everything back to the lab document")
  func reset() throws {
    var lab = try LabDriver()
    let fresh = lab.state.engine.state
    try lab.askForCallback()
    try lab.press("F3 a a T")
    try lab.command("guard off")
    try lab.command("reset")
    #expect(lab.state.overlay == .confirm(.reset) && lab.state.engine.state != fresh)
    try lab.press("y")
    #expect(lab.state.engine.state == fresh)
    #expect(lab.state.log.lines.isEmpty && lab.state.log.rows.isEmpty)
    #expect(!lab.state.clock.hasBegun && !lab.state.showsHints)
    #expect(lab.notice == "Callback lab is as its document says.")
  }

  @Test("Another seed starts again with other identifiers")
  func seed() throws {
    var lab = try LabDriver()
    try lab.press("Enter")
    let first = lab.state.currentTask?.id
    try lab.command("seed 8")
    try lab.press("y Enter")
    #expect(lab.state.currentTask?.id != first)
    try lab.command("seed 7")
    try lab.press("y Enter")
    #expect(lab.state.currentTask?.id == first)
    #expect(lab.text.contains("seed 7"))
  }

  @Test(
    "Times",
    arguments: [
      ("10:15", Int64(900)), ("10:15:30", 930), ("+90", 90), ("+5:00", 300), ("+1:00:00", 3600),
      ("09:59", 86_340), ("10:00", 86_400),
    ])
  func times(_ word: String, _ seconds: Int64) throws {
    let now = try #require(CivilTime.parse("2026-01-05T10:00:00Z"))
    #expect(TimeWord.time(word, after: now)?.since(now) == seconds * 1000)
  }

  @Test(
    "No times",
    arguments: ["", "+", "10", "24:00", "10:60", "10:15:30:1", "+-5", "1e3", "10:", "٣:٠٠"])
  func noTimes(_ word: String) {
    #expect(TimeWord.time(word, after: SimulationTime(milliseconds: 0)) == nil)
  }
}

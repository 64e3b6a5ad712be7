import IVRCore
import IVRLanguages
import Testing

@Suite struct ScenarioRunnerTests {
  @Test("sentences that are so pass", arguments: stories)
  func passes(story: String) throws {
    let report = try Self.play(story)
    #expect(report.failure?.lines(file: "f") ?? [] == [])
  }

  private static let stories = [
    """
    phone 1 dials Support
    phone 1 hears "welcome"
    phone 1 hears "press 1"
    phone 1 hears "press 2"
    phone 1 presses 1
    expect activity Menu leaves by 1
    expect variable chosen is "Not Processed"
    expect queue Support_Queue holds 1
    phone 1 begins to hear "music"
    agent Anna goes available
    expect agent 1 is reserved
    agent 1 accepts
    expect phone 1 talks
    expect agent Anna is connected
    agent 1 ends the call
    expect phone 1 ended by agent
    agent 1 wraps up "Resolved"
    expect agent 1 is available within 0s
    expect queue Support_Queue holds 0
    """,
    """
    phone 1 dials +14694096861
    phone 2 dials "(469) 409-6861"
    phone 1 begins to hear "press 2"
    phone 1 presses 2
    phone 1 hears "goodbye"
    expect phone 1 ended by flow
    expect phone 2 hears "press 1"
    expect trace "goodbye" within 0s
    expect no trace "Welcome"
    phone 2 hangs up
    expect phone 2 ended by caller within 0s
    """,
    """
    phone 1 dials 5551234567
    expect phone 1 reached nobody
    expect no phone 1 rings within 1h
    """,
    """
    phone 1 dials Support
    phone 1 hears "press 1"
    expect no phone 1 hears "press 1"
    phone 1 presses 9
    phone 1 hears "press 1"   # once more
    wait 3s
    phone 1 hears "press 1"
    """,
  ]

  @Test("a sentence that is not so fails where it stands", arguments: failures)
  func fails(story: String, line: Int, expected: String, seen: String) throws {
    let failure = try #require(try Self.play(story).failure)
    #expect(failure.sentence.line == line)
    #expect(failure.expected == expected)
    #expect(failure.seen.first == seen)
    #expect(failure.lastTrace.count <= 10)
  }

  private static let failures: [(String, Int, String, String)] = [
    ("phone 1 dials Support\nphone 1 hears \"x\"", 2, "within 60 s", "phone 1 is in a call"),
    (
      "phone 1 dials Support\nexpect phone 1 ended by flow within 1500ms", 2, "within 1500 ms",
      "phone 1 is in a call"
    ),
    (
      "phone 1 presses 1", 1, "that this can be done now",
      "phone 1 is on the hook; it heard last: nothing"
    ),
    (
      "phone 2 answers", 1, "that this can be done now",
      "phone 2 is on the hook; it heard last: nothing"
    ),
    ("agent 1 accepts", 1, "that this can be done now", "agent 1 is Idle"),
    ("expect agent 1 is reserved", 1, "within 30 s", "agent 1 is Idle"),
    (
      "expect activity Menu leaves by 1", 1, "within 30 s",
      "Menu was not left since the acts before"
    ),
    (
      "phone 1 dials Support\nexpect activity Welcome leaves by error", 2, "within 30 s",
      "Welcome was left by default"
    ),
    ("expect variable chosen is a", 1, "within 30 s", "no call has set chosen"),
    ("phone 1 dials Support\nexpect variable chosen is a", 2, "within 30 s", "chosen is \"\""),
    ("expect queue Support_Queue holds 1", 1, "within 30 s", "Support_Queue holds 0"),
    ("expect 1 callback waiting", 1, "within 30 s", "0 callbacks"),
    ("expect no 0 callbacks waiting", 1, "that it is not so", "it is so"),
    (
      "phone 1 dials Support\nexpect no phone 1 hears \"press\" within 20s", 2, "not within 20 s",
      "it is so"
    ),
    (
      "wait 1s\n\nexpect trace \"x\"", 3, "within 30 s",
      "0 lines of trace since the acts before, none with it"
    ),
  ]

  @Test("names that the lab does not have are found before anything is played", arguments: names)
  func name(text: String, code: String, column: Int, hint: String) throws {
    let parsed = ScenarioParser.parse(file: "f", bytes: Array(text.utf8))
    let finding = try #require(parsed.scenario?.findings(in: SmallWorld.load()).first)
    #expect(finding.code == code)
    #expect(finding.position.column == column)
    #expect(finding.text.contains(hint), "\(finding.text)")
  }

  private static let names: [(String, String, Int, String)] = [
    ("phone 3 hangs up", "IVR211", 7, "did you mean \"1\"?"),
    ("agent 2 accepts", "IVR212", 7, "did you mean \"1\"?"),
    ("expect agent Ana is idle", "IVR212", 14, "did you mean \"Anna\"?"),
    ("  expect queue \"Suport_Queue\" holds 1", "IVR213", 17, "did you mean \"Support_Queue\"?"),
    ("earlier waits in Sales are 1s", "IVR213", 18, "There are: Support_Queue."),
    ("phone 1 dials Suport", "IVR214", 15, "did you mean \"Support\"?"),
    ("expect activity Menue leaves by 1", "IVR215", 17, "did you mean \"Menu\"?"),
    ("expect variable chose is 1", "IVR216", 17, "did you mean \"chosen\"?"),
    ("agent 1 goes idle \"Lunsh\"", "IVR217", 20, "did you mean \"Lunch\"?"),
    ("agent 1 wraps up \"Done\"", "IVR217", 19, "There are: Resolved."),
  ]

  @Test("what a phone heard before it dials or presses a key is not heard later")
  func oldWords() throws {
    let story = """
      phone 1 dials Support
      phone 1 hears "press 1"
      phone 1 presses 9
      phone 1 begins to hear "press 2"
      expect trace "Menu: Press 1"
      phone 1 hangs up
      phone 1 dials Support
      expect no phone 1 hears "press 2"
      """
    #expect(try Self.play(story).failure == nil)
  }

  @Test("equal runs give equal reports")
  func repeats() throws {
    let first = try Self.play(Self.stories[0])
    let second = try Self.play(Self.stories[0])
    #expect(first == second)
    #expect(!first.trace.isEmpty)
  }

  @Test("the transcript tells keys in a row as one line and music once")
  func transcript() throws {
    let story = """
      phone 1 dials Support
      phone 1 hears "press 1"
      phone 1 presses 1
      wait 2m
      phone 1 presses 42
      phone 1 hangs up
      expect phone 1 ended by caller
      """
    let lines = try Self.play(story).transcript.map { $0.line.dropFirst(13) }
    #expect(
      lines == [
        "phone 1 ● dials +14694096861, Support", "phone 1 ◀ Welcome to the lab.",
        "phone 1 ◀ Press 1 for music. Press 2 to leave.", "phone 1 ▶ 1",
        "phone 1 ● waits in Support_Queue, position 1", "phone 1 ◀ ♪ [audio music.wav]",
        "phone 1 ▶ 4 (nothing listened)", "phone 1 ▶ 2 (nothing listened)",
        "phone 1 ● hangs up after 2:04", "phone 1 ● leaves Support_Queue: abandoned",
      ])
  }

  static func play(_ text: String) throws -> ScenarioReport {
    let parsed = ScenarioParser.parse(file: "f.scenario", bytes: Array(text.utf8))
    let scenario = try #require(parsed.scenario, "\(parsed.findings.map(\.text))")
    let world = try SmallWorld.load()
    #expect(scenario.findings(in: world).map(\.text) == [])
    return ScenarioRunner.play(scenario, in: world)
  }
}

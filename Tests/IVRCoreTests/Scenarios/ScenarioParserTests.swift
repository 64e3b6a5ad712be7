import IVRCore
import IVRLanguages
import Testing

@Suite struct ScenarioParserTests {
  @Test("every sentence is read", arguments: sentences)
  func reads(text: String, content: ScenarioStep.Content) throws {
    let result = Self.parse(text + "\nexpect 0 callbacks waiting")
    #expect(result.findings.map(\.text) == [])
    #expect(result.scenario?.steps.first?.content == content)
  }

  private static let sentences: [(String, ScenarioStep.Content)] = [
    ("phone 1 dials Support", .act(.dial("1", "Support"))),
    ("Phone 1 Dials \"Front Desk\"", .act(.dial("1", "Front Desk"))),
    ("phone 1 presses 1*#a", .act(.press("1", [.one, .star, .pound, .a]))),
    ("phone 1 presses # # the pound key", .act(.press("1", [.pound]))),
    ("phone 1 presses #", .act(.press("1", [.pound]))),
    ("phone 1 hangs up", .act(.hangUp("1"))), ("phone 2 answers", .act(.answer("2"))),
    ("phone 2 refuses # no", .act(.refuse("2"))),
    ("phone 1 hears \"a \\\"b\\\" # c\"", .expect(hears("a \"b\" # c"), within: 60_000)),
    ("expect phone 1 hears \"a\" within 2m", .expect(hears("a"), within: 120_000)),
    ("phone 1 begins to hear \"a\"", .expect(hears("a", false), within: 60_000)),
    ("expect no phone 1 hears \"a\"", .refute(hears("a"), within: 0)),
    ("\tagent 1 goes available  ", .act(.agent("1", .available))),
    ("agent \"Anna B\" goes idle \"Lunch\"", .act(.agent("Anna B", .idle("Lunch")))),
    ("agent 1 accepts", .act(.agent("1", .accept))),
    ("agent 1 declines", .act(.agent("1", .decline))),
    ("agent 1 ends the call", .act(.agent("1", .end))),
    ("agent 1 wraps up \"Resolved\"", .act(.agent("1", .wrapUp("Resolved")))),
    ("wait 250ms", .act(.wait(250))), ("wait 1h", .act(.wait(3_600_000))),
    ("search answers 500", .act(.disturb([.searchStatus(500)]))),
    ("search takes 3s", .act(.disturb([.searchLatency(3000)]))),
    (
      "search is well",
      .act(.disturb([.searchStatus(nil), .searchLatency(nil), .searchIndexDelay(nil)]))
    ),
    ("search lags 10s", .act(.disturb([.searchIndexDelay(10_000)]))),
    ("tasks answers 500", .act(.disturb([.tasksStatus(500)]))),
    ("tasks is well", .act(.disturb([.tasksStatus(nil)]))),
    ("guard of Before_Queue is off", .act(.setGuard("Before_Queue", .off))),
    ("guard of Before_Queue is refuse", .act(.setGuard("Before_Queue", .refuse))),
    ("chapter \"One: a\"", .direct(.chapter("One: a"))),
    ("caption \"b\" # c", .direct(.caption("b"))), ("pause 3s", .direct(.pause(3000))),
    ("speed 600", .direct(.speed(600))), ("Show Trace", .direct(.show(.trace))),
    ("expect phone 2 rings", .expect(.rings("2"), within: 30_000)),
    ("expect no phone 2 rings within 20s", .refute(.rings("2"), within: 20_000)),
    ("expect phone 2 talks", .expect(.talks("2"), within: 30_000)),
    ("expect phone 1 ended by flow", ended(.endedByFlow)),
    ("expect phone 1 ended by agent", ended(.endedByAgent)),
    ("expect phone 1 ended by caller", ended(.hungUp)),
    ("expect phone 1 ended by error", ended(.dropped)),
    ("expect phone 1 ended by timeout", ended(.queueTimeout)),
    ("expect phone 1 was missed", ended(.missed)),
    ("expect phone 1 was refused", ended(.refused)),
    ("expect phone 1 reached nobody", ended(.notInService)),
    ("expect agent 1 is wrap-up", .expect(.agent("1", "Wrap-up"), within: 30_000)),
    ("expect activity A leaves by true", .expect(.leaves("A", port: "true"), within: 30_000)),
    ("expect variable v is \"a b\"", .expect(.variable("v", "a b"), within: 30_000)),
    ("expect variable v is 200", .expect(.variable("v", "200"), within: 30_000)),
    ("expect queue Q holds 2", .expect(.queue("Q", holds: 2), within: 30_000)),
    ("expect 1 callback waiting", .expect(.callbacks(1), within: 30_000)),
    ("expect trace \"x\" within 0s", .expect(.trace("x"), within: 0)),
    ("phone 2 confirms", .act(.confirm("2"))),
    ("phone 2 answers-as no-answer", .act(.setOutcome("2", .noAnswer))),
    ("client sends GET /a?b=c", .act(.request("GET", "/a?b=c", body: ""))),
    ("client sends POST /a \"{\\\"b\\\": 1}\"", .act(.request("POST", "/a", body: "{\"b\": 1}"))),
    ("expect answer 200", .expect(.answered(status: 200), within: 30_000)),
    ("expect answer holds \"x\"", .expect(.answerHolds("x"), within: 30_000)),
    ("expect data _CB is 7", .expect(.data("_CB", "7"), within: 30_000)),
    ("expect service 1 is QUEUED", .expect(.service(1, .queued, reason: nil), within: 30_000)),
    (
      "expect service 2 is completed CANCELLED within 1s",
      .expect(.service(2, .completed, reason: "CANCELLED"), within: 1_000)
    ),
    ("expect queue Q counts 1 abandoned", .expect(.counter("Q", .abandoned, 1), within: 30_000)),
    ("expect phone 1 ended by service", ended(.endedByService)),
  ]

  private static func hears(_ words: String, _ toItsEnd: Bool = true) -> ScenarioFact {
    .hears("1", words, toItsEnd: toItsEnd)
  }

  private static func ended(_ ending: CallEnding) -> ScenarioStep.Content {
    .expect(.ended("1", ending), within: 30_000)
  }

  @Test("settings come before the story")
  func settings() {
    let text = """
      # a comment

      earlier waits in Long_Queue are 240s 1m
      no earlier waits in Short_Queue
      number of phone 2 is "(408) 526-7209"
      expect trace "x"
      """
    let scenario = Self.parse(text).scenario
    #expect(
      scenario?.settings.map(\.content) == [
        .earlierWaits("Long_Queue", [240_000, 60_000]), .earlierWaits("Short_Queue", []),
        .number("2", "(408) 526-7209"),
      ])
    #expect(scenario?.steps.map(\.sentence.line) == [6])
  }

  @Test("a fault is found where it is", arguments: faults)
  func fault(text: String, code: String, line: Int, column: Int, part: String) {
    let result = Self.parse(text)
    #expect(result.scenario == nil)
    let finding = result.findings.first
    #expect(finding?.code == code)
    #expect(finding?.position.line == line)
    #expect(finding?.position.column == column)
    #expect(finding?.text.contains(part) == true, "\(finding?.text ?? "")")
  }

  private static let faults: [(String, String, Int, Int, String)] = [
    ("phne 1 dials Support", "IVR201", 1, 1, "did you mean \"phone\"?"),
    ("\n\"phone\" 1", "IVR202", 2, 1, "stands where phone should"),
    ("phone 1 dails Support", "IVR202", 1, 9, "did you mean \"dials\"?"),
    ("  phone 1 dials", "IVR203", 1, 16, "an entry point or a number"),
    ("phone 1 dials  # Support", "IVR203", 1, 14, "an entry point or a number"),
    ("phone 1 dials Support now", "IVR204", 1, 23, "before \"now\""),
    ("phone 1 hears \"hello", "IVR205", 1, 15, "not closed"),
    ("phone 1 hears hello", "IVR202", 1, 15, "in double quotes"),
    ("phone 1 presses 1x", "IVR206", 1, 17, "0 to 9"),
    ("wait 5", "IVR206", 1, 6, "250ms"), ("wait 25h", "IVR206", 1, 6, "a day"),
    ("wait 99999999999999999999s", "IVR206", 1, 6, "a day"),
    ("search answers 99", "IVR206", 1, 16, "100 to 599"),
    ("search answers often", "IVR206", 1, 16, "a status"),
    ("caption x", "IVR202", 1, 9, "in double quotes"),
    ("chaptr \"x\"", "IVR201", 1, 1, "did you mean \"chapter\"?"),
    ("speed 0", "IVR206", 1, 7, "1 to 600"), ("speed 601", "IVR206", 1, 7, "1 to 600"),
    ("show screen", "IVR202", 1, 6, "phone, agent, heard, queue or trace"),
    ("expect phone 1 ended by folw", "IVR202", 1, 25, "did you mean \"flow\"?"),
    ("expect agent 1 is availble", "IVR202", 1, 19, "did you mean \"available\"?"),
    ("agent 1 is available", "IVR202", 1, 9, "agent 1 goes available"),
    ("expect 1 callback", "IVR203", 1, 18, "waiting"),
    ("wait 1s\nno earlier waits in Q", "IVR207", 2, 1, "above all others"),
    ("# é\nphone 1 hears \"é\" é", "IVR204", 2, 19, "before \"é\""),
    ("wait 1s\r\nwait\r\n", "IVR203", 2, 5, "a time"),
    ("wait " + String(repeating: "x", count: 1000), "IVR200", 1, 1, "1000 bytes"),
  ]

  @Test("all findings are reported, at most a hundred")
  func all() {
    let two = Self.parse("wait\nwait 1s\nphone 1 dails\n")
    #expect(two.findings.map(\.position.line) == [1, 3])
    #expect(Self.parse(String(repeating: "x\n", count: 1000)).findings.count == 100)
  }

  @Test("what is no text or too long is refused")
  func bytes() {
    let broken = ScenarioParser.parse(file: "f", bytes: [0x77, 0xFF])
    #expect(broken.findings.map(\.code) == ["IVR200"])
    let long = ScenarioParser.parse(file: "f", bytes: Array(repeating: 10, count: 1_000_001))
    #expect(long.findings.map(\.code) == ["IVR200"])
    #expect(Self.parse("\u{FEFF}expect trace \"x\"").findings.isEmpty)
  }

  @Test("a scenario that expects nothing gets a warning")
  func expectsNothing() {
    let result = Self.parse("# nothing\n")
    #expect(result.findings.map(\.code) == ["IVR208"])
    #expect(result.scenario != nil)
  }

  private static func parse(_ text: String) -> ScenarioParser.Result {
    ScenarioParser.parse(file: "f.scenario", bytes: Array(text.utf8))
  }
}

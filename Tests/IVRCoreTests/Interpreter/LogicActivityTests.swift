import IVRCore
import IVRTestSupport
import Testing

@Suite struct LogicActivityTests {
  private func outcome(
    _ node: String, variables: [String] = [], edges: [String] = []
  ) -> CallDriver {
    var driver = CallDriver(
      SampleFlow([node, "Yes: end {}"], ["Start.out > Do"] + edges, variables: variables).world())
    driver.dial()
    return driver
  }

  @Test(
    "a condition goes by the text of its expression",
    arguments: [
      ("{{ 1 == 1 }}", "true"), ("{{ 1 == 2 }}", "false"), ("{{ 'TRUE' }}", "true"),
      (" {{ 1 == 1 ? 'false' : 'true' }} ", "false"),
      ("{{ 1 }} == {{ 1 }}", "error"), ("{{ ANI | 123}}", "error"), ("{{ missing }}", "error"),
    ])
  func condition(expression: String, expected: String) {
    let driver = outcome(
      "Do: condition-activity {\"expression\":\"\(expression)\"}",
      edges: ["Do.true > Yes", "Do.false > Yes"])
    #expect(driver.outcomes[1] == "Do \(expected)")
  }

  @Test("a condition shows what it read")
  func reads() {
    let driver = outcome(
      "Do: condition-activity {\"expression\":\"{{ a == 'x' or b == 'y' }}\"}",
      variables: ["a STRING x", "b STRING y"], edges: ["Do.true > Yes", "Do.false > Yes"])
    let details = driver.records[1].details
    #expect(details.map(\.name) == ["expression", "value", "a"])
  }

  @Test(
    "a value is converted to the type of its variable",
    arguments: [
      ("INTEGER", "{{ 2 + 3 }}", "5"), ("INTEGER", "7.0", "7"), ("INTEGER", "", "0"),
      ("INTEGER", "seven", nil), ("BOOLEAN", "True", "true"), ("BOOLEAN", "yes", nil),
      ("DECIMAL", "1.5", "1.5"), ("STRING", "{{ ANI }}", ""), ("JSON", "[1, 2]", "[1,2]"),
      ("JSON", "{", nil), ("INTEGER", "99999999999999999999", nil),
    ])
  func conversion(type: String, text: String, expected: String?) {
    let driver = outcome(
      "Do: set-variable {\"srcVariable\":\"v\",\"expr\":\"\(text)\"}", variables: ["v \(type)"],
      edges: ["Do.out > Yes"])
    #expect(driver.records[1].modified.first?.value == expected)
    #expect(driver.records[1].outcome == (expected == nil ? "error" : "out"))
  }

  @Test("a list of assignments is done in order, and replaces the single one")
  func assignments() {
    let driver = outcome(
      """
      Do: set-variable {"srcVariable":"a","expr":"ignored","setVariablesArray":[
      {"srcVariable":"a","setTo":"set-to-literal","expr":"1"},
      {"srcVariable":"b","setTo":"set-to-variable","expr":"{{a}}"},
      {"srcVariable":"a","setTo":"set-to-variable","tgtVariable":"b"}]}
      """, variables: ["a INTEGER", "b INTEGER"], edges: ["Do.out > Yes"])
    #expect(driver.records[1].modified.map { "\($0.name)=\($0.value)" } == ["a=1", "b=1", "a=1"])
  }

  @Test("a variable that is not declared is an error that names the nearest one")
  func undeclared() {
    let driver = outcome(
      "Do: set-variable {\"srcVariable\":\"cuonter\",\"expr\":\"1\"}",
      variables: ["counter INTEGER"], edges: ["Do.out > Yes"])
    #expect(driver.records[1].details.last?.value.contains("did you mean \"counter\"") == true)
  }

  @Test("the tenant's value of a global variable replaces the default of the document")
  func globals() {
    var flow = SampleFlow(
      ["Do: play-message {\(SampleFlow.say("{{Greeting}}"))}"], ["Start.out > Do"])
    flow.variables = ["Greeting STRING Hello"]
    var world = flow.world()
    #expect(Self.firstHeard(world) == "Hello")
    let text = flow.text.replacing("\"isCAD\":true", with: "\"source\":\"GLOBAL\"")
    let result = FlowLoader.load(file: "f", bytes: Array(text.utf8))
    world.flows["Flow"] = result.flow
    #expect(Self.firstHeard(world) == "Good day")
  }

  private static func firstHeard(_ world: World) -> String? {
    var driver = CallDriver(world)
    driver.dial()
    return driver.heard.first
  }

  @Test("music lasts as long as wanted, at most five lengths of its file; the file once without")
  func music() {
    for (duration, expected) in [("\"30\"", 30_000), ("1000", 100_000), ("null", 20_000)] {
      let driver = outcome(
        "Do: play-music {\"prompt\":\"music.wav\",\"duration\":\(duration)}",
        edges: ["Do.default > Do"])
      guard case .heard(let utterance)? = driver.trace.last?.event else {
        Issue.record("nothing heard")
        return
      }
      #expect(utterance.milliseconds == Int64(expected))
      #expect(utterance.text == "♪ [audio music.wav]")
    }
  }

  @Test("an audio file without prompt document is shown by name and noted")
  func unknownAudio() {
    let driver = outcome(
      "Do: play-message {\"prompts\":[{\"type\":\"audioFile\",\"value\":\"hi\\u001b.wav\"}]}",
      edges: ["Do.default > Yes"])
    guard case .heard(let utterance)? = driver.trace.last?.event else { return }
    #expect(utterance.text == "[audio hi␛.wav]")
    #expect(utterance.milliseconds == 5_000 && !utterance.notes.isEmpty)
  }

  @Test("a prompt that is no SSML is the activity's error")
  func badPrompt() {
    let driver = outcome(
      "Do: play-message {\(SampleFlow.say("<speak>no end"))}", edges: ["Do.default > Yes"])
    #expect(driver.records[1].outcome == "error")
  }

  @Test("an activity that is not simulated passes the call on and says so")
  func unsupported() {
    let driver = outcome("Do: record-things {}", edges: ["Do.default > Yes"])
    #expect(driver.outcomes == ["Start out", "Do default", "Yes ended"])
    #expect(driver.records[1].details.last?.value.contains("not simulated") == true)
  }
}

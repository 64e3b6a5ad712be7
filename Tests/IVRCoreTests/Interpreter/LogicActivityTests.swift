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

  @Test(
    "a case leaves by the id of the row that matches, the first of several",
    arguments: [
      ("{{v}}", "b", "17"), ("v", "b", "17"), ("{{v}}", "c", "default"), ("{{v}}", "B", "default"),
      ("true", "x", "4"), ("{{ v | nope }}", "b", "error"),
    ])
  func cases(expression: String, value: String, port: String) {
    let driver = outcome(
      """
      Do: case-statement {"expression":"\(expression)","menuLinks":["0","17","3","4"],
      "menuLinks:input":["a","b","b","{{ v == 'x' }}"]}
      """, variables: ["v STRING \(value)"])
    #expect(driver.outcomes[1] == "Do \(port)")
  }

  @Test(
    "parse takes values out of a variable; what is no JSON is an error",
    arguments: [("[1]", "default", "1"), ("{{", "error", nil), ("[]", "default", nil)])
  func parse(text: String, port: String, expected: String?) {
    let driver = outcome(
      """
      Do: parse-activity {"inputVariable":"text","outputVariableArray":[
      {"outputVariable":"v","jsonPathExp":"$[0]"}]}
      """, variables: ["text STRING \(text)", "v INTEGER"])
    #expect(driver.outcomes[1] == "Do \(port)")
    #expect(driver.records[1].modified.first?.value == expected)
  }

  @Test("a JSON variable is copied and parsed as JSON")
  func jsonVariable() {
    var driver = CallDriver(
      SampleFlow(
        [
          "Copy: set-variable {\"srcVariable\":\"b\",\"setTo\":\"set-to-variable\",\"expr\":\"{{a}}\"}",
          """
          Do: parse-activity {"inputVariable":"b","outputVariableArray":[
          {"outputVariable":"v","jsonPathExp":"$.k"}]}
          """,
        ], ["Start.out > Copy", "Copy.out > Do"],
        variables: [#"a JSON {\"k\": \"x\"}"#, "b JSON", "v STRING"]
      ).world())
    driver.dial()
    #expect(driver.records.flatMap(\.modified).map(\.value) == [#"{"k":"x"}"#, "x"])
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

import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct FlowLoaderTests {
  private func findings(_ text: String) -> [String] {
    FlowLoader.load(file: "f.json", bytes: Array(text.utf8)).findings.map {
      "\($0.code) \($0.severity.rawValue) \($0.position.line):\($0.position.column)"
    }
  }

  private static let export = """
    {"name":"Old","process":{"activities":{
     "s":{"id":"s","name":"NewPhoneContact","group":"start","properties":{"activityId":"start"}},
     "m":{"id":"m","name":"Hi","properties":{"activityName":"play-message","toggle":"true",
       "prompts":null,"promptsTts":[{"type":"tts","value":"Hello {{NewPhoneContact.ani}}"}]}},
     "d":{"id":"d","name":"Bye","properties":{"activityId":"5faa898c8bf5b65b82f0706b"}}},
     "links":[{"sourceActivityId":"s","targetActivityId":"m","conditionExpr":"out"},
      {"sourceActivityId":"m","targetActivityId":"d","properties":{"value":"default"}}]},
     "eventFlows":{"eventsMap":{}}}
    """

  private func heard(_ text: String) -> [String] {
    let result = FlowLoader.load(file: "f.json", bytes: Array(text.utf8))
    var world = SampleFlow(["E: end {}"], ["Start.out > E"]).world()
    world.flows["Flow"] = result.flow
    var driver = CallDriver(world)
    driver.dial()
    driver.advance(60_000)
    return driver.heard + [driver.outcomes.last ?? ""]
  }

  @Test("an export runs, with a byte order mark and CR LF too")
  func exportForm() {
    #expect(heard(Self.export) == ["Hello +12025550101", "Bye ended"])
    let windows = "\u{FEFF}" + Self.export.replacing("\n", with: "\r\n")
    #expect(heard(windows) == ["Hello +12025550101", "Bye ended"])
    #expect(findings(Self.export) == [])
  }

  @Test("a template wrapper is unwrapped")
  func wrapper() {
    let wrapped: JSONValue = ["category": "x", "flow": .string(Self.export)]
    #expect(heard(JSONText.print(wrapped)) == ["Hello +12025550101", "Bye ended"])
  }

  @Test("nodes may be linked by id, and event flows may be flat")
  func authoringForm() {
    let text = """
      {"name":"New","nodes":[{"id":"1","name":"Start","properties":{"activityName":"start"}},
      {"id":"2","name":"Fail","properties":{"activityName":"set-variable","srcVariable":"x",
      "expr":"1"}}],"edges":[{"from":"1","to":"2","condition":""}],
      "eventFlows":{"nodes":[{"id":"3","name":"OnGlobalError","properties":{
      "activityName":"event","eventSpecificationName":"GlobalErrorHandling"}},
      {"id":"4","name":"Sorry","properties":{"activityName":"play-message","toggle":true,
      "promptsTts":[{"value":"Sorry."}]}}],"edges":[{"from":"3","to":"4","condition":"out"}]}}
      """
    #expect(heard(text).first == "Sorry.")
  }

  @Test(
    "a document that cannot be a flow is refused with its place",
    arguments: [
      ("", ["IVR001 error 1:1"]), ("{\n \"name\": \"x\",\n}", ["IVR001 error 3:1"]),
      ("[]", ["IVR002 error 1:1"]), ("{\"name\":\"x\"}", ["IVR002 error 1:1"]),
      ("{\"nodes\":[],\"edges\":[]}", ["IVR003 error 1:1"]),
      (
        "{\"nodes\":[\n{\"name\":\"Start\",\"properties\":{\"activityName\":\"start\"}}],\n"
          + "\"edges\":[\n{\"from\":\"Start\",\"to\":\"Nowhere\"},\n{\"from\":\"Strat\",\"to\":\"Start\"}]}",
        ["FC1012 warning 2:1", "IVR004 error 4:1", "IVR004 error 5:1"]
      ),
    ])
  func refused(text: String, expected: [String]) { #expect(findings(text) == expected) }

  @Test("everything that will go wrong is reported, sorted by place")
  func warnings() {
    let flow = SampleFlow(
      [
        "Same: set-variable {\"srcVariable\":\"cuonter\",\"expr\":\"{{ ANI | 123}}\"}",
        "Same: condition-activity {\"expression\":\"1 == 1\"}",
        "Menu: ivr-menu {\"menuLinks\":[\"1\",\"77\"]}",
        "Ask: http-request-v2 {\"httpRequestUrl\":\"https://x/\",\"outputVariableArray\":[{\"outputVariable\":\"a\",\"jsonPathExp\":\"$[\"}]}",
        "Odd: make-coffee {}", "Digits: ivr-collectdigits {\"minDigits\":9,\"maxDigits\":3}",
      ],
      ["Start.out > Ask", "Ask.default > Menu", "Menu.1 > Same", "Menu.1 > Odd"],
      variables: ["counter INTEGER x", "counter STRING"])
    let result = FlowLoader.load(file: "f.json", bytes: Array(flow.text.utf8))
    let codes = Set(result.findings.map(\.code))
    #expect(
      codes == [
        "FC1004", "FC1009", "FC1012", "FC1015", "FC1022", "FC1038", "IVR005", "IVR010", "IVR011",
        "IVR014", "IVR015", "IVR016", "IVR017", "IVR018",
      ])
    #expect(result.findings.map(\.position) == result.findings.map(\.position).sorted())
    #expect(result.flow != nil)
    let fault = result.findings.first { $0.code == "IVR010" }
    #expect(fault?.message.contains("column 10") == true)
    #expect(fault?.hint.contains("Flow Designer does not notice") == true)
  }

  @Test("of very many findings the first are listed and the rest are counted; errors still count")
  func manyFindings() {
    let nodes = (0..<500).map { "N\($0): make-coffee {}" }
    let edges = ["Start.out > N0", "N0.default > Nowhere"]
    let text = SampleFlow(nodes, edges).text
    let result = FlowLoader.load(file: "f.json", bytes: Array(text.utf8))
    #expect(result.flow == nil)
    #expect(result.findings.count == 202)
    #expect(result.findings.contains { $0.code == "IVR004" })
    #expect(result.findings.last?.message.hasPrefix("There are ") == true)
  }

  @Test("a finding is printed with file, line, column, code and hint")
  func text() {
    let result = FlowLoader.load(file: "my.json", bytes: Array("{}".utf8))
    #expect(
      result.findings.first?.text == """
        my.json:1:1: error IVR002: This is no flow document.
          hint: A flow has "process" with "activities", or "nodes" and "edges".
        """)
  }
}

import IVRCore
import Testing

@Suite struct PromptCheckTests {
  @Test("what the schema does not allow is a warning with its place")
  func warnings() {
    let source = "<speak>\n<break tyme='1s'/><sub>a</sub></speak>"
    let findings = PromptCheck.findings(in: source, file: "a.ssml")
    #expect(findings.map(\.code) == ["IVR124", "IVR125"])
    #expect(
      findings.first?.text
        == "a.ssml:2:8: warning IVR124: <break> has no attribute tyme\n  hint: Did you mean time?")
  }

  @Test(
    "plain text and what a template fills in are not judged",
    arguments: [
      "hello & <b>", "<speak><break time='{{ pause }}'/></speak>",
      "<speak><say-as interpret-as='{{ kind }}'>1</say-as></speak>",
    ])
  func notJudged(source: String) {
    #expect(PromptCheck.findings(in: source, file: "a.ssml").isEmpty)
  }
}

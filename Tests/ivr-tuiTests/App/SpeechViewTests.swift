import IVRCore
import IVRLanguages
import Testing

@testable import ivr_tui

@Suite("Views of speech")
struct SpeechViewTests {
  @Test("s shows what is heard as it reads, with marks, as written and in words, in turn")
  func views() throws {
    var lab = try LabDriver()
    try lab.press("Enter n 1")
    lab.type("14085267209")
    #expect(lab.text.contains("You typed 1 408 526 7209."))
    try lab.press("F4 s")
    #expect(lab.state.speechView == .annotated && lab.text.contains("F4 Heard · annotated"))
    try lab.press("s")
    #expect(lab.text.contains("F4 Heard · raw") && lab.text.contains("<say-as"))
    #expect(!lab.text.contains("You typed 1 408"))
    try lab.press("s")
    #expect(lab.text.contains("one four zero eight"))
    try lab.press("s")
    #expect(lab.text.contains("You typed 1 408 526 7209."))
    try lab.command("view raw")
    #expect(lab.text.contains("<say-as"))
  }

  @Test("A prompt is shown once in every view, and what is pressed stays between")
  func once() throws {
    var lab = try LabDriver()
    try lab.askForCallback()
    for view in PromptView.allCases {
      lab.state.speechView = view
      lab.state.size = Size(width: 160, height: 60)
      let rows = lab.screen.textRows()
      #expect(rows.count { $0.contains("▶ 14085267209") } == 1, "\(view)")
    }
  }

  @Test("The debugger shows the prompt that was rendered")
  func prompt() throws {
    var lab = try LabDriver()
    try lab.askForCallback()
    try lab.press("F6 /")
    lab.type("You typed")
    try lab.press("Enter")
    #expect(lab.text.contains("Detail · VerifyNumber"))
    #expect(lab.text.contains("prompt      You typed 1 408 526 7209."))
  }
}

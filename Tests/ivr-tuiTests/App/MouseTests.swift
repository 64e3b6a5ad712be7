import IVRCore
import Testing

@testable import ivr_tui

@Suite("Mouse")
struct MouseTests {
  @Test("The keypad is dialled on and listens, wherever the phone pane stands", arguments: sizes)
  func keypad(_ width: Int, _ height: Int) throws {
    var lab = try LabDriver(size: Size(width: width, height: height))
    for text in ["1    ", "4 ghi", "0 +", "#"] { try lab.click(text) }
    #expect(lab.state.face?.number == "140#")
    #expect(lab.state.lit?.key == "#")
  }

  nonisolated private static let sizes = [(80, 24), (60, 16), (160, 50), (100, 45)]

  @Test("Every key of the keypad answers at its own place")
  func everyKey() throws {
    var lab = try LabDriver()
    for text in ["1    ", "2 abc", "3 def", "4 ghi", "5 jkl", "6 mno", "7 pqrs", "8 tuv", "9 wxyz"]
    {
      try lab.click(text)
    }
    for text in ["*", "0 +", "#"] { try lab.click(text) }
    #expect(lab.state.face?.number == "123456789*0#")
  }

  @Test("A click gives a pane the focus", arguments: [Pane.agent, .heard, .queue, .phone])
  func focus(_ pane: Pane) throws {
    var lab = try LabDriver()
    lab.state.focus = .trace
    try lab.press("Esc F3 F4")
    try lab.click(pane.title)
    #expect(lab.state.focus == pane)
  }

  @Test("The help bar does what its keys do")
  func helpBar() throws {
    var lab = try LabDriver()
    try lab.click("Enter dial", offset: 2)
    #expect(lab.text.contains("● in call"))
    try lab.press("F4")
    try lab.click("space pause", offset: 8)
    #expect(lab.state.clock.isPaused)
    try lab.click("? help")
    #expect(lab.state.overlay == .help(first: 0))
    try lab.click(" guard refuse")
    #expect(lab.state.overlay == nil)
  }

  @Test("Lists are clicked, questions are not")
  func overlays() throws {
    var lab = try LabDriver()
    try lab.press("e")
    try lab.click("3 Threshold")
    #expect(lab.state.overlay == nil)
    #expect(lab.state.entryPoint?.name == "Threshold")
    try lab.press("Enter n q")
    try lab.click("y quits")
    #expect(lab.state.overlay == .confirm(.quit) && lab.commands.isEmpty)
  }

  @Test("The wheel moves what is under it and leaves the focus")
  func wheel() throws {
    var lab = try LabDriver()
    try lab.askForCallback()
    try lab.point(.wheelUp, at: "F4 Heard")
    #expect(lab.text.contains("3 more below") && lab.state.focus == .phone)
    try lab.point(.wheelDown, at: "F4 Heard")
    #expect(!lab.text.contains("more below"))
    try lab.press("?")
    try lab.point(.wheelDown, at: "Keys and commands")
    #expect(lab.state.overlay == .help(first: 3))
  }

  @Test("A row of the trace is selected; again, it is shown whole")
  func trace() throws {
    var lab = try LabDriver()
    try lab.askForCallback()
    try lab.press("F6 Home")
    try lab.click("WelcomePrompt", offset: 3)
    #expect(lab.text.contains("Detail · WelcomePrompt"))
    try lab.click("WelcomePrompt", offset: 3)
    guard case .text? = lab.state.overlay else {
      Issue.record("no detail")
      return
    }
  }

  @Test("m gives the mouse away, and the terminal is told")
  func toggle() throws {
    var lab = try LabDriver()
    #expect(lab.state.looks.hasMouse)
    try lab.press("m")
    #expect(!lab.state.looks.hasMouse && lab.notice.hasPrefix("The mouse selects text"))
    try lab.command("mouse on")
    #expect(lab.state.looks.hasMouse)
  }

  @Test("Clicks anywhere, at any size, do no harm")
  func anywhere() throws {
    for (width, height) in [(80, 24), (60, 16), (20, 5), (160, 50)] {
      var lab = try LabDriver(size: Size(width: width, height: height))
      for y in stride(from: 0, to: height + 2, by: 1) {
        for x in stride(from: 0, to: width + 2, by: 7) {
          for kind in [MouseEvent.Kind.press(.left), .wheelDown, .release(.left), .press(.right)] {
            let event = MouseEvent(kind: kind, position: Point(x: x, y: y))
            _ = update(&lab.state, .input(.mouse(event)))
          }
        }
      }
      #expect(lab.screen.size == lab.state.size)
    }
  }
}

import IVRCore
import Testing

@testable import ivr_tui

@Suite("Pasted text")
struct PasteTests {
  private func paste(_ text: String, _ lab: inout LabDriver) {
    _ = update(&lab.state, .input(.paste(text)))
  }

  @Test(
    "A number is dialled as it is written",
    arguments: [
      ("+1 (408) 526-7209\n", "+14085267209"), ("  800.555.1234 ", "8005551234"),
      ("\n\n*99#", "*99#"),
    ])
  func number(text: String, wanted: String) throws {
    var lab = try LabDriver()
    paste(text, &lab)
    #expect(lab.state.phones[0].number == wanted)
    try lab.press("Backspace 7")
    #expect(lab.state.phones[0].number == wanted.dropLast() + "7")
  }

  @Test("In a call the digits are keys")
  func keys() throws {
    var lab = try LabDriver()
    try lab.press("Enter n")
    paste("1", &lab)
    try lab.press("n")
    paste("408-526-7209", &lab)
    try lab.press("n")
    #expect(lab.text.contains("5267209"))
  }

  @Test("Anything else presses no key of the program", arguments: ["q \r.", "a1", "", "\u{1B}[A"])
  func nonsense(text: String) throws {
    var lab = try LabDriver()
    let before = lab.state
    for keys in ["F2", "F3", "F6"] {
      try lab.press(keys)
      paste(text, &lab)
      #expect(lab.state.engine.state == before.engine.state && lab.state.clock == before.clock)
      #expect(lab.state.notice != nil)
    }
  }

  @Test("A line takes the first line of it, without control characters")
  func lines() throws {
    var lab = try LabDriver()
    lab.type(":")
    paste("\n spe\u{1}ed 10\nquit\n", &lab)
    #expect(lab.state.overlay == .commandLine(TypedLine(" speed 10")))
    try lab.press("Enter F6")
    #expect(lab.state.clock.speed == 10)
    lab.type("/")
    paste("Welcome", &lab)
    #expect(lab.state.filter(of: .trace) == "Welcome")
    paste(String(repeating: "x", count: 500), &lab)
    #expect(lab.state.filter(of: .trace).count == 200)
  }
}

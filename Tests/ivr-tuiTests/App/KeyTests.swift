import IVRCore
import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite("Keys")
struct KeyTests {
  @Test("docs/KEYS.md is what the key table says")
  func document() {
    Snapshot.compare(KeysDocument.text, SharedData.root + "/docs/KEYS.md", #_sourceLocation)
  }

  @Test("Ctrl-C leaves at once, whatever is shown", arguments: ["", "Enter n", "?", ":", "e", "q"])
  func leave(_ before: String) throws {
    var lab = try LabDriver()
    try lab.press(before)
    try lab.press("Ctrl-C")
    #expect(lab.commands == [.quit])
  }

  @Test("q asks while a call is live, and only y leaves")
  func quit() throws {
    var lab = try LabDriver()
    try lab.press("q")
    #expect(lab.commands == [.quit])
    try lab.press("Enter n q")
    #expect(lab.commands.isEmpty && lab.state.overlay == .confirm(.quit))
    try lab.press("q")
    #expect(lab.commands.isEmpty && lab.state.overlay == nil)
    try lab.press("q y")
    #expect(lab.commands == [.quit])
  }

  @Test(
    "The focus moves by every way",
    arguments: [
      ("F3", Pane.agent), ("Alt-4", .queue), ("Tab", .agent), ("Shift-Tab", .trace),
      ("F6 Esc", .phone),
      ("Tab Tab Tab Tab Tab", .phone),
    ])
  func focus(_ keys: String, _ pane: Pane) throws {
    var lab = try LabDriver()
    try lab.press(keys)
    #expect(lab.state.focus == pane)
  }

  @Test(
    "A key that does nothing now says why",
    arguments: [
      ("F3 d", "Agent 1 is Idle: nothing is offered."),
      ("F3 w", "Agent 1 is Idle: nothing to wrap up."),
      ("h", "The phone is on the hook: Enter dials."),
      ("Enter d", "The phone is in a call: h hangs up."),
      ("F3 j", "Agent 1 is Idle: nobody to talk with."),
      ("F3 t", "Agent 1 is Idle: nobody to talk with."),
      ("F3 h", "Agent 1 is Idle: no call to end."), ("F4 w", "No callback was refused yet."),
      ("F3 5", "The keys of the phone work in its pane: F2."),
    ])
  func reasons(_ keys: String, _ reason: String) throws {
    var lab = try LabDriver()
    try lab.press(keys)
    #expect(lab.notice == reason)
    #expect(lab.screen.textRows()[22].contains(reason))
  }

  @Test("The number to dial is edited")
  func number() throws {
    var lab = try LabDriver()
    #expect(lab.state.face?.number == "+14694096861")
    try lab.press("Backspace")
    #expect(lab.state.face?.number == "+1469409686")
    try lab.press("e Enter 5 +")
    #expect(lab.state.face?.number == "5+")
    lab.type("123456789012345678901234567890")
    #expect(lab.state.face?.number.count == 20)
    try lab.press("Enter")
    #expect(lab.state.shownPhone?.lastEnding == .notInService)
    #expect(lab.notice.hasSuffix("is no number of the lab; e shows the numbers."))
  }

  @Test("Every binding is described, and the bar of every pane ends with help")
  func table() throws {
    for binding in KeyTable.all {
      #expect(binding.description.hasSuffix("."))
      #expect(!binding.keys.isEmpty && !binding.shown.isEmpty)
    }
    var lab = try LabDriver()
    for pane in Pane.allCases {
      lab.state.focus = pane
      let bar = lab.screen.textRows()[23].split(separator: " ").suffix(2)
      #expect(bar == ["?", "help"])
    }
  }

  @Test("No two bindings of a place take the same key, but for one that depends on the state")
  func overlaps() {
    for (index, first) in KeyTable.all.enumerated() {
      for second in KeyTable.all[(index + 1)...] where first.place == second.place {
        let shared = first.keys.filter(second.keys.contains)
        #expect(
          shared.allSatisfy { [.character("a"), .character("x"), .enter].contains($0) }, "\(shared)"
        )
      }
    }
  }

  @Test("Control characters from outside are visible")
  func controlCharacters() throws {
    var lab = try LabDriver()
    lab.state.say("a\u{1B}[31mb\u{202E}c")
    #expect(lab.screen.textRows()[22].contains("a␛[31mb"))
    #expect(!lab.text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }
}

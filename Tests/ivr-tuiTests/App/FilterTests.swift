import IVRCore
import Testing

@testable import ivr_tui

@Suite("Filters, zoom and one call")
struct FilterTests {
  private func refused() throws -> LabDriver {
    var lab = try LabDriver()
    try lab.askForCallback()
    try lab.askForCallback()
    return lab
  }

  @Test("A filter holds while it is typed, stays after Enter and is shown")
  func trace() throws {
    var lab = try refused()
    try lab.press("F6 /")
    lab.type("duplicate")
    let labels = lab.state.traceRows.map { lab.state.log.rows[$0].summary }
    #expect(
      labels.contains("CheckDuplicate → true") && !labels.contains { $0.hasPrefix("Welcome") })
    try lab.press("Enter")
    #expect(lab.text.contains("/duplicate"))
    try lab.press("Home")
    #expect(lab.state.selectedTraceRow == lab.state.traceRows.first)
    try lab.press("Esc")
    #expect(lab.state.traceRows.count == lab.state.log.rows.count && lab.state.focus == .trace)
    try lab.press("Esc")
    #expect(lab.state.focus == .phone)
  }

  @Test("A filter finds what an activity read, changed or was answered")
  func details() throws {
    var lab = try refused()
    try lab.press("F6 /")
    lab.type("not processed")
    let labels = lab.state.traceRows.compactMap { lab.state.log.rows[$0].activity?.label }
    #expect(labels.contains("CheckDuplicate"))
  }

  @Test("Esc drops the filter, Backspace shortens it, Ctrl-U empties it")
  func editing() throws {
    var lab = try refused()
    try lab.press("F4 / g o o x Backspace")
    #expect(lab.state.filter(of: .heard) == "goo")
    #expect(lab.text.contains("Goodbye") && !lab.text.contains("All agents are busy"))
    try lab.press("Ctrl-U")
    #expect(lab.state.filter(of: .heard).isEmpty && lab.state.overlay != nil)
    try lab.press("z z Esc")
    #expect(lab.state.overlay == nil && lab.text.contains("Goodbye"))
  }

  @Test("What nothing holds is said, and other panes are not filtered")
  func nothing() throws {
    var lab = try refused()
    try lab.press("F5 /")
    lab.type("303")
    #expect(lab.text.contains(Strings.nothingHolds) && lab.text.contains("Goodbye"))
    try lab.press("Esc /")
    lab.type("408 526")
    try lab.press("Enter")
    #expect(lab.text.contains("Support_Queue /408 526") && lab.text.contains("1  cb"))
    try lab.press("F3 /")
    #expect(lab.state.overlay == nil)
  }

  @Test("c shows one call only")
  func oneCall() throws {
    var lab = try refused()
    try lab.press("F6 c")
    let tasks = Set(lab.state.traceRows.map { lab.state.log.rows[$0].task })
    #expect(tasks.count == 1 && lab.text.contains("only"))
    try lab.press("c")
    #expect(lab.state.traceRows.count == lab.state.log.rows.count)
  }

  @Test("The reason of a refusal is shown whatever was filtered")
  func why() throws {
    var lab = try refused()
    try lab.press("F6 / x x x Enter F4 w")
    #expect(lab.text.contains("Detail · CheckDuplicate"))
  }

  @Test("z gives a pane the screen and takes it back; Esc too", arguments: Pane.allCases)
  func zoom(_ pane: Pane) throws {
    var lab = try LabDriver()
    try lab.press("F\(pane.functionKey) z")
    #expect(lab.state.layout.kind == .single && lab.text.contains(pane.title))
    #expect(lab.screen.textRows()[1].contains("agent Idle") || pane == .agent)
    try lab.press("Esc")
    #expect(!lab.state.isZoomed && lab.state.focus == pane)
    try lab.press("z z")
    #expect(!lab.state.isZoomed)
  }

  @Test("A customer is put on hold and taken up again")
  func hold() throws {
    var lab = try LabDriver()
    try lab.askForCallback()
    try lab.press("F3 a a F2 p a F3 o")
    #expect(lab.text.contains("on hold 0:00"))
    try lab.press("o")
    #expect(lab.text.contains("talking"))
    try lab.command("agent hold")
    #expect(lab.state.isHolding)
  }
}

import IVRCore
import Testing

@testable import ivr_tui

@Suite("Schedule a callback")
struct CallbackFormTests {
  private func form(_ lab: LabDriver) -> CallbackForm? {
    if case .form(let form) = lab.state.overlay { form } else { nil }
  }

  @Test("What is filled in is asked of the API, which schedules it")
  func scheduled() throws {
    var lab = try LabDriver()
    try lab.press("F3 s")
    #expect(lab.text.contains("Schedule a callback") && lab.text.contains("2026-01-05"))
    lab.type("14085267209")
    try lab.press("Enter")
    lab.type("Attendee_ID140")
    try lab.press("up Tab Ctrl-S")
    #expect(lab.state.overlay == nil)
    #expect(lab.notice == "The callback is scheduled in Support_Queue.")
    let callback = lab.state.engine.state.scheduledCallbacks.values.first
    #expect(callback?.number == "14085267209" && callback?.customerName == "Attendee_ID140")
  }

  @Test("A refusal stands in the form, and nothing that was typed is lost")
  func refused() throws {
    var lab = try LabDriver()
    try lab.press("F3 s")
    lab.type("14085267209")
    try lab.press("down down Ctrl-U")
    lab.type("2026-03-30")
    try lab.press("Enter Enter Enter Enter Enter")
    #expect(form(lab)?.refusal == "The callback must be within 31 days.")
    #expect(lab.text.contains("within 31 days") && lab.text.contains("14085267209"))
    try lab.press("up")
    lab.type("x")
    #expect(form(lab)?.refusal == nil)
    try lab.press("Esc")
    #expect(lab.state.overlay == nil && lab.state.engine.state.scheduledCallbacks.count == 0)
  }
}

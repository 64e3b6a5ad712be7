import IVRCore
import Testing

@testable import ivr_tui

@Suite("A crowded lab")
struct WaitingTests {
  @Test("Callbacks wait from the start, before any note and with the clock still")
  func waits() throws {
    var lab = try LabDriver()
    let isCrowded = lab.state.crowd(30)
    #expect(isCrowded)
    #expect(lab.text.contains("0 calls 30 callbacks") && lab.text.contains("ready ×1"))
    #expect(lab.state.log.rows.isEmpty && !lab.state.clock.hasBegun)
    try lab.press("F5")
    #expect(lab.text.contains("… 27 more"))
    try lab.press("End")
    #expect(lab.text.contains("30 cb   +1 408 200 0029"))
    try lab.press("up")
    #expect(lab.text.contains("… 2 more"))
    try lab.press("/ 1 7 Enter")
    #expect(lab.text.contains("18 cb   +1 408 200 0017"))
  }
}

import IVRCore
import Testing

@testable import ivr_tui

@Suite("The board and disturbances")
struct BoardTests {
  @Test("The board shows queues, callbacks, agents, estimators and whether the rules hold")
  func board() throws {
    var lab = try LabDriver(size: Size(width: 100, height: 40))
    try lab.askForCallback()
    try lab.press("F3 a a")
    try lab.press("F2 p a")
    lab.tick(90_000)
    try lab.press("b")
    let text = lab.text
    let parts = [
      "Support_Queue", "Threshold_Queue", "staffed", "erlang", "callbacks", "Agent 1", "Agent 2",
      "EWT", "calls conserved",
    ]
    let missing = parts.filter { !text.contains($0) }
    #expect(missing == [])
    #expect(lab.state.breach == nil && lab.screen.textRows()[0].contains("✓"))
  }

  @Test("The clock goes on under the board, b and Esc close it, arrows scroll it")
  func keys() throws {
    var lab = try LabDriver()
    try lab.press("Enter b space")
    #expect(lab.state.clock.isPaused && lab.state.overlay == .board(first: 0))
    try lab.press("]")
    #expect(lab.state.queue?.name != "Support_Queue")
    try lab.press("down")
    #expect(lab.state.overlay == .board(first: 1))
    try lab.press("b")
    #expect(lab.state.overlay == nil)
    try lab.press("b Esc")
    #expect(lab.state.overlay == nil)
  }

  @Test("A broken rule is shown with its reason")
  func light() throws {
    var lab = try LabDriver()
    lab.state.breach = Breach(rule: .lineOrder, detail: "Support_Queue")
    #expect(lab.screen.textRows()[0].contains("✗"))
    try lab.press("b End")
    lab.state.overlay = .board(first: 99)
    #expect(lab.text.contains("the line is in order: broken by Support_Queue"))
  }

  @Test("Each disturbance is switched on and off by the same key", arguments: Disturbance.allCases)
  func faults(_ disturbance: Disturbance) throws {
    var lab = try LabDriver()
    let key = (Disturbance.allCases.firstIndex(of: disturbance) ?? 0) + 1
    try lab.press("! \(key)")
    #expect(disturbance.isOn(lab.state))
    try lab.press("!")
    #expect(lab.text.contains("on"))
    try lab.press("\(key)")
    #expect(!disturbance.isOn(lab.state))
    #expect(lab.state.engine.state.faults == EngineState(lab.state.lab).faults)
  }

  @Test("An agent in a call cannot sign out, and a sentence says so")
  func agentInCall() throws {
    var lab = try LabDriver()
    try lab.press("Enter n 2 n F3 a a ! 8")
    #expect(lab.notice == "An agent in a call cannot sign out.")
  }
}

import IVRTestSupport
import Testing

@testable import IVRCore

@Suite("The rules that always hold")
struct SoundnessTests {
  /// Two calls wait, a third one is offered.
  private func driver() -> CallDriver {
    let flow = SampleFlow(
      [
        "Queue: queue-contact {\"destination\":\"q-1\"}",
        "Music: play-music {\"prompt\":\"music.wav\",\"duration\":600}",
      ], ["Start.out > Queue", "Queue.default > Music"])
    var driver = CallDriver(flow.world())
    for phone in ["1", "2", "3"] as [PhoneID] { driver.dial(phone) }
    driver.act(.agent("a-1", .available))
    return driver
  }

  private func rules(_ state: EngineState) -> [Breach.Rule] { state.breaches.map(\.rule) }

  @Test("a lab that was only used breaks none")
  func sound() { #expect(driver().engine.state.breaches == []) }

  @Test("a contact that was lost or counted twice is told")
  func conserved() throws {
    var lost = driver().engine.state
    let waiting = try #require(lost.queues["q-1"]?.line.first?.task)
    _ = lost.queues.update("q-1") { $0.line.leave(waiting) }
    #expect(rules(lost) == [.callsConserved])
    var twice = driver().engine.state
    twice.queues["q-1"]?.counters.offered += 1
    #expect(rules(twice) == [.callsConserved])
    var early = driver()
    early.advance(5_000)
    let task = try #require(early.engine.state.queues["q-1"]?.line.first?.task)
    early.engine.state.tasks[task]?.enteredQueue = early.engine.state.now
    #expect(rules(early.engine.state) == [.littlesLaw])
    #expect(twice.breaches.first?.text.contains("4 entered, 0 left, 3 are there") == true)
  }

  @Test("an agent with a contact that is somebody else's is told")
  func oneCall() {
    var state = driver().engine.state
    let task = state.agents["a-1"]?.state.task
    state.agents["a-2"]?.change(to: task.map(AgentState.connected) ?? .rona, at: state.now)
    #expect(rules(state) == [.oneCall])
    state = driver().engine.state
    state.phones["1"]?.change(to: .idle, at: state.now)
    #expect(rules(state) == [])
    state.phones["1"]?.change(to: .ringing("nobody"), at: state.now)
    #expect(rules(state) == [.oneCall])
  }

  @Test("two dials of one number, and a dial without an agent, are told")
  func dials() {
    var state = driver().engine.state
    let tasks = state.tasks.values.map(\.id)
    for (task, phone) in zip(tasks, ["1", "2"] as [PhoneID]) {
      state.tasks[task]?.customer = .ringing(phone)
      state.tasks[task]?.callback = CallbackData(
        requestTime: state.now, number: "+14085267209", isProcessed: false, origin: "IVR",
        type: "Courtesy", retryCount: 0)
      state.phones[phone]?.change(to: .ringing(task), at: state.now)
    }
    #expect(rules(state).contains(.oneDial) && rules(state).contains(.agentForCallback))
  }

  @Test("a callback that the ledger does not know is told")
  func ledger() {
    var state = driver().engine.state
    let task = state.queues["q-1"]?.line.first?.task
    if let task { state.tasks[task]?.customer = .none }
    #expect(rules(state).contains(.ledger))
  }
}

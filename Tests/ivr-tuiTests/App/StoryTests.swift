import IVRCore
import Testing

@testable import ivr_tui

@Suite("The stories of the shipped lab, by keys")
struct StoryTests {
  @Test("A callback is asked for, a second one refused with the reason, the first one served")
  func duplicateRefused() throws {
    var lab = try LabDriver()
    #expect(lab.hint.contains("Enter to dial +1 469 409 6861 (Support)"))
    try lab.press("Enter n")
    #expect(
      lab.hint == "press 1 for a callback, 2 for \"Stay in queue\", 3 for \"Simulate an error\"")
    try lab.press("1")
    #expect(lab.hint == "type 14085267209, the number of phone 2")
    lab.type("14085267209")
    #expect(lab.hint.hasPrefix("press 1 for \"Number OK\""))
    try lab.press("1 n n")
    #expect(lab.state.waitingCallbacks.count == 1)
    #expect(lab.hint.contains("dial again: a second callback to the number is refused"))

    try lab.press("Enter n 1")
    lab.type("14085267209")
    try lab.press("1 n")
    let task = try #require(lab.state.waitingCallbacks.first).id
    let why = lab.state.log.lines.filter { $0.kind == .why }.map(\.text)
    #expect(why.first == "why: task \(task.short) matched")
    #expect(why.contains { $0.hasSuffix("callbackConnectTime is -1") })
    #expect(why.contains { $0.hasSuffix("callbackStatus is Not Processed") })
    #expect(why.contains { $0.hasSuffix("httpStatusCode is 200") })
    #expect(lab.heard.contains { $0.hasPrefix("A callback to this number is already waiting.") })
    try lab.press("n")
    #expect(lab.hint == "F3, then a to make the agent Available")
    try serve(&lab)
    #expect(lab.state.waitingCallbacks.isEmpty)
    #expect(!lab.state.isLive)
  }

  private func serve(_ lab: inout LabDriver) throws {
    try lab.press("F3 a")
    #expect(lab.state.shownAgent?.state.isReserved == true)
    #expect(lab.hint.hasPrefix("a to accept; then the phone of +1 408 526 7209 rings"))
    try lab.press("a")
    #expect(lab.state.ringingPhone == 1)
    #expect(lab.hint == "F2, then p for phone 2, then a to answer")
    try lab.press("F2 p a")
    #expect(lab.state.shownPhone?.state.isOffHook == true)
    try lab.press("h F3 w Enter")
    #expect(lab.state.shownAgent?.state == .available)
  }

  @Test("Where the flow does not check and the guard is off, the second callback is accepted")
  func before() throws {
    var lab = try LabDriver()
    try lab.press("e 2")
    try lab.askForCallback()
    #expect(lab.hint.contains("a second callback to the number is not refused here"))
    try lab.askForCallback()
    #expect(lab.state.waitingCallbacks.count == 2)
    #expect(lab.hint == "F3, then a to make the agent Available")
  }

  @Test("Where the flow does not check, the guard refuses and says why")
  func guardRefuses() throws {
    var lab = try LabDriver()
    try lab.press("e 2 g")
    #expect(lab.notice == "The guard of Before_Queue refuses a second callback.")
    try lab.askForCallback()
    try lab.askForCallback()
    #expect(lab.state.waitingCallbacks.count == 1)
    #expect(lab.state.hasSeenRefusal)
  }

  @Test("An error in the flow leads to a callback by the Tasks API")
  func globalError() throws {
    var lab = try LabDriver()
    try lab.press("Enter n 3 n n n n")
    #expect(lab.state.shownPhone?.lastEnding == .dropped)
    #expect(lab.state.queue?.name == "Outdial_140_Queue")
    try lab.press("F3 a")
    #expect(lab.text.contains("callback  +1 408 526 7209"))
    try lab.press("a F2 p a F3 h w 2")
    #expect(!lab.state.isLive)
  }

  @Test("A callback rings phone 2 while phone 1 calls")
  func twoPhones() throws {
    var lab = try LabDriver()
    try lab.askForCallback()
    try lab.press("Enter n 2 F3 a a")
    #expect(lab.state.ringingPhone == 1)
    #expect(lab.state.shownPhone?.state.isOffHook == true)
    try lab.press("F2 p a")
    let phones = lab.state.engine.state.phones.values
    #expect(phones.map(\.state.isOffHook) == [true, true])
  }

  @Test("An offer that nobody answers comes back into the line")
  func rona() throws {
    var lab = try LabDriver()
    try lab.askForCallback()
    try lab.press("F3 a")
    lab.tick(12_000)
    #expect(lab.state.shownAgent?.state == .rona)
    #expect(lab.text.contains("✗ RONA"))
    #expect(lab.state.waitingCallbacks.count == 1)
  }
}

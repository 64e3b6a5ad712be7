import IVRCore
import Testing

@testable import ivr_tui

@Suite("The clock of the lab")
struct ClockTests {
  private func seconds(_ lab: LabDriver) -> Int64 {
    lab.state.now.since(lab.state.lab.startTime) / 1000
  }

  @Test("It stands until the first act, then follows real time")
  func begins() throws {
    var lab = try LabDriver()
    lab.tick(60_000)
    #expect(seconds(lab) == 0)
    #expect(lab.text.contains("ready ×1"))
    try lab.press("Enter")
    lab.tick(5_000)
    #expect(seconds(lab) == 5)
    #expect(lab.text.contains("▶ ×1"))
  }

  @Test(
    "Speeds",
    arguments: [(">", Int64(2)), ("> >", 5), ("> > > > > > > > >", 600), ("> ,", 1), ("<", 1)])
  func speeds(_ keys: String, _ factor: Int64) throws {
    var lab = try LabDriver()
    try lab.press("Enter \(keys)")
    lab.tick(1_000)
    #expect(seconds(lab) == factor)
  }

  @Test("Pause stops time, and keys still work")
  func pause() throws {
    var lab = try LabDriver()
    try lab.press("Enter")
    lab.tick(3_000)
    try lab.press("space 1")
    lab.tick(60_000)
    #expect(seconds(lab) == 3)
    #expect(lab.state.wait?.label == "NewNumber")
    try lab.press("space")
    lab.tick(1_000)
    #expect(seconds(lab) == 4)
  }

  @Test("One event at a time")
  func step() throws {
    var lab = try LabDriver()
    try lab.press("Enter .")
    #expect(lab.state.clock.isPaused)
    #expect(lab.notice == "One event: WelcomePrompt → default")
  }

  @Test("The next event that matters skips the rest of a prompt, and music")
  func next() throws {
    var lab = try LabDriver()
    try lab.press("Enter n")
    #expect(lab.state.wait?.label == "WantCallback")
    #expect(lab.state.wait?.isSpeaking == true)
    try lab.press("n")
    #expect(lab.state.wait?.isSpeaking == false)
    let before = lab.state.now
    try lab.press("2 n")
    #expect(lab.state.now == before)
    #expect(
      lab.notice == "Nothing ahead within an hour; next: F3, then a to make the agent Available")
  }

  @Test("Nothing ahead is said, and time does not jump a day")
  func nothing() throws {
    var lab = try LabDriver()
    try lab.press("n")
    #expect(
      lab.notice
        == "Nothing ahead; next: Enter to dial +1 469 409 6861 (Support), e for other numbers")
    try lab.askForCallback()
    let before = lab.state.now
    try lab.press("n")
    #expect(lab.notice == "Nothing ahead within an hour; next: \(lab.hint)")
    try lab.press(".")
    #expect(lab.notice.hasPrefix("The next event is 23:59:"))
    #expect(lab.state.now == before)
  }

  @Test("Run to a time, then pause")
  func run() throws {
    var lab = try LabDriver()
    try lab.command("run 10:15")
    lab.tick(1)
    #expect(CivilTime(lab.state.now).clock == "10:15:00")
    #expect(lab.state.clock.isPaused)
    #expect(lab.notice == "It is 10:15:00 on Mon 2026-01-05; space goes on.")
    try lab.command("run +90")
    lab.tick(1)
    #expect(CivilTime(lab.state.now).clock == "10:16:30")
  }

  @Test("r opens the line to run to a time")
  func runKey() throws {
    var lab = try LabDriver()
    try lab.press("r + 3 0 Enter")
    lab.tick(1)
    #expect(seconds(lab) == 30)
  }

  @Test("A program that was stopped goes on where it was")
  func stall() throws {
    var lab = try LabDriver()
    try lab.press("Enter")
    lab.tick(3_000)
    _ = update(&lab.state, .tick(lab.state.realNow + 600_000))
    lab.tick(1_000)
    #expect(seconds(lab) == 4)
  }

  @Test("A turn takes a bounded number of events")
  func bounded() throws {
    var lab = try LabDriver()
    try lab.press("Enter n 2")
    try lab.command("run 20:00")
    _ = update(&lab.state, .tick(lab.state.realNow + 1))
    #expect(lab.state.isBehind)
    lab.tick(1)
    #expect(CivilTime(lab.state.now).clock == "20:00:00")
  }

  @Test("Real and simulated time belong together", arguments: LabClock.speeds)
  func mapping(_ speed: Int64) {
    var clock = LabClock()
    clock.setSpeed(speed)
    clock.anchor(real: 1_000, simulated: SimulationTime(milliseconds: 50))
    for time in [Int64(50), 51, 649, 650, 651, 10_007] {
      let real = clock.real(of: SimulationTime(milliseconds: time))
      #expect(clock.simulated(at: real).milliseconds >= time)
      #expect(real == 1_000 || clock.simulated(at: real - 1).milliseconds < time)
    }
  }
}

import IVRAdapters
import IVRCore
import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite("The demo")
struct DemoTests {
  private static let world = WorldFolder(root: SharedData.root).load().world

  private static let played: ScenarioReport? = {
    guard let world else { return nil }
    let file = ScenarioFile.read(SharedData.root + "/Flows/demos/duplicates.scenario", in: world)
    return file.scenario.map { ScenarioRunner.play($0, in: world) }
  }()

  private static func report() throws -> ScenarioReport { try #require(played) }

  /// The lab with the demo at its beginning.
  private static func lab(size: Size = Size(width: 80, height: 24)) throws -> LabDriver {
    var lab = try LabDriver(size: size)
    lab.state.demo = DemoShow("duplicates", try report().cues)
    lab.tick(0)
    return lab
  }

  /// Lets time pass until a text is on the screen; false if it never is.
  private static func play(_ lab: inout LabDriver, until text: String) -> Bool {
    for _ in 0..<200 {
      if lab.text.contains(text) { return true }
      lab.tick(2_000)
    }
    return false
  }

  @Test("On the screen it takes the same acts to the same transcript as without one")
  func sameStory() throws {
    let report = try Self.report()
    #expect(report.failure == nil)
    var session = PlainSession(try Self.lab().state, isRealTime: false, isASCII: false) {
      (nil, [])
    }
    let told = session.playDemo()
    let wanted = report.transcript.filter { $0.kind != .note }
    let text = PlainText(isASCII: false)
    #expect(
      wanted.flatMap { text.lines(of: [.line($0)], session.state) }
        == told.filter { $0.hasPrefix("10:") && !$0.contains(" note: ") })
    #expect(
      told.filter { $0.hasPrefix("At the end") } == [
        "At the end of the chapter 3 callbacks wait in Before_Queue.",
        "At the end of the chapter 2 callbacks wait in Support_Queue.",
        "At the end of the chapter 1 callback waits in Support_Queue.",
        "At the end of the chapter 1 callback waits in Support_Queue.",
      ])
    #expect(session.isOver)
  }

  @Test("Four chapters, captions of at most two lines at 80 columns")
  func captions() throws {
    let show = DemoShow("duplicates", try Self.report().cues)
    #expect(show.chapters.map(\.title) == ["Before", "Race", "Flow check", "Guard"])
    #expect(show.captions.filter { TextWrap.wrap($0, width: 78).count > 2 } == [])
    let lab = try Self.lab()
    #expect(lab.text.contains("Demo 1/4 Before"))
    #expect(lab.screen.textRows()[23].contains("space pause"))
    #expect(lab.screen.textRows()[23].contains("other keys take over"))
  }

  @Test("It ends in the last chapter, and space begins it again")
  func wholeStory() throws {
    var lab = try Self.lab()
    #expect(Self.play(&lab, until: "the end"))
    #expect(lab.state.engine.state.ledger.count == 1)
    #expect(lab.state.demoDeadline == nil)
    try lab.press("space")
    lab.tick(0)
    #expect(lab.text.contains("Demo 1/4"))
  }

  @Test("Space stops it, and what was left to read is left after it")
  func pause() throws {
    var lab = try Self.lab()
    lab.tick(2_000)
    let left = try #require(lab.state.demoDeadline) - lab.state.realNow
    try lab.press("space")
    let before = lab.text
    lab.tick(60_000)
    #expect(lab.text == before)
    #expect(lab.text.contains("paused"))
    try lab.press("space")
    #expect(lab.state.demoDeadline == lab.state.realNow + left)
    _ = Self.play(&lab, until: "in call")
    try lab.press("space")
    let now = lab.state.now
    lab.tick(60_000)
    #expect(lab.state.now == now)
    try lab.press("space")
    lab.tick(1_000)
    #expect(lab.state.now > now)
  }

  @Test("The arrows change the chapter, which begins in a fresh lab")
  func chapters() throws {
    var lab = try Self.lab()
    #expect(Self.play(&lab, until: "Your callback is scheduled"))
    try lab.press("right")
    lab.tick(0)
    #expect(lab.text.contains("Demo 2/4 Race"))
    #expect(lab.heard == ["guard of Support_Queue is off"])
    #expect(lab.text.contains("guard off"))
    try lab.press("right right right")
    lab.tick(0)
    #expect(lab.text.contains("Demo 4/4"))
    try lab.press("left")
    lab.tick(0)
    #expect(lab.text.contains("Demo 3/4"))
  }

  @Test(
    "Any other key takes the lab over and does nothing else",
    arguments: ["Enter", "5", ":", "F3", "Esc"])
  func takesOver(key: String) throws {
    var lab = try Self.lab()
    #expect(Self.play(&lab, until: "in call"))
    let now = lab.state.now
    let phones = lab.state.engine.state.phones
    try lab.press(key)
    lab.tick(1_000)
    #expect(lab.notice == Strings.Demo.isYours)
    #expect(lab.state.demo == nil)
    #expect(lab.state.clock.isPaused)
    #expect(lab.state.now == now)
    #expect(lab.state.engine.state.phones == phones)
    try lab.press("space")
    lab.tick(1_000)
    #expect(lab.state.now.since(now) == 1_000)
  }

  @Test("q leaves at once: nothing of the user's is lost")
  func quit() throws {
    var lab = try Self.lab()
    #expect(Self.play(&lab, until: "in call"))
    try lab.press("q")
    #expect(lab.commands == [.quit])
  }

  @Test("Pictures", arguments: ["race", "refused"])
  func pictures(_ moment: String) throws {
    var lab = try Self.lab()
    let text = moment == "race" ? "Both searches came back empty, so" : "Refused, and here is why"
    #expect(Self.play(&lab, until: text))
    Snapshot.expect(lab.screen, "demo-80x24-\(moment)")
    for (width, height) in [(60, 16), (79, 24), (80, 23), (160, 50), (20, 5), (1, 1)] {
      lab.state.size = Size(width: width, height: height)
      #expect(lab.screen.size == lab.state.size)
    }
  }
}

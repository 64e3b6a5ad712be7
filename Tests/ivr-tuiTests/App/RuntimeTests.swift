import IVRAdapters
import Testing

@testable import ivr_tui

@Suite("The loop")
struct RuntimeTests {
  /// A terminal that always has something to say, so that the loop never waits.
  final class EagerTerminal: Terminal {
    let size = Size(width: 80, height: 24)
    let descriptor: Int32 = -1
    private let wake: WakeSignal
    private var batches: [[InputEvent]]
    private(set) var screens: [Screen] = []
    private(set) var repaints = 0

    init(wake: WakeSignal, batches: [[InputEvent]]) {
      self.wake = wake
      self.batches = batches
      wake.raise()
    }

    func nextEvents() -> [InputEvent] {
      wake.raise()
      return batches.isEmpty ? [.closed] : batches.removeFirst()
    }

    func present(_ screen: Screen) { screens.append(screen) }
    func use(_ looks: Looks) {}
    func repaint() { repaints += 1 }
    func leave() {}
  }

  @Test("It draws only what changed, repaints on Ctrl-L, and ends when the terminal is gone")
  func loop() throws {
    let wake = try WakeSignal()
    let idle = [[InputEvent]](repeating: [], count: 20)
    let terminal = EagerTerminal(wake: wake, batches: idle + [[.key(.control("l"))]] + idle)
    var runtime = Runtime(try LabDriver().state, terminal: terminal, wake: wake) { (nil, []) }
    runtime.run()
    #expect(terminal.screens.count == 1)
    #expect(terminal.repaints == 1)
  }

  @Test("Ctrl-C ends it before later keys are looked at")
  func leave() throws {
    let wake = try WakeSignal()
    let keys: [InputEvent] = [.key(.control("c")), .key(.control("l"))]
    let terminal = EagerTerminal(wake: wake, batches: [keys])
    var runtime = Runtime(try LabDriver().state, terminal: terminal, wake: wake) { (nil, []) }
    runtime.run()
    #expect(terminal.repaints == 0)
  }
}

@testable import ivr_tui

/// A terminal without a terminal: plays events and keeps what was shown.
final class FakeTerminal: Terminal {
  private(set) var size: Size
  let descriptor: Int32 = -1
  /// Batches of events, one for each call of `nextEvents`; afterwards the terminal is closed.
  private var batches: [[InputEvent]]
  private(set) var screens: [Screen] = []
  private(set) var themes: [String] = []
  private(set) var repaints = 0
  private(set) var hasLeft = false

  init(size: Size = Size(width: 80, height: 24), batches: [[InputEvent]] = []) {
    self.size = size
    self.batches = batches
  }

  /// Adds a batch.
  func type(_ events: InputEvent...) {
    batches.append(events)
  }

  func nextEvents() -> [InputEvent] {
    guard !batches.isEmpty else { return [.closed] }
    let batch = batches.removeFirst()
    for case .resized(let size) in batch { self.size = size }
    return batch
  }

  func present(_ screen: Screen) {
    screens.append(screen)
  }

  func use(_ looks: Looks) {
    themes.append(looks.theme.name)
  }

  func repaint() {
    repaints += 1
  }

  func leave() {
    hasLeft = true
  }
}

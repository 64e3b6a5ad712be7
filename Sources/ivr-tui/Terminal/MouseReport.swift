/// Mouse reports in SGR form, which every terminal with a mouse sends on request.
///
/// Read here and not by curses, which loses presses and releases that come in one read.
/// Source: xterm control sequences, "Mouse Tracking", modes 1000 and 1006.
nonisolated extension MouseEvent {
  /// Asks the terminal for reports of buttons and wheel.
  static let request = "\u{1B}[?1000h\u{1B}[?1006h"
  /// Gives the mouse back to the terminal.
  static let refusal = "\u{1B}[?1000l\u{1B}[?1006l"

  /// The event of `<button;column;row`; nil for other sequences, and for motion and other buttons.
  init?(parameters: String, isPress: Bool) {
    guard parameters.hasPrefix("<") else { return nil }
    let numbers = parameters.dropFirst().split(separator: ";").map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], column > 0, row > 0
    else { return nil }
    let kind: Kind
    switch (button & ~Self.modifiers, isPress) {
    case (0, true): kind = .press(.left)
    case (1, true): kind = .press(.middle)
    case (2, true): kind = .press(.right)
    case (0, false): kind = .release(.left)
    case (1, false): kind = .release(.middle)
    case (2, false): kind = .release(.right)
    case (64, true): kind = .wheelUp
    case (65, true): kind = .wheelDown
    default: return nil
    }
    self.init(kind: kind, position: Point(x: column - 1, y: row - 1))
  }

  /// Shift, Alt and Control.
  private static let modifiers = 4 + 8 + 16
}

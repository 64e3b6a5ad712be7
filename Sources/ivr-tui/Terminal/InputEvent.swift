/// What a terminal reports.
nonisolated enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// The terminal has a new size; everything has to be drawn again.
  case resized(Size)
  case mouse(MouseEvent)
  /// Text that was pasted, as it came.
  case paste(String)
  /// The terminal is gone, or the program was asked to stop from outside; nothing more will come.
  case closed
}

/// One key stroke.
nonisolated enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab
  case up, down, left, right
  case home, end, pageUp, pageDown
  case backspace, delete, insert
  /// A function key, counted from 1; with Shift most terminals report number + 12.
  case function(Int)
  /// Control and a lower-case letter, or one of `\ ] ^ _` and space.
  case control(Character)
  /// Alt and a character.
  case alt(Character)
}

/// What the mouse did and where.
nonisolated struct MouseEvent: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case press(Button)
    case release(Button)
    case wheelUp
    case wheelDown
  }

  enum Button: Hashable, Sendable {
    case left, middle, right
  }

  let kind: Kind
  let position: Point
}

/// What the program reacts to.
enum Message {
  /// Keys and changes of size.
  case input(InputEvent)
  /// Real time has come so far, in milliseconds of `MonotonicClock`.
  case tick(Int64)
}

/// What the state cannot do itself.
enum Command: Equatable {
  case quit
  /// Draw everything again.
  case repaint
}

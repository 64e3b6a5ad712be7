import IVRCore

/// What the program reacts to.
enum Message {
  /// Keys and changes of size.
  case input(InputEvent)
  /// Real time has come so far, in milliseconds of `MonotonicClock`.
  case tick(Int64)
  /// The documents were read again; without a world they hold errors.
  case reloaded(World?, [Diagnostic])
}

/// What the state cannot do itself.
enum Command: Equatable {
  case quit
  /// Draw everything again.
  case repaint
  /// Read the documents again and start from them.
  case reload
}

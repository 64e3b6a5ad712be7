import IVRAdapters
import IVRCore

/// What the program reacts to.
enum Message {
  /// Keys and changes of size.
  case input(InputEvent)
  /// Real time has come so far, in milliseconds of `MonotonicClock`.
  case tick(Int64)
  /// The documents were read again; without a world they hold errors.
  case reloaded(World?, [Diagnostic])
  /// The HTTP server has news.
  case service(HTTPServerEvent)
  /// The HTTP server was started, with a new token unless it ran already, or could not be.
  case serving(Result<String, HTTPServerError>, token: String?)
}

/// What the state cannot do itself.
enum Command: Equatable {
  case quit
  /// Draw everything again.
  case repaint
  /// Read the documents again and start from them.
  case reload
  /// Serve the lab's APIs over HTTP; port 0 takes a free one.
  case serve(port: UInt16)
  /// Stop serving, gracefully.
  case stopServing
  /// Let time pass at once; of the line dialogue.
  case wait(until: SimulationTime)
}

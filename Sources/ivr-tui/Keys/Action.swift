/// What a key means.
enum Action: Equatable {
  case focus(Pane)
  case focusNext(Int)
  case phone(PhoneAction)
  case agent(AgentAction)
  case clock(ClockAction)
  case move(AppState.Movement)
  case nextQueue(Int)
  case switchGuard
  case toggleHints
  case showWhy
  case showDetail
  case showHelp
  /// With the beginning of a command.
  case openCommandLine(String)
  /// Leaves the trace.
  case back
  case quit
}

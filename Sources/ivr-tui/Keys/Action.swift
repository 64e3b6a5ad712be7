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
  /// All queues and agents at once.
  case showBoard
  /// What a presenter disturbs.
  case showFaults
  /// With the beginning of a command.
  case openCommandLine(String)
  /// Leaves one level: the filter, the zoom, then the trace.
  case back
  case zoom
  /// Opens the line that filters the focused pane.
  case filter
  /// Shows the rows of all calls, or of one.
  case toggleOneCall
  /// Shows speech in the next of its views.
  case nextView
  case toggleMouse
  /// Starts or stops the HTTP server.
  case toggleServer
  case quit
}

extension Action {
  /// Whether it does the same while the board is shown.
  var worksOnBoard: Bool {
    switch self {
    case .clock, .nextQueue, .switchGuard: true
    default: false
    }
  }
}

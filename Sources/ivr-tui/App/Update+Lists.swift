import IVRCore

/// Moving in the transcript and the trace.
extension AppState {
  /// How far a list moves.
  enum Movement: Equatable {
    case lines(Int)
    case first, last
  }

  mutating func move(_ movement: Movement) {
    switch focus {
    case .trace:
      log.selectedRow = Self.moved(log.selectedRow, movement, count: log.rows.count)
    case .heard:
      log.lastLine = Self.moved(log.lastLine, movement, count: log.lines.count)
    default: break
    }
  }

  /// The new place in a list; nil at its end, which follows what happens.
  private static func moved(_ place: Int?, _ movement: Movement, count: Int) -> Int? {
    guard count > 0 else { return nil }
    let current = min(place ?? count - 1, count - 1)
    let next =
      switch movement {
      case .lines(let number): max(0, current + number)
      case .first: 0
      case .last: count - 1
      }
    return next >= count - 1 ? nil : next
  }

  /// Shows the activity that found the callback which stood in the way.
  mutating func showWhy() {
    guard let row = log.rows.lastIndex(where: { $0.activity?.matchReason != nil || $0.isRefusal })
    else {
      say(Strings.nothingRefused)
      return
    }
    log.selectedRow = row
    focus = .trace
  }

  /// Shows the whole of the selected row.
  mutating func showDetail() {
    guard let row = log.shownRow else { return }
    let lines = TracePane.detail(of: log.rows[row])
    overlay = .text(title: Strings.detailTitle, lines: lines, first: 0)
  }
}

extension TraceEntry {
  /// Whether the guard refused a callback.
  var isRefusal: Bool {
    if case .callbackRefused = event { true } else { false }
  }
}

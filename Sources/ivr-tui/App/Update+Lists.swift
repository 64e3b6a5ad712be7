import IVRCore

/// Moving in the transcript and the trace.
extension AppState {
  /// How far a list moves.
  enum Movement: Equatable {
    case lines(Int)
    case first, last
  }

  mutating func move(_ movement: Movement) { move(movement, in: focus) }

  mutating func move(_ movement: Movement, in pane: Pane) {
    switch pane {
    case .trace: log.selectedRow = Self.moved(log.selectedRow, movement, among: traceRows)
    case .heard: log.lastLine = Self.moved(log.lastLine, movement, among: heardLines)
    case .queue: queueFirst = moved(movement)
    default: break
    }
  }

  /// The new place in a list; nil at its end, which follows what happens.
  private static func moved(_ place: Int?, _ movement: Movement, among rows: [Int]) -> Int? {
    guard !rows.isEmpty else { return nil }
    let last = rows.count - 1
    let current = place.flatMap { place in rows.lastIndex { $0 <= place } } ?? last
    let next =
      switch movement {
      case .lines(let number): max(0, current + number)
      case .first: 0
      case .last: last
      }
    return next >= last ? nil : rows[next]
  }

  /// The first row of the queue after a movement.
  private func moved(_ movement: Movement) -> Int {
    let height = layout.panes[.queue]?.inset().height ?? 0
    let last = max(0, (queue?.line.count ?? 0) - QueuePane.room(height: height))
    return switch movement {
    case .lines(let number): max(0, min(min(queueFirst, last) + number, last))
    case .first: 0
    case .last: last
    }
  }

  /// Shows the activity that found the callback which stood in the way.
  mutating func showWhy() {
    guard let row = log.rows.lastIndex(where: { $0.activity?.matchReason != nil || $0.isRefusal })
    else {
      say(Strings.nothingRefused)
      return
    }
    log.selectedRow = row
    filters[.trace] = nil
    oneCall = nil
    focus = .trace
  }

  /// Shows the whole of the selected row.
  mutating func showDetail() {
    guard let row = selectedTraceRow else { return }
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

import IVRCore
import IVRLanguages

/// The live queue: who waits, how long, and the estimate.
enum QueuePane {
  /// One contact of a queue.
  struct Row: Equatable {
    /// The place in line; nil for one who has left it for an agent.
    let position: Int?
    let isCallback: Bool
    let number: String
    let waited: Int64
    let state: String
    let isOwn: Bool
  }

  static func content(_ state: AppState, height: Int) -> PaneContent {
    guard let queue = state.queue else {
      return PaneContent("F5 Queue", [Line(Strings.noQueue, .dim)])
    }
    let rows = rows(of: queue, state)
    let counters = height >= 10 ? counters(of: queue) : []
    let room = max(1, height - 2 - counters.count)
    let shown = rows.count > room ? Array(rows.prefix(room - 1)) : rows
    var lines = [Line(" #  kind number           waiting state", .dim)]
    lines += shown.map(line)
    if rows.count > shown.count { lines.append(Line("… \(rows.count - shown.count) more", .dim)) }
    if rows.isEmpty { lines.append(Line("nobody waits", .dim)) }
    let gap = height - 1 - counters.count - lines.count
    lines += Array(repeating: .blank, count: max(0, gap))
    lines += counters
    lines.append(summary(of: queue, state, rows))
    let elsewhere = state.engine.state.queues.values.filter { $0.id != queue.id }
      .reduce(0) { $0 + $1.line.entries.count }
    let more = elsewhere > 0 ? " · \(elsewhere) elsewhere ]" : ""
    return PaneContent("F5 Queue · \(VisibleText.line(queue.name))" + more, lines)
  }

  /// How contacts left the queue; only where there is room.
  private static func counters(of queue: ContactQueue) -> [Line] {
    let counters = queue.counters
    return [
      Line("answered \(counters.answered) · refused callbacks \(counters.refused)", .dim),
      Line(
        "left: hung up \(counters.abandoned) · for a callback \(counters.leftForCallback)"
          + " · by flow \(counters.endedByFlow)", .dim),
    ]
  }

  /// Everybody who waits in a queue, who is being offered or dialled first.
  static func rows(of queue: ContactQueue, _ state: AppState) -> [Row] {
    let tasks = state.engine.state.tasks
    let leaving = tasks.values.filter { task in
      guard task.queue == queue.id else { return false }
      return task.status == .connect || task.customer.isRinging
    }
    // Who is being offered still stands before the others; who is being dialled does not.
    let ahead = leaving.filter { !$0.customer.isRinging }.count
    let waiting = queue.line.entries.enumerated().compactMap { index, entry in
      tasks[entry.task].map { row($0, state, position: ahead + index + 1) }
    }
    return leaving.map { row($0, state, position: nil) } + waiting
  }

  private static func row(_ task: ContactTask, _ state: AppState, position: Int?) -> Row {
    Row(
      position: position, isCallback: task.isCallback, number: task.customerNumber,
      waited: task.queuedTime.map { state.now.since($0) } ?? 0, state: word(task, state),
      isOwn: state.shownPhone?.state.task == task.id)
  }

  private static func word(_ task: ContactTask, _ state: AppState) -> String {
    if task.customer.isRinging { return "dialling" }
    if task.status == .connect { return "offered" }
    guard let wait = state.engine.waiting(of: task.id) else { return "waiting" }
    switch wait.kind {
    case .music: return "music"
    case .key, .digits: return "menu"
    case .answer: return "search"
    case .message, .passing: return "prompt"
    }
  }

  private static func line(_ row: Row) -> Line {
    let place = row.position.map(String.init) ?? "→"
    let own = row.isOwn ? "▸" : " "
    return Line([
      Span(own + TextWrap.fit(place, width: 3), .accent),
      Span(TextWrap.fit(row.isCallback ? "cb" : "call", width: 5)),
      Span(TextWrap.fit(Format.number(row.number), width: 16)),
      Span(TextWrap.fit(Format.span(row.waited), width: 8, alignment: .right)),
      Span(" " + row.state, row.state == "offered" || row.state == "dialling" ? .warning : .dim),
    ])
  }

  private static func summary(
    of queue: ContactQueue, _ state: AppState, _ rows: [Row]
  ) -> Line {
    let estimate = queue.history.estimate(lookbackMinutes: 5, at: state.now)
    let callbacks = rows.count { $0.isCallback }
    let agents = state.engine.state.agents.values.filter { queue.teams.contains($0.team) }
    let free = agents.count { $0.state == .available }
    let contacts =
      " · \(counted(rows.count - callbacks, "call")) \(counted(callbacks, "callback"))"
    return Line(
      [Span("EWT \(estimate < 0 ? "—" : Format.span(estimate))", .title), Span(contacts)],
      right: [Span("\(free)/\(agents.count) free")])
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension CustomerLeg {
  var isRinging: Bool { if case .ringing = self { true } else { false } }
}

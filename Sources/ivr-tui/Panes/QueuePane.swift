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
    /// The number as the screen writes it.
    let shownNumber: String
    let waited: Int64
    let state: String
    let isOwn: Bool

    /// Whether it holds a text in lower case; numbers also without their blanks.
    func holds(_ text: String) -> Bool {
      let kind = isCallback ? "cb callback" : "call"
      let words = "\(number) \(shownNumber) \(state) \(kind)"
      return words.lowercased().contains(text)
    }
  }

  static func content(_ state: AppState, height: Int) -> PaneContent {
    guard let queue = state.queue else {
      return PaneContent(Pane.queue.heading(state), [Line(Strings.noQueue, .dim)])
    }
    let counters = height >= tall ? counters(of: queue) : []
    let room = room(height: height)
    let members = Members(queue, state)
    var lines = [Line(" #  kind number           waiting state", .dim)]
    lines += rows(members, state, room: room)
    let gap = height - 1 - counters.count - lines.count
    lines += Array(repeating: .blank, count: max(0, gap))
    lines += counters
    lines.append(summary(of: queue, state, members))
    let elsewhere = state.engine.state.queues.values.filter { $0.id != queue.id }
      .reduce(0) { $0 + $1.line.count }
    let more = elsewhere > 0 ? " · \(elsewhere) elsewhere ]" : ""
    return PaneContent(
      Pane.queue.heading(state, " · \(VisibleText.line(queue.name))" + more), lines)
  }

  /// From this height on the counters are shown.
  private static let tall = 10

  /// How many contacts a pane of a height shows.
  static func room(height: Int) -> Int { max(1, height - (height >= tall ? 4 : 2)) }

  /// The rows that fit, from the one scrolled to, with a line for those that do not.
  private static func rows(_ members: Members, _ state: AppState, room: Int) -> [Line] {
    let text = state.filter(of: .queue).lowercased()
    if members.count == 0 { return [Line("nobody waits", .dim)] }
    let places =
      text.isEmpty
      ? Array(0..<members.count)
      : (0..<members.count).filter { row(members, $0, state)?.holds(text) == true }
    if places.isEmpty { return [Line(Strings.nothingHolds, .dim)] }
    let first = min(state.queueFirst, max(0, places.count - room))
    let last = min(places.count, first + room)
    var lines = places[first..<last].compactMap { row(members, $0, state).map(line) }
    let hidden = places.count - last
    if hidden > 0, !lines.isEmpty {
      lines[lines.count - 1] = Line("… \(hidden + 1) more", .dim)
    }
    return lines
  }

  /// Everybody in a queue: who is being offered or dialled, then who waits.
  ///
  /// Counted in one pass over the tasks without copying one, since a picture must not take longer
  /// the longer the line is.
  private struct Members {
    private(set) var leaving: [ContactTask] = []
    private(set) var callbacks = 0
    let waiting: WaitingLine

    init(_ queue: ContactQueue, _ state: AppState) {
      waiting = queue.line
      let tasks = state.engine.state.tasks.values
      for place in tasks.indices where tasks[place].isActive && tasks[place].queue == queue.id {
        let isLeaving = tasks[place].status == .connect || tasks[place].customer.isRinging
        if isLeaving { leaving.append(tasks[place]) }
        if tasks[place].isCallback, isLeaving || tasks[place].status == .parked { callbacks += 1 }
      }
    }

    var count: Int { leaving.count + waiting.count }
  }

  private static func row(_ members: Members, _ place: Int, _ state: AppState) -> Row? {
    if place < members.leaving.count { return row(members.leaving[place], state, position: nil) }
    let index = place - members.leaving.count
    // Who is being offered still stands before the others; who is being dialled does not.
    let ahead = members.leaving.count { !$0.customer.isRinging }
    return state.engine.state.tasks[members.waiting[index].task].map {
      row($0, state, position: ahead + index + 1)
    }
  }

  /// How contacts left the queue; only where there is room.
  private static func counters(of queue: ContactQueue) -> [Line] {
    let counters = queue.counters
    return [
      Line("answered \(counters.answered) · refused callbacks \(counters.refused)", .dim),
      Line(
        "left: abandoned \(counters.abandoned) · for a callback \(counters.leftForCallback)"
          + " · by flow \(counters.endedByFlow)", .dim),
    ]
  }

  /// Everybody in a queue, who is being offered or dialled first.
  static func rows(of queue: ContactQueue, _ state: AppState) -> [Row] {
    let members = Members(queue, state)
    return (0..<members.count).compactMap { row(members, $0, state) }
  }

  /// How many are in a queue, with those being offered or dialled.
  static func count(of queue: ContactQueue, _ state: AppState) -> Int {
    Members(queue, state).count
  }

  private static func row(_ task: ContactTask, _ state: AppState, position: Int?) -> Row {
    Row(
      position: position, isCallback: task.isCallback, number: task.customerNumber,
      shownNumber: state.written(task.customerNumber),
      waited: task.queuedTime.map { state.now.since($0) } ?? 0, state: word(task, state),
      isOwn: state.shownPhone?.state.task == task.id)
  }

  private static func word(_ task: ContactTask, _ state: AppState) -> String {
    if task.customer.isRinging { return "dialling" }
    if let errand = state.engine.state.services[task.id]?.errand { return errand }
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
      Span(TextWrap.fit(row.shownNumber, width: 16)),
      Span(TextWrap.fit(Format.span(row.waited), width: 8, alignment: .right)),
      Span(" " + row.state, row.state == "offered" || row.state == "dialling" ? .warning : .dim),
    ])
  }

  private static func summary(
    of queue: ContactQueue, _ state: AppState, _ members: Members
  ) -> Line {
    let estimate = queue.history.estimate(lookbackMinutes: 5, at: state.now)
    let agents = state.engine.state.agents.values.filter { queue.teams.contains($0.team) }
    let free = agents.count { $0.state == .available }
    let contacts =
      " · \(counted(members.count - members.callbacks, "call")) \(counted(members.callbacks, "callback"))"
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

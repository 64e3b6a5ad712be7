import IVRCore
import IVRLanguages

/// The lines at the top and the bottom.
enum StatusLine {
  /// Flow on the left; clock, speed, guard and seed on the right.
  static func line(_ state: AppState) -> Line {
    let flow = state.entryPoint.map { entry in
      entry.name + (entry.flow.map { " → \($0) · \(entry.label)" } ?? "")
    }
    let time = CivilTime(state.now)
    return Line(
      [Span(" " + VisibleText.line(flow ?? state.lab.name), .title)],
      right: [
        Span("\(time.weekdayName) \(time.clock)  ", .status), speed(state),
        Span("  guard ", .dim),
        Span(
          state.queue?.duplicateGuard.rawValue ?? "—",
          state.queue?.duplicateGuard == .off ? .warning : .status),
        Span("  seed ", .dim), Span("\(state.lab.seed) ", .status),
      ])
  }

  private static func speed(_ state: AppState) -> Span {
    let clock = state.clock
    if state.demo?.isPlaying == true { return Span("demo ×\(clock.speed)", .status) }
    if clock.target != nil { return Span("▶▶ running", .warning) }
    if clock.isPaused { return Span("paused ×\(clock.speed)", .warning) }
    return clock.hasBegun
      ? Span("▶ ×\(clock.speed)", .status) : Span("ready ×\(clock.speed)", .status)
  }

  /// What the panes that are not shown do.
  static func others(_ state: AppState) -> Line {
    var parts: [String] = []
    if state.focus != .agent, let agent = state.shownAgent {
      parts.append("agent \(agent.state.words) \(Format.span(state.now.since(agent.since)))")
    }
    if state.focus != .queue, let queue = state.queue {
      parts.append("queue \(QueuePane.rows(of: queue, state).count)")
    }
    for (index, face) in state.phones.enumerated()
    where state.focus != .phone || index != state.phone {
      switch state.engine.state.phones[face.id]?.state {
      case .ringing: parts.append("phone \(index + 1) rings")
      case .inCall: parts.append("phone \(index + 1) in call")
      default: break
      }
    }
    return Line(" " + parts.joined(separator: " · "), .dim)
  }

  /// What was just said to the user, else the next useful act.
  static func hint(_ state: AppState, _ hint: Hint) -> Line {
    if let notice = state.notice {
      let role: StyleRole =
        switch notice.tone {
        case .plain: .accent
        case .good: .good
        case .bad: .warning
        }
      return Line(" " + VisibleText.line(notice.text), role)
    }
    return state.showsHints ? Line(" next: " + hint.text, .dim) : .blank
  }

  /// As many keys as fit; help is always the last.
  static func help(_ state: AppState, width: Int) -> Line {
    let bar = KeyMap.bar(state).map { ($0.keys.count > 3 ? $0.shown : $0.short, $0.label ?? "") }
    guard let help = bar.last else { return .blank }
    func columns(_ entry: (String, String)) -> Int { entry.0.count + entry.1.count + 3 }
    var room = width - columns(help)
    let shown = bar.dropLast().prefix { entry in
      room -= columns(entry)
      return room >= 0
    }
    return Line(
      (shown + [help]).flatMap { entry in
        [Span(" " + entry.0, .helpKey), Span(" \(entry.1) ", .help)]
      })
  }
}

extension Binding {
  /// The first of its keys, or what stands for them all.
  fileprivate var short: String { label == "speed" ? "< >" : keys.first?.name ?? shown }
}

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
      right: serving(state) + [
        Span("\(time.weekdayName) \(time.clock)  ", .status), speed(state),
        Span("  guard ", .dim),
        Span(
          state.queue?.duplicateGuard.rawValue ?? "—",
          state.queue?.duplicateGuard == .off ? .warning : .status),
        Span("  seed ", .dim), Span("\(state.lab.seed) ", .status),
        state.breach == nil ? Span("✓", .good) : Span("✗", .bad),
      ])
  }

  /// The port, which is what changes; the line below has the whole address.
  private static func serving(_ state: AppState) -> [Span] {
    state.service.address.map { address in
      [Span("serves :\(address.split(separator: ":").last ?? "")  ", .good)]
    } ?? []
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
      parts.append("queue \(QueuePane.count(of: queue, state))")
    }
    for (index, face) in state.phones.enumerated()
    where state.focus != .phone || index != state.phone {
      switch state.engine.state.phones[face.id]?.state {
      case .ringing: parts.append("phone \(index + 1) rings")
      case .inCall: parts.append("phone \(index + 1) in call")
      default: break
      }
    }
    if let address = state.service.address { parts.append("serves \(address)") }
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

  /// A key of the help bar and the columns it stands in.
  struct HelpEntry {
    let binding: Binding
    let columns: Range<Int>
  }

  /// As many keys as fit; help is always the last.
  static func helpEntries(_ state: AppState, width: Int) -> [HelpEntry] {
    let bar = state.keyMap.bar(state)
    guard let help = bar.last else { return [] }
    var room = width - columns(of: help)
    let shown = bar.dropLast().prefix { binding in
      room -= columns(of: binding)
      return room >= 0
    }
    var start = 0
    return (shown + [help]).map { binding in
      defer { start += columns(of: binding) }
      return HelpEntry(binding: binding, columns: start..<(start + columns(of: binding)))
    }
  }

  /// The keys of the focused pane that do something now.
  static func help(_ state: AppState, width: Int) -> Line {
    Line(
      helpEntries(state, width: width).flatMap { entry in
        [
          Span(" " + entry.binding.short, .helpKey), Span(" \(entry.binding.label ?? "") ", .help),
        ]
      })
  }

  private static func columns(of binding: Binding) -> Int {
    DisplayWidth.of(binding.short) + DisplayWidth.of(binding.label ?? "") + 3
  }
}

import IVRCore
import IVRLanguages

/// The agent's desktop.
enum AgentPane {
  static func content(_ state: AppState, height: Int) -> PaneContent {
    guard let agent = state.shownAgent else {
      return PaneContent("F3 Agent", [Line(Strings.noAgent, .dim)])
    }
    let count = state.engine.state.agents.count
    let title = count > 1 ? "F3 Agent \(state.agent + 1)/\(count)" : "F3 Agent"
    var lines = [head(state, agent)]
    if let id = agent.state.task, let task = state.engine.state.tasks[id] {
      lines += contact(state, task) + [timer(state, agent, task)] + page(task)
      lines += variables(state, task, room: max(1, height - lines.count))
    } else {
      lines += [.blank, Line(Strings.nothingOffered, .dim), .blank] + keys(agent)
    }
    return PaneContent(title, lines)
  }

  private static func head(_ state: AppState, _ agent: Agent) -> Line {
    let time = Format.span(state.now.since(agent.since))
    let look = agent.state.look
    return Line(
      [Span(VisibleText.line(agent.name), .title)],
      right: [Span("\(look.glyph) \(agent.state.words) \(time)", look.role)])
  }

  private static func contact(_ state: AppState, _ task: ContactTask) -> [Line] {
    let queue = task.queue.flatMap { state.engine.state.queues[$0]?.name } ?? "no queue"
    let waits = task.queuedTime.map { (task.connectedTime ?? state.now).since($0) }
    let asked = task.callback.map { "asked \(Format.clock($0.requestTime)) " } ?? ""
    return [
      Line([
        Span(task.isCallback ? "callback  " : "call      ", .dim),
        Span(state.written(task.customerNumber), .accent),
      ]),
      Line(
        [Span("queue     ", .dim), Span(VisibleText.line(queue))]),
      Line([Span("\(asked)waited \(Format.span(waits ?? 0))", .dim)]),
    ]
  }

  /// The countdown of the state, with a bar.
  private static func timer(_ state: AppState, _ agent: Agent, _ task: ContactTask) -> Line {
    let timers = state.lab.timers
    let passed = state.now.since(agent.since)
    switch agent.state {
    case .reserved: return countdown("RONA in", timers.rona - passed, timers.rona)
    case .wrapUp: return countdown("wrap-up ends in", timers.wrapUp - passed, timers.wrapUp)
    default: break
    }
    if case .ringing(let phone) = task.customer {
      let since = state.engine.state.phones[phone].map { state.now.since($0.since) } ?? 0
      return countdown(
        "phone \(state.number(of: phone) ?? 0) rings", timers.ring - since, timers.ring)
    }
    if let consult = consult(state, agent, task) { return consult }
    if let held = task.heldSince {
      return Line("on hold \(Format.span(state.now.since(held)))   o resumes", .warning)
    }
    return Line(
      "talking \(Format.span(task.connectedTime.map { state.now.since($0) } ?? 0))", .good)
  }

  /// Whom the agent asks about the contact, or for whom the agent is asked.
  private static func consult(_ state: AppState, _ agent: Agent, _ task: ContactTask) -> Line? {
    guard let consult = task.consult else { return nil }
    let other = consult.agent == agent.id ? task.agent : consult.agent
    let name = VisibleText.line(other.flatMap { state.engine.state.agents[$0]?.name } ?? "")
    if consult.isConference { return Line("conference with \(name)", .good) }
    let verb = consult.agent == agent.id ? "advises" : consult.isConnected ? "consults" : "rings"
    return Line("\(verb) \(name), on hold", .warning)
  }

  /// The page that the flow opened; shown, never fetched.
  private static func page(_ task: ContactTask) -> [Line] {
    guard let page = task.screenPop else { return [] }
    let label = page.label.isEmpty ? "page" : VisibleText.line(page.label)
    return [Line([Span(label + "  ", .dim), Span(VisibleText.line(page.url), .accent)])]
  }

  private static func countdown(_ text: String, _ left: Int64, _ total: Int64) -> Line {
    let role: StyleRole = left * 3 < total ? .warning : .text
    return Line([
      Span("\(text) \(Format.left(left))  ", role),
      Span(Format.bar(left, of: total, width: 8), role),
    ])
  }

  private static func variables(_ state: AppState, _ task: ContactTask, room: Int) -> [Line] {
    let all = state.engine.desktopVariables(of: task.id)
    if all.isEmpty { return [Line(Strings.noVariables, .dim)] }
    var lines = all.prefix(room).map {
      Line([Span(VisibleText.line($0.label) + "  ", .dim), Span(VisibleText.line($0.value))])
    }
    if all.count > room {
      lines[room - 1].right = [Span("+\(all.count - room) ", .dim), Span("v", .helpKey)]
    }
    return lines
  }

  private static let more = Line("s schedule a callback", .dim)

  private static func keys(_ agent: Agent) -> [Line] {
    switch agent.state {
    case .available: [Line("waits for a contact   i idle", .dim), more]
    case .loggedOut: [Line("l signs in", .dim)]
    case .rona: [Line("missed the offer", .warning), Line("a available   i idle", .dim)]
    default: [Line("a available   i idle", .dim), more]
    }
  }
}

extension AgentState {
  /// A glyph and a role: colour never stands alone.
  var look: (glyph: String, role: StyleRole) {
    switch self {
    case .idle: ("◌", .dim)
    case .available: ("○", .good)
    case .reserved: ("!", .attention)
    case .connected: ("●", .good)
    case .wrapUp: ("◂", .warning)
    case .rona: ("✗", .bad)
    case .consulting: ("◐", .good)
    case .loggedOut: ("□", .dim)
    }
  }

  /// The state with its reason.
  var words: String {
    if case .idle(let code) = self { "Idle · \(VisibleText.line(code))" } else { name }
  }
}

import IVRCore

/// What an agent does.
enum AgentAction: Equatable {
  case available, accept, decline, end
  case chooseIdle, chooseWrapUp
  case showVariables
  case other(Int)
}

extension AppState {
  mutating func perform(_ action: AgentAction) {
    switch action {
    case .available: act(.available)
    case .accept: act(.accept)
    case .decline: act(.decline)
    case .end: act(.end)
    case .chooseIdle: overlay = .list(.idleCodes(lab))
    case .chooseWrapUp: overlay = .list(.wrapUpCodes(lab))
    case .showVariables: showVariables()
    case .other(let step):
      let count = engine.state.agents.count
      if count > 0 { agent = (agent + step + count) % count }
    }
  }

  /// The agent shown does something.
  mutating func act(_ act: AgentAct) {
    if let shownAgent { submit(.agent(shownAgent.id, act)) }
  }

  private mutating func showVariables() {
    guard let task = shownAgent?.state.task else {
      say(Strings.nothingOffered)
      return
    }
    let lines = engine.desktopVariables(of: task).map { "\($0.label)  \($0.value)" }
    overlay = .text(
      title: Strings.variablesTitle, lines: lines.isEmpty ? [Strings.noVariables] : lines, first: 0)
  }
}

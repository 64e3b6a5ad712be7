import IVRCore

/// What an agent does.
enum AgentAction: Equatable {
  case available, accept, decline, end, hold
  case chooseIdle, chooseWrapUp, chooseTransfer, chooseConsult
  case endConsult, confer, completeTransfer
  case signInOrOut, scheduleCallback
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
    case .hold: act(isHolding ? .resume : .hold)
    case .chooseIdle: overlay = .list(.idleCodes(lab))
    case .chooseWrapUp: overlay = .list(.wrapUpCodes(lab))
    case .chooseTransfer: overlay = .list(.transferTargets(self))
    case .chooseConsult: overlay = .list(.otherAgents(self))
    case .endConsult: act(.endConsult)
    case .confer: act(.conference)
    case .completeTransfer: act(.completeTransfer)
    case .signInOrOut: act(shownAgent?.state == .loggedOut ? .logIn : .logOut)
    case .scheduleCallback: openCallbackForm()
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

  /// Whether the customer of the agent shown is on hold.
  var isHolding: Bool {
    shownAgent?.state.task.flatMap { engine.state.tasks[$0]?.heldSince } != nil
  }

  private mutating func showVariables() {
    guard let task = shownAgent?.state.task else {
      say(Strings.nothingOffered)
      return
    }
    let page = engine.state.tasks[task]?.screenPop.map { [Strings.page($0)] } ?? []
    let lines = page + engine.desktopVariables(of: task).map { "\($0.label)  \($0.value)" }
    overlay = .text(
      title: Strings.variablesTitle, lines: lines.isEmpty ? [Strings.noVariables] : lines, first: 0)
  }
}

/// Whom a contact can be handed to.
extension AppState {
  /// Everybody but the agent shown.
  var otherAgents: [Agent] {
    engine.state.agents.values.filter { $0.id != shownAgent?.id }
  }

  /// Agents, queues and entry points with a flow, by the names that a list shows.
  var transferTargets: [(text: String, remark: String, target: TransferTarget)] {
    let agents = otherAgents.map { agent in
      (agent.name, agent.state.words, TransferTarget.agent(agent.id))
    }
    let queues = engine.state.queues.values.map { queue in
      (queue.name, "queue, \(queue.line.count) waiting", TransferTarget.queue(queue.id))
    }
    let entries = lab.entryPoints.filter { $0.flow != nil }.map { entry in
      (entry.name, "flow \(entry.flow ?? "")", TransferTarget.entryPoint(entry.id))
    }
    return agents + queues + entries
  }
}

import IVRLanguages

/// Deeds that only the APIs ask for.
extension Engine {
  /// Gives a waiting contact to an agent at once, past everybody in line.
  mutating func assign(_ task: TaskID, to agent: AgentID) {
    guard let queue = state.tasks[task]?.queue,
      let entry = state.queues[queue]?.line.entries.first(where: { $0.task == task })
    else { return }
    offer(entry, of: queue, to: agent)
    perform(.accept, by: agent)
  }

  /// Changes pairs of a contact; a variable of the flow with the name changes as well.
  mutating func setAttributes(_ pairs: [TaskAttribute], of id: TaskID) {
    for pair in pairs {
      _ = state.tasks.update(id) { task in
        task.attributes.removeAll { $0.name == pair.name }
        task.attributes.append(pair)
      }
      setVariable(pair, of: id)
    }
    trace(.note("variables of the contact: \(pairs.map(\.name).joined(separator: ", "))"), id)
  }

  /// Changes a variable that the agent may see, where the flow still runs and the text fits.
  private mutating func setVariable(_ pair: TaskAttribute, of id: TaskID) {
    guard let name = state.sessions[id]?.flowName,
      let variable = world.flows[name]?.variables.first(where: { $0.name == pair.name }),
      variable.isAgentViewable, let value = variable.type.convert(pair.value)
    else { return }
    state.sessions[id]?.scope.set(pair.name, to: value, by: "Tasks API")
  }

  /// The agent who does something; one who is signed out signs in by choosing a state.
  mutating func agentAtDesk(_ id: AgentID, _ act: AgentAct) -> Agent? {
    guard let agent = state.agents[id] else { return nil }
    guard agent.session == nil else { return agent }
    switch act {
    case .available, .idle:
      signIn(id)
      return state.agents[id]
    default:
      trace(.note("\(agent.name) is signed out: nothing done"))
      return nil
    }
  }

  /// An agent signs in: idle, with a session of its own.
  mutating func signIn(_ id: AgentID, dialNumber: String = "") {
    guard state.agents[id]?.session == nil else { return }
    state.beginSession(of: id)
    if let session = state.agents[id]?.session {
      state.agentSessions[session]?.dialNumber = dialNumber
    }
    change(id, to: .idle(world.lab.idleCodes.first ?? "Idle"))
    tellAgentEvent(.login, id)
  }

  /// An agent who is with nobody signs out.
  mutating func signOut(_ id: AgentID, reason: String) {
    guard let session = state.agents[id]?.session else { return }
    change(id, to: .idle(Agent.signedOut))
    let now = state.now
    _ = state.agentSessions.update(session) { session in
      if session.moments.last?.time == now { session.moments.removeLast() }
      session.end = now
      session.reason = reason
    }
    state.agents[id]?.session = nil
    tellAgentEvent(.logout, id, session)
  }
}

extension Agent {
  /// What desks show of an agent who is signed out.
  static let signedOut = "Signed out"
}

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

  /// An agent signs in, with the number to be called at.
  mutating func signIn(_ id: AgentID, dialNumber: String) {
    perform(.logIn, by: id)
    guard let session = state.agents[id]?.session else { return }
    state.agentSessions[session]?.dialNumber = dialNumber
  }

  /// An agent who is with nobody signs out, with the reason that was given.
  mutating func signOut(_ id: AgentID, reason: String) {
    let session = state.agents[id]?.session
    perform(.logOut, by: id)
    if let session { state.agentSessions[session]?.reason = reason }
  }
}

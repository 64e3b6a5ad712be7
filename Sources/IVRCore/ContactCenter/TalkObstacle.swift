/// What stands against the deeds of an agent who talks: one rule for scenarios, keys and commands.
extension EngineState {
  /// Why an agent who is connected cannot do something now, as the end of a sentence; nil where
  /// nothing is in the way, and for agents who are not connected.
  public func obstacle(to act: AgentAct, by agent: AgentID) -> String? {
    guard case .connected(let id) = agents[agent]?.state, let task = tasks[id] else { return nil }
    switch act {
    case .hold, .resume, .transfer, .consult:
      guard task.customer.isConnected, task.status == .connected || task.heldSince != nil else {
        return "the customer is not on the line"
      }
    default: break
    }
    return switch act {
    case .hold: task.heldSince == nil ? nil : "the customer is on hold already"
    case .resume: task.heldSince == nil ? "the customer is not on hold" : nil
    case .transfer(.agent(let other)): unavailable(other, agent)
    case .consult(let other): consultation(of: task) ?? unavailable(other, agent)
    case .endConsult: task.consult == nil ? "nobody is being asked" : nil
    case .conference:
      task.consult?.isConference == true ? "the customer is in it already" : unanswered(task)
    case .completeTransfer: unanswered(task)
    default: nil
    }
  }

  private func consultation(of task: ContactTask) -> String? {
    task.consult.map { "\(name(of: $0.agent)) is being asked already" }
  }

  private func unanswered(_ task: ContactTask) -> String? {
    guard let consult = task.consult else { return "nobody is being asked" }
    return consult.isConnected ? nil : "\(name(of: consult.agent)) has not answered yet"
  }

  private func unavailable(_ other: AgentID, _ own: AgentID) -> String? {
    guard other != own else { return "\(name(of: own)) has the contact already" }
    guard let state = agents[other]?.state else { return "there is no agent \(other)" }
    return state == .available ? nil : "\(name(of: other)) is \(state.name)"
  }

  private func name(of agent: AgentID) -> String { agents[agent]?.name ?? agent.rawValue }
}

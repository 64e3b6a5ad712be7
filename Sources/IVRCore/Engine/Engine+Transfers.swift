/// An agent hands a contact on, or asks another agent first.
///
/// Source: webex-tasks-api reference, section 5 (transfer, consult, conference).
extension Engine {
  /// The agent leaves the contact to somebody else; who cannot take it now leaves it where it is.
  mutating func transfer(_ id: TaskID, to target: TransferTarget, by agent: AgentID) {
    guard let task = state.tasks[id], task.status == .connected, task.customer.isConnected else {
      return
    }
    switch target {
    case .queue(let queue):
      guard state.queues[queue] != nil else { return noteTransfer(id, "there is no such queue") }
      handOver(id, by: agent, to: state.queues[queue]?.name ?? "")
      state.tasks[id]?.connectedTime = nil
      join(id, queue, priority: 10)
    case .agent(let other): transfer(id, from: agent, to: other)
    case .entryPoint(let entry): transfer(id, to: entry, by: agent)
    }
  }

  private mutating func transfer(_ id: TaskID, from agent: AgentID, to other: AgentID) {
    guard let receiver = state.agents[other], receiver.state == .available,
      let task = state.tasks[id]
    else {
      return noteTransfer(id, "\(state.agents[other]?.name ?? other.rawValue) is not available")
    }
    guard let queue = task.queue else { return }
    handOver(id, by: agent, to: receiver.name)
    state.tasks[id]?.connectedTime = nil
    // Offered from the bottom of the line, where it stays when that agent does not answer.
    join(id, queue, priority: 10)
    if let place = state.queues[queue]?.line.position(of: id),
      let entry = state.queues[queue]?.line[place - 1]
    {
      offer(entry, of: queue, to: other)
    }
  }

  private mutating func transfer(_ id: TaskID, to target: EntryPointID, by agent: AgentID) {
    guard let entry = world.lab.entryPoints.first(where: { $0.id == target }),
      let name = entry.flow, let flow = world.flows[name]
    else { return noteTransfer(id, "no flow answers there") }
    handOver(id, by: agent, to: entry.name)
    state.tasks[id]?.connectedTime = nil
    state.tasks[id]?.queue = nil
    state.tasks[id]?.status = .created
    state.sessions[id] = CallSession(id: id, flowName: name)
    tell(id, .begin(startOutputs(id, entry, flow)))
  }

  private mutating func noteTransfer(_ id: TaskID, _ reason: String) {
    trace(.note("not transferred: \(reason)"), id)
  }

  /// The agent is done with a contact that goes on elsewhere, and wraps up.
  private mutating func handOver(_ id: TaskID, by agent: AgentID, to name: String) {
    endConsult(id)
    if let task = state.tasks[id] { noteHandling(of: task) }
    _ = state.tasks.update(id) { task in
      task.heldSince = nil
      task.agent = nil
      task.transfers += 1
    }
    trace(.note("\(state.agents[agent]?.name ?? "") transfers to \(name)"), id)
    beginWrapUp(agent, of: id)
  }

  /// Rings another agent while the customer is on hold.
  mutating func consult(_ id: TaskID, _ other: AgentID, by agent: AgentID) {
    guard let task = state.tasks[id], task.status == .connected, task.consult == nil,
      let receiver = state.agents[other], receiver.state == .available
    else {
      let name = state.agents[other]?.name ?? other.rawValue
      return trace(.note("no consultation: \(name) is not available"), id)
    }
    if task.heldSince == nil { hold(id, true) }
    state.tasks[id]?.consult = Consultation(agent: other)
    trace(.note("\(state.agents[agent]?.name ?? "") consults \(receiver.name)"), id)
    reserve(other, for: id)
  }

  /// Offers an agent a contact that another one hands on.
  private mutating func reserve(_ agent: AgentID, for id: TaskID) {
    change(agent, to: .reserved(id))
    setTimer(of: agent, .offerTimedOut(agent), after: world.lab.timers.rona)
    guard let task = state.tasks[id] else { return }
    trace(
      .offered(
        agent: state.agents[agent]?.name ?? "", number: task.customerNumber,
        queue: task.queue.flatMap { state.queues[$0]?.name } ?? "", isCallback: false), id)
  }

  /// Whether an agent is asked for advice about a contact.
  func isConsulted(_ agent: AgentID, about id: TaskID) -> Bool {
    state.tasks[id]?.consult?.agent == agent
  }

  mutating func acceptConsult(_ id: TaskID, by agent: AgentID) {
    state.tasks[id]?.consult?.isConnected = true
    change(agent, to: .consulting(id))
  }

  /// The consultation is over; who was asked is free again, and the customer stays on hold.
  mutating func endConsult(_ id: TaskID) {
    guard let consult = state.tasks[id]?.consult else { return }
    state.tasks[id]?.consult = nil
    touched.append(id)
    if state.agents[consult.agent]?.state.task == id { change(consult.agent, to: .available) }
  }

  /// Agent, the one who was asked and the customer talk together.
  mutating func confer(_ id: TaskID) {
    guard let consult = state.tasks[id]?.consult, consult.isConnected, !consult.isConference else {
      return
    }
    if state.tasks[id]?.heldSince != nil { hold(id, false) }
    state.tasks[id]?.consult?.isConference = true
    trace(.note("conference"), id)
  }

  /// The agent leaves the customer to the one who was asked.
  mutating func completeTransfer(_ id: TaskID, by agent: AgentID) {
    guard let consult = state.tasks[id]?.consult, consult.isConnected else { return }
    _ = state.tasks.update(id) { task in
      task.consult = nil
      task.agent = consult.agent
      task.heldSince = nil
      task.transfers += 1
    }
    trace(.note("\(state.agents[agent]?.name ?? "") leaves the customer"), id)
    change(consult.agent, to: .connected(id))
    beginWrapUp(agent, of: id)
  }
}

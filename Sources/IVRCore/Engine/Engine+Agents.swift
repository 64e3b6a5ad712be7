extension Engine {
  /// An agent does something; what the agent's state does not allow is ignored.
  mutating func perform(_ act: AgentAct, by id: AgentID) {
    guard let agent = state.agents[id] else { return }
    switch (act, agent.state) {
    case (.available, .idle), (.available, .rona): change(id, to: .available)
    case (.idle(let code), .available), (.idle(let code), .idle), (.idle(let code), .rona):
      change(id, to: .idle(code))
    case (.accept, .reserved(let task)):
      if isConsulted(id, about: task) { acceptConsult(task, by: id) } else { accept(task, by: id) }
    case (.decline, .reserved(let task)):
      giveBack(task, by: id, "declined")
      change(id, to: .idle(world.lab.idleCodes.first ?? "Idle"))
    case (.wrapUp(let code), .wrapUp(let task)): wrapUp(task, code, by: id)
    case (.note(let text), .connected(let task)), (.note(let text), .wrapUp(let task)):
      state.tasks[task]?.notes = String(text.prefix(ContactTask.longestNote))
      trace(.note("\(agent.name) notes: \(text)"), task)
    case (_, .connected(let task)): perform(act, with: task, by: id)
    case (.end, .consulting(let task)): endConsult(task)
    case (.logIn, .loggedOut):
      change(id, to: .idle(world.lab.idleCodes.first ?? "Idle"))
      state.beginSession(of: id)
    case (.logOut, _): logOut(agent)
    default: noteNothing(agent)
    }
  }

  /// What an agent does in a talk.
  private mutating func perform(_ act: AgentAct, with task: TaskID, by id: AgentID) {
    switch act {
    case .end: leaveTalk(task)
    case .hold: hold(task, true)
    case .resume: hold(task, false)
    case .transfer(let target): transfer(task, to: target, by: id)
    case .consult(let other): consult(task, other, by: id)
    case .endConsult: endConsult(task)
    case .conference: confer(task)
    case .completeTransfer: completeTransfer(task, by: id)
    default: if let agent = state.agents[id] { noteNothing(agent) }
    }
  }

  private mutating func noteNothing(_ agent: Agent) {
    trace(.note("\(agent.name) is \(agent.state.name): nothing done"))
  }

  /// Signs an agent out; in a talk nobody can.
  private mutating func logOut(_ agent: Agent) {
    switch agent.state {
    case .idle, .available, .rona: break
    case .reserved(let task): giveBack(task, by: agent.id, "\(agent.name) signed out")
    case .wrapUp(let task): wrapUp(task, world.lab.wrapUpCodes.first ?? "", by: agent.id)
    case .connected, .consulting, .loggedOut: return noteNothing(agent)
    }
    change(agent.id, to: .loggedOut)
    state.endSession(of: agent.id, reason: "Agent Logged Out")
  }

  /// Changes an agent's state and stops the timer of the old one.
  mutating func change(_ id: AgentID, to newState: AgentState) {
    cancel(state.agents[id]?.timer)
    let now = state.now
    let wasLoggedOut = state.agents[id]?.state == .loggedOut
    _ = state.agents.update(id) { agent in
      agent.timer = nil
      agent.change(to: newState, at: now)
    }
    watch?.agents.append(id)
    keepMoment(of: id)
    tellAgentEvent(
      newState == .loggedOut ? .logout : wasLoggedOut ? .login : .stateChange, id)
    trace(
      .agent(name: state.agents[id]?.name ?? "", state: newState.detailedName), newState.task)
    if newState == .available { scheduleDispatch() }
  }

  /// Offers a contact: it leaves the line and keeps its place until it is answered.
  mutating func offer(_ entry: LineEntry, of queue: QueueID, to agent: AgentID) {
    _ = state.queues.update(queue) { $0.line.leave(entry.task) }
    _ = state.tasks.update(entry.task) { task in
      task.place = entry
      task.status = .connect
      task.agent = agent
    }
    change(agent, to: .reserved(entry.task))
    setTimer(of: agent, .offerTimedOut(agent), after: world.lab.timers.rona)
    guard let task = state.tasks[entry.task] else { return }
    trace(
      .offered(
        agent: state.agents[agent]?.name ?? "", number: task.customerNumber,
        queue: state.queues[queue]?.name ?? "", isCallback: task.isCallback), task.id)
    tell(task.id, .happened(.agentOffered, eventOutputs(task.id)))
  }

  mutating func setTimer(of id: AgentID, _ event: EngineEvent, after time: Int64) {
    let token = schedule(event, after: time)
    state.agents[id]?.timer = token
  }

  /// The agent did not answer an offer in time.
  mutating func offerTimedOut(_ id: AgentID) {
    state.agents[id]?.timer = nil
    guard case .reserved(let task)? = state.agents[id]?.state else { return }
    giveBack(task, by: id, "not answered")
    change(id, to: .rona)
  }

  /// An agent does not take what was offered.
  private mutating func giveBack(_ id: TaskID, by agent: AgentID, _ reason: String) {
    guard isConsulted(agent, about: id) else { return returnToQueue(id, reason) }
    state.tasks[id]?.consult = nil
    trace(.note("no consultation: \(reason)"), id)
  }

  /// An offer did not lead to a talk: the contact takes its old place.
  private mutating func returnToQueue(_ id: TaskID, _ reason: String) {
    guard let task = state.tasks[id], let entry = task.place, let queue = task.queue else { return }
    _ = state.queues.update(queue) { $0.line.rejoin(entry) }
    _ = state.tasks.update(id) { task in
      task.place = nil
      task.status = .parked
      task.agent = nil
    }
    trace(.note("\(task.customerNumber) is back in line: \(reason)"), id)
    service(id, .agentLeft(isReject: reason == "declined"))
    scheduleDispatch()
  }

  /// The contact of an offer is gone: the agent is available as before.
  mutating func withdrawOffer(of id: TaskID) {
    guard let agent = state.tasks[id]?.agent, state.agents[agent]?.state == .reserved(id) else {
      return
    }
    state.tasks[id]?.agent = nil
    change(agent, to: .available)
  }

  /// The agent takes the offered contact: a waiting caller is connected, a callback is dialled.
  private mutating func accept(_ id: TaskID, by agent: AgentID) {
    change(agent, to: .connected(id))
    stopQueueTimer(id)
    state.tasks[id]?.place = nil
    if let queue = state.tasks[id]?.queue {
      trace(.leftQueue(queue: state.queues[queue]?.name ?? "", reason: "agent answered"), id)
    }
    if state.tasks[id]?.customer.isConnected == true {
      dropNeedlessCallback(id)
      tell(id, .agentAnswered)
      connect(id)
    } else {
      dialCustomer(id)
    }
  }

  /// Agent and customer talk.
  mutating func connect(_ id: TaskID) {
    guard let task = state.tasks[id], let agent = task.agent, let queue = task.queue else { return }
    let wait = state.now.since(task.queuedTime ?? state.now)
    let now = state.now
    noteAnswer(of: task, in: queue, wait: wait)
    state.tasks[id]?.status = .connected
    state.tasks[id]?.connectedTime = now
    trace(.connected(agent: state.agents[agent]?.name ?? "", number: task.customerNumber), id)
    tell(id, .happened(.agentAnswered, eventOutputs(id)))
    service(id, .talking)
  }

  /// The agent leaves the talk: the caller hears the flow's handler where it has one, else hangs up.
  private mutating func leaveTalk(_ id: TaskID) {
    let flow = state.sessions[id].flatMap { world.flows[$0.flowName] }
    guard flow?.handles(.agentLeft) == true, state.tasks[id]?.customer.isConnected == true else {
      endTalk(id, .endedByAgent)
      return
    }
    startWrapUp(id)
    tell(id, .happened(.agentLeft, eventOutputs(id)))
  }

  /// Puts the customer on hold or takes the customer back.
  mutating func hold(_ id: TaskID, _ isHeld: Bool) {
    guard let task = state.tasks[id], task.status == .connected,
      (task.heldSince != nil) != isHeld
    else { return }
    state.tasks[id]?.heldSince = isHeld ? state.now : nil
    let name = task.agent.flatMap { state.agents[$0]?.name } ?? ""
    trace(.agent(name: name, state: isHeld ? "Connected, customer on hold" : "Connected"), id)
  }

  /// The outputs of the events that concern agents.
  ///
  /// Source: webex-flow-format reference, section 5, "Event outputs"; names differ in case between
  /// editions, and names are found in any case.
  func eventOutputs(_ id: TaskID) -> [String: FlowValue] {
    guard let task = state.tasks[id] else { return [:] }
    let settings = world.lab.agents.first { $0.id == task.agent }
    let agent = task.agent.flatMap { state.agents[$0] }
    let team = world.lab.teams.first { $0.id == agent?.team }
    let queue = task.queue.flatMap { state.queues[$0] }
    return [
      "AgentID": .string(task.agent?.rawValue ?? ""), "AgentName": .string(agent?.name ?? ""),
      "AgentEmailId": .string(settings?.login ?? ""),
      "QueueID": .string(queue?.id.rawValue ?? ""), "QueueName": .string(queue?.name ?? ""),
      "TeamID": .string(team?.id.rawValue ?? ""), "TeamName": .string(team?.name ?? ""),
      "TenantID": .string(world.lab.orgID),
    ]
  }

  /// The talk is over; the agent wraps up.
  mutating func endTalk(_ id: TaskID, _ ending: CallEnding) {
    releasePhone(id, ending)
    startWrapUp(id)
  }

  /// The agent of a task begins to wrap up.
  mutating func startWrapUp(_ id: TaskID) {
    endConsult(id)
    guard let agent = state.tasks[id]?.agent else { return }
    state.tasks[id]?.status = .wrapup
    state.tasks[id]?.heldSince = nil
    service(id, .talked)
    beginWrapUp(agent, of: id)
  }

  mutating func beginWrapUp(_ agent: AgentID, of id: TaskID) {
    change(agent, to: .wrapUp(id))
    setTimer(of: agent, .wrapUpTimedOut(agent), after: world.lab.timers.wrapUp)
  }

  private mutating func wrapUp(_ id: TaskID, _ code: String, by agent: AgentID) {
    state.tasks[id]?.wrapUpCode = code
    // Who has handed the contact on is done with it, but it goes on.
    guard state.tasks[id]?.agent == agent, state.tasks[id]?.status == .wrapup else {
      return change(agent, to: .available)
    }
    let hasTalked = state.tasks[id]?.connectedTime != nil
    if let task = state.tasks[id] { noteHandling(of: task) }
    if state.tasks[id]?.customer.isConnected != true {
      endTask(id, hasTalked ? .handled : .callbackFailed)
    }
    change(agent, to: .available)
  }

  /// The wrap-up took too long: the first code is applied.
  mutating func wrapUpTimedOut(_ id: AgentID) {
    state.agents[id]?.timer = nil
    guard case .wrapUp(let task)? = state.agents[id]?.state else { return }
    wrapUp(task, world.lab.wrapUpCodes.first ?? "", by: id)
  }
}

extension AgentState {
  /// The state with its reason.
  var detailedName: String {
    if case .idle(let code) = self { "Idle: \(code)" } else { name }
  }
}

extension LoadRun {
  /// Puts a robot at its desk and schedules its shifts.
  mutating func signIn(_ agent: AgentID, _ team: Int) {
    guard let state = engine.state.agents[agent]?.state else { return }
    robots[agent] = RobotDesk(team: team, state: state, since: start)
    let shifts = load.agents[team].shifts
    if shifts.isEmpty {
      schedule(.shift(agent, isOn: true), after: 0)
      return
    }
    let day: Int64 = 86_400_000
    let midnight = start.advanced(by: -CivilTime(start).millisecondOfDay)
    var first = midnight
    while first < end {
      for shift in shifts where first.advanced(by: shift.end) > start {
        let begin = max(start, first.advanced(by: shift.start))
        acts.schedule(.shift(agent, isOn: true), at: begin)
        acts.schedule(.shift(agent, isOn: false), at: first.advanced(by: shift.end))
      }
      first = first.advanced(by: day)
    }
  }

  /// Does something where the agent is still in the state that it was meant for.
  mutating func submit(_ act: AgentAct, _ agent: AgentID, in state: AgentState) {
    guard engine.state.agents[agent]?.state == state else { return }
    engine.submit(.agent(agent, act))
  }

  /// A shift begins or ends; whoever is busy finishes first.
  mutating func changeShift(_ agent: AgentID, _ isOn: Bool) {
    guard self.isOn || !isOn else { return }
    robots[agent]?.isOnShift = isOn
    if isOn {
      engine.submit(.agent(agent, .available))
    } else {
      leave(agent)
    }
  }

  mutating func leave(_ agent: AgentID) {
    submit(.idle(engine.world.lab.idleCodes.first ?? "Idle"), agent, in: .available)
  }

  /// An offer came: the robot takes it after its moment, or goes home where its shift is over.
  mutating func offered(_ id: TaskID) {
    guard let agent = engine.state.tasks[id]?.agent, let desk = robots[agent] else { return }
    guard desk.isOnShift else { return engine.submit(.agent(agent, .decline)) }
    let moment = load.agents[desk.team].acceptTime.milliseconds(&streams.agents)
    schedule(.accept(agent, id), after: moment)
  }

  /// A talk began; a machine gets a short message.
  mutating func talk(_ id: TaskID, isMachine: Bool) {
    guard let agent = engine.state.tasks[id]?.agent, let desk = robots[agent] else { return }
    let time = load.agents[desk.team].handleTime.milliseconds(&streams.agents)
    schedule(.end(agent, id), after: isMachine ? 20_000 : time)
  }

  /// An agent changed state: the time in the old one is counted, and the robot plans its next act.
  mutating func agentChanged(_ agent: AgentID) {
    guard let desk = robots[agent], let state = engine.state.agents[agent]?.state else { return }
    account(agent)
    if case .wrapUp = desk.state { count(at: engine.state.now) { $0.handled += 1 } }
    robots[agent]?.state = state
    switch state {
    case .wrapUp(let task):
      let time = load.agents[desk.team].wrapUpTime.milliseconds(&streams.agents)
      schedule(.wrapUp(agent, task), after: time)
    case .available where !desk.isOnShift: leave(agent)
    case .rona:
      count(at: engine.state.now) { $0.missedOffers += 1 }
      schedule(.comeBack(agent), after: 5_000)
    default: break
    }
  }

  /// Counts the time in the present state, split where an interval ends.
  mutating func account(_ agent: AgentID) {
    guard let desk = robots[agent] else { return }
    var from = desk.since
    let now = min(engine.state.now, end)
    while from < now {
      let passed = from.since(start)
      let border = start.advanced(by: (passed / Self.interval + 1) * Self.interval)
      let until = min(border, now)
      let time = until.since(from)
      count(at: from) { $0[keyPath: desk.state.account] += time }
      from = until
    }
    robots[agent]?.since = now
  }
}

extension AgentState {
  /// Where the time in this state is counted.
  fileprivate var account: WritableKeyPath<LoadFigures, Int64> {
    switch self {
    case .available, .reserved: \.ready
    case .connected, .consulting: \.talking
    case .wrapUp: \.wrappingUp
    case .idle, .loggedOut: \.idle
    case .rona: \.missing
    }
  }
}

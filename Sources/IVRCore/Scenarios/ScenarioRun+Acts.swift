extension ScenarioRun {
  /// The time between two keys, in milliseconds.
  private static let keyPause: Int64 = 250

  /// Lets somebody do something; returns what stands in the way, if it cannot be done.
  mutating func perform(_ act: ScenarioAct) -> String? {
    if let obstacle = obstacle(to: act) { return obstacle }
    switch act {
    case .dial(let phone, let target):
      passOver(phone, evenThat: true)
      submit(.dial(phone, number: names.number(target) ?? target))
    case .press(let phone, let keys): return press(keys, on: phone)
    case .hangUp(let phone): submit(.hangUp(phone))
    case .answer(let phone): submit(.answer(phone))
    case .refuse(let phone): submit(.refuse(phone))
    case .confirm(let phone): submit(.confirm(phone))
    case .setOutcome(let phone, let outcome): submit(.setOutcome(phone, outcome))
    case .request(let method, let path, let body): send(method, path, body)
    case .agent(let name, let act):
      if let agent = names.agent(name) { submit(.agent(agent, act)) }
    case .handOver(let name, let target):
      if let agent = names.agent(name), let act = names.act(target) { submit(.agent(agent, act)) }
    case .wait(let milliseconds): pass(milliseconds)
    case .disturb(let faults): for fault in faults { submit(.setFault(fault)) }
    case .setGuard(let name, let mode):
      if let queue = names.queue(name) { submit(.setGuard(queue, mode)) }
    }
    return nil
  }

  private mutating func press(_ keys: [DTMF], on phone: PhoneID) -> String? {
    passOver(phone, evenThat: false)
    for (index, key) in keys.enumerated() {
      if index > 0 { pass(Self.keyPause) }
      if let obstacle = obstacle(to: .press(phone, keys)) { return obstacle }
      submit(.press(phone, key))
    }
    return nil
  }

  /// What the world says against an act.
  private func obstacle(to act: ScenarioAct) -> String? {
    let isPossible =
      switch act {
      case .dial(let phone, _): state.phones[phone]?.state == .idle
      case .press(let phone, _), .hangUp(let phone):
        state.phones[phone]?.state.task != nil && !(act.isPress && isSo(.rings(phone)))
      case .answer(let phone), .refuse(let phone): isSo(.rings(phone))
      case .agent(let name, let act): act.allowedStates.contains(agentState(name) ?? "")
      case .handOver(let name, _): agentState(name) == "Connected"
      case .confirm(let phone): engine.callbackToConfirm(on: phone) != nil
      case .wait, .disturb, .setGuard, .setOutcome, .request: true
      }
    return isPossible ? obstacleInTalk(to: act) : situation(of: act)
  }

  /// What a talk says against what its agent is to do.
  private func obstacleInTalk(to act: ScenarioAct) -> String? {
    switch act {
    case .agent(let name, let act):
      names.agent(name).flatMap { id in
        state.obstacle(to: act, by: id).map { "agent \(name): \($0)" }
      }
    case .handOver(let name, let target):
      names.agent(name).flatMap { agent in
        names.act(target).flatMap { state.obstacle(to: $0, by: agent) }
          .map { "agent \(name): \($0)" }
      }
    default: nil
    }
  }

  private func situation(of act: ScenarioAct) -> String {
    switch act {
    case .dial(let phone, _), .press(let phone, _), .hangUp(let phone), .answer(let phone),
      .refuse(let phone):
      status(of: phone) + "; it heard last: \(lastHeard(phone))"
    case .agent(let name, _), .handOver(let name, _):
      "agent \(name) is \(agentState(name) ?? "not in the lab")"
    case .confirm(let phone): "nothing waits for a confirmation at phone \(phone)"
    case .wait, .disturb, .setGuard, .setOutcome, .request: ""
    }
  }
}

extension ScenarioAct {
  fileprivate var isPress: Bool {
    if case .press = self { true } else { false }
  }
}

extension AgentAct {
  /// The states, by their names on the desk, in which an agent can do it.
  fileprivate var allowedStates: [String] {
    switch self {
    case .available: ["Idle", "RONA"]
    case .idle: ["Available", "Idle", "RONA"]
    case .accept, .decline: ["Reserved"]
    case .end: ["Connected", "Consulting"]
    case .hold, .resume, .transfer, .consult, .endConsult, .conference, .completeTransfer:
      ["Connected"]
    case .wrapUp: ["Wrap-up"]
    case .note: ["Connected", "Wrap-up"]
    case .logIn: ["Signed out"]
    case .logOut: ["Available", "Idle", "RONA", "Reserved", "Wrap-up"]
    }
  }
}

import IVRCore

extension KeyTable {
  static let phone: [Binding] = [
    Binding(
      "answer", [.character("a")], .pane(.phone), label: "answer", Strings.Keys.answer,
      when: { $0.canAnswer }, .phone(.answer)),
    Binding(
      "pick-up", [.enter], .pane(.phone), Strings.Keys.pickUp,
      when: { $0.phoneIs(\.isRinging, Strings.Keys.notRinging) }, .phone(.answer)),
    Binding(
      "0123456789*#".map { ("key-\($0)", [.character($0)], .phone(.key($0))) }, .pane(.phone),
      written: "0-9 * #", label: "keys", Strings.Keys.digits,
      when: { $0.phoneIs(\.isNotRinging, Strings.Keys.ringsFirst) }),
    Binding(
      "plus", [.character("+")], .pane(.phone), Strings.Keys.plus,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.onlyOnHook) }, .phone(.key("+"))),
    Binding(
      "erase", [.backspace], .pane(.phone), Strings.Keys.erase,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.onlyOnHook) }, .phone(.erase)),
    Binding(
      "dial", [.enter, .character("d")], .pane(.phone), label: "dial", Strings.Keys.dial,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.alreadyInCall) }, .phone(.dial)),
    Binding(
      "hang-up", [.character("h")], .pane(.phone), label: "hang up", Strings.Keys.hangUp,
      when: { $0.phoneIs(\.isOffHook, Strings.Keys.onHook) }, .phone(.hangUp)),
    Binding(
      "confirm", [.character("c")], .pane(.phone), Strings.Keys.confirm,
      when: { $0.asksToConfirm ? .available : .disabled(Strings.Keys.nothingToConfirm) },
      .phone(.confirm)),
    Binding(
      "numbers", [.character("e"), .character("o")], .pane(.phone), label: "numbers",
      Strings.Keys.directory,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.alreadyInCall) }, .phone(.openDirectory)),
    Binding(
      "other", [.character("p"), .right], .pane(.phone), label: "other phone",
      Strings.Keys.otherPhone, when: \.hasPhones, .phone(.other(1))),
    Binding(
      "previous", [.left], .pane(.phone), Strings.Keys.previousPhone, when: \.hasPhones,
      .phone(.other(-1))),
  ]

  static let agent: [Binding] = [
    Binding(
      "accept", [.character("a")], .pane(.agent), label: "accept", Strings.Keys.accept,
      when: { $0.agentIs(Strings.Keys.agentBusy) { $0.isReserved } }, .agent(.accept)),
    Binding(
      "available", [.character("a")], .pane(.agent), label: "available", Strings.Keys.available,
      when: { $0.agentIs(Strings.Keys.agentBusy) { $0.canBecomeAvailable } }, .agent(.available)),
    Binding(
      "decline", [.character("d")], .pane(.agent), label: "decline", Strings.Keys.decline,
      when: { $0.agentIs(Strings.Keys.notOffered) { $0.isReserved } }, .agent(.decline)),
    Binding(
      "idle", [.character("i")], .pane(.agent), label: "idle", Strings.Keys.idle,
      when: { $0.agentIs(Strings.Keys.agentBusy) { $0.task == nil && $0 != .loggedOut } },
      .agent(.chooseIdle)),
    Binding(
      "hang-up", [.character("h")], .pane(.agent), label: "hang up", Strings.Keys.end,
      when: { $0.agentIs(Strings.Keys.notConnected) { $0.isConnected || $0.isConsulting } },
      .agent(.end)),
    Binding(
      "wrap-up", [.character("w"), .enter], .pane(.agent), label: "wrap up", Strings.Keys.wrapUp,
      when: { $0.agentIs(Strings.Keys.notWrappingUp) { $0.isWrappingUp } }, .agent(.chooseWrapUp)),
    Binding(
      "variables", [.character("v")], .pane(.agent), label: "variables", Strings.Keys.variables,
      when: { $0.agentIs(Strings.nothingOffered) { $0.task != nil } }, .agent(.showVariables)),
    Binding(
      "hold", [.character("o")], .pane(.agent), label: "hold", Strings.Keys.hold,
      when: { $0.inTalk($0.isHolding ? .resume : .hold) }, .agent(.hold)),
    Binding(
      "transfer", [.character("t")], .pane(.agent), label: "transfer", Strings.Keys.transfer,
      when: { $0.canTransfer }, .agent(.chooseTransfer)),
    Binding(
      "consult", [.character("x")], .pane(.agent), label: "consult", Strings.Keys.consult,
      when: { $0.canConsult }, .agent(.chooseConsult)),
    Binding(
      "end-consult", [.character("x")], .pane(.agent), label: "end consult",
      Strings.Keys.endConsult, when: { $0.inTalk(.endConsult) }, .agent(.endConsult)),
    Binding(
      "conference", [.character("j")], .pane(.agent), label: "join all", Strings.Keys.conference,
      when: { $0.inTalk(.conference) }, .agent(.confer)),
    Binding(
      "complete", [.character("f")], .pane(.agent), label: "hand over", Strings.Keys.complete,
      when: { $0.inTalk(.completeTransfer) }, .agent(.completeTransfer)),
    Binding(
      "schedule", [.character("s")], .pane(.agent), Strings.Keys.schedule,
      .agent(.scheduleCallback)),
    Binding(
      "sign", [.character("l")], .pane(.agent), Strings.Keys.sign,
      when: { $0.agentIs(Strings.Keys.agentBusy) { !$0.isConnected && !$0.isConsulting } },
      .agent(.signInOrOut)),
    Binding(
      [("previous", [.left], .agent(.other(-1))), ("next", [.right], .agent(.other(1)))],
      .pane(.agent), Strings.Keys.otherAgent,
      when: {
        $0.engine.state.agents.count > 1 ? .available : .disabled(Strings.Keys.oneAgent)
      }),
  ]
}

extension AppState {
  fileprivate func phoneIs(
    _ condition: (PhoneState) -> Bool, _ reason: String
  ) -> Binding.Availability {
    shownPhone.map { condition($0.state) } ?? false ? .available : .disabled(reason)
  }

  /// Whether the phone shown rings, or is on the hook while another one rings.
  fileprivate var canAnswer: Binding.Availability {
    let isFree = shownPhone.map { $0.state.isRinging || $0.state.isOnHook } ?? false
    guard ringingPhone != nil else { return .disabled(Strings.Keys.notRinging) }
    return isFree ? .available : .disabled(Strings.Keys.alreadyInCall)
  }

  /// Whether the callback service asks the phone shown to confirm.
  fileprivate var asksToConfirm: Bool {
    guard let face else { return false }
    return engine.callbackToConfirm(on: face.id) != nil
  }

  fileprivate func agentIs(
    _ reason: String, _ condition: (AgentState) -> Bool
  ) -> Binding.Availability {
    guard let shownAgent else { return .disabled(Strings.noAgent) }
    return condition(shownAgent.state)
      ? .available : .disabled(Strings.Keys.agentIs(shownAgent, reason))
  }

  /// The agent shown talks, and nothing stands against an act.
  fileprivate func inTalk(_ act: AgentAct) -> Binding.Availability {
    guard let agent = shownAgent, agent.state.isConnected else {
      return agentIs(Strings.Keys.notTalking) { _ in false }
    }
    let obstacle = engine.state.obstacle(to: act, by: agent.id)
    return obstacle.map { .disabled(Strings.sentence($0)) } ?? .available
  }

  /// A transfer to a queue: whatever stands against that stands against every transfer.
  fileprivate var canTransfer: Binding.Availability { inTalk(.transfer(.queue(""))) }

  /// The agent shown talks, and nobody is asked yet.
  fileprivate var canConsult: Binding.Availability {
    let task = shownAgent?.state.task.flatMap { engine.state.tasks[$0] }
    return task?.consult == nil ? canTransfer : .disabled(Strings.Keys.asksAlready)
  }

  fileprivate var hasPhones: Binding.Availability {
    phones.count > 1 ? .available : .disabled(Strings.Keys.onePhone)
  }
}

extension PhoneState {
  var isRinging: Bool { if case .ringing = self { true } else { false } }
  var isNotRinging: Bool { !isRinging }
  var isOnHook: Bool { self == .idle }
  var isOffHook: Bool { self != .idle }
}

extension AgentState {
  var isReserved: Bool { if case .reserved = self { true } else { false } }
  var isConnected: Bool { if case .connected = self { true } else { false } }
  var isWrappingUp: Bool { if case .wrapUp = self { true } else { false } }
  var isConsulting: Bool { if case .consulting = self { true } else { false } }
  var isIdle: Bool { if case .idle = self { true } else { false } }
  var canBecomeAvailable: Bool { isIdle || self == .rona }
}

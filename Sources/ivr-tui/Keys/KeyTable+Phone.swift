import IVRCore

extension KeyTable {
  static let phone: [Binding] = [
    Binding(
      [.character("a"), .enter], .pane(.phone), label: "answer", Strings.Keys.answer,
      when: { $0.phoneIs(\.isRinging, Strings.Keys.notRinging) }, .phone(.answer)),
    Binding(
      "0123456789*#".map(Key.character), .pane(.phone), shown: "0-9 * #", label: "keys",
      Strings.Keys.digits, when: { $0.phoneIs(\.isNotRinging, Strings.Keys.ringsFirst) }
    ) { key in .phone(.key(key.typed)) },
    Binding(
      [.character("+")], .pane(.phone), Strings.Keys.plus,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.onlyOnHook) }, .phone(.key("+"))),
    Binding(
      [.backspace], .pane(.phone), Strings.Keys.erase,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.onlyOnHook) }, .phone(.erase)),
    Binding(
      [.enter, .character("d")], .pane(.phone), label: "dial", Strings.Keys.dial,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.alreadyInCall) }, .phone(.dial)),
    Binding(
      [.character("h")], .pane(.phone), label: "hang up", Strings.Keys.hangUp,
      when: { $0.phoneIs(\.isOffHook, Strings.Keys.onHook) }, .phone(.hangUp)),
    Binding(
      [.character("e"), .character("o")], .pane(.phone), label: "numbers", Strings.Keys.directory,
      when: { $0.phoneIs(\.isOnHook, Strings.Keys.alreadyInCall) }, .phone(.openDirectory)),
    Binding(
      [.character("p"), .left, .right], .pane(.phone), label: "other phone",
      Strings.Keys.otherPhone, when: \.hasPhones
    ) { key in .phone(.other(key == .left ? -1 : 1)) },
  ]

  static let agent: [Binding] = [
    Binding(
      [.character("a")], .pane(.agent), label: "accept", Strings.Keys.accept,
      when: { $0.agentIs(Strings.Keys.agentBusy) { $0.isReserved } }, .agent(.accept)),
    Binding(
      [.character("a")], .pane(.agent), label: "available", Strings.Keys.available,
      when: { $0.agentIs(Strings.Keys.agentBusy) { $0.canBecomeAvailable } }, .agent(.available)),
    Binding(
      [.character("d")], .pane(.agent), label: "decline", Strings.Keys.decline,
      when: { $0.agentIs(Strings.Keys.notOffered) { $0.isReserved } }, .agent(.decline)),
    Binding(
      [.character("i")], .pane(.agent), label: "idle", Strings.Keys.idle,
      when: { $0.agentIs(Strings.Keys.agentBusy) { $0.task == nil } }, .agent(.chooseIdle)),
    Binding(
      [.character("h")], .pane(.agent), label: "hang up", Strings.Keys.end,
      when: { $0.agentIs(Strings.Keys.notConnected) { $0.isConnected } }, .agent(.end)),
    Binding(
      [.character("w"), .enter], .pane(.agent), label: "wrap up", Strings.Keys.wrapUp,
      when: { $0.agentIs(Strings.Keys.notWrappingUp) { $0.isWrappingUp } }, .agent(.chooseWrapUp)),
    Binding(
      [.character("v")], .pane(.agent), label: "variables", Strings.Keys.variables,
      when: { $0.agentIs(Strings.nothingOffered) { $0.task != nil } }, .agent(.showVariables)),
    Binding(
      [.left, .right], .pane(.agent), Strings.Keys.otherAgent,
      when: {
        $0.engine.state.agents.count > 1 ? .available : .disabled(Strings.Keys.oneAgent)
      }
    ) { key in .agent(.other(key == .left ? -1 : 1)) },
  ]
}

extension AppState {
  fileprivate func phoneIs(
    _ condition: (PhoneState) -> Bool, _ reason: String
  ) -> Binding.Availability {
    shownPhone.map { condition($0.state) } ?? false ? .available : .disabled(reason)
  }

  fileprivate func agentIs(
    _ reason: String, _ condition: (AgentState) -> Bool
  ) -> Binding.Availability {
    guard let shownAgent else { return .disabled(Strings.noAgent) }
    return condition(shownAgent.state)
      ? .available : .disabled(Strings.Keys.agentIs(shownAgent, reason))
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
  var isIdle: Bool { if case .idle = self { true } else { false } }
  var canBecomeAvailable: Bool { isIdle || self == .rona }
}

extension Key {
  /// The character that was typed.
  fileprivate var typed: Character { if case .character(let typed) = self { typed } else { " " } }
}

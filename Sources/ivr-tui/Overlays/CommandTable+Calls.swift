import IVRCore

extension CommandTable {
  static let phoneAndAgent: [TypedCommand] = [
    TypedCommand(
      "phone", "N", Strings.Commands.phone,
      candidates: { state, words in words.isEmpty ? state.phones.indices.map { String($0 + 1) } : []
      }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      guard let number = words.only.flatMap({ Int($0) }), state.phones.indices.contains(number - 1)
      else { throw CommandError(Strings.badPhone(state.phones.count)) }
      state.show(phone: number - 1)
      state.focus = .phone
      return []
    },
    TypedCommand(
      "dial", "NAME|NUMBER", Strings.Commands.dial,
      candidates: { state, words in words.isEmpty ? state.lab.directory.map(\.name) : [] }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      guard state.shownPhone?.state == .idle else { throw CommandError(Strings.Keys.alreadyInCall) }
      state.dial(try number(words.joined(separator: " "), state))
      return []
    },
    TypedCommand("press", "KEYS", Strings.Commands.press) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      let keys = words.joined().map { DTMF($0) }
      guard let face = state.face, state.shownPhone?.state.isOffHook == true else {
        throw CommandError(Strings.Keys.onHook)
      }
      guard !keys.isEmpty, !keys.contains(nil) else { throw CommandError(Strings.badKeys) }
      for key in keys.compactMap({ $0 }) { state.submit(.press(face.id, key)) }
      return []
    },
    TypedCommand("answer", "", Strings.Commands.answer) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard let phone = state.ringingPhone else { throw CommandError(Strings.Keys.notRinging) }
      state.show(phone: phone)
      return state.perform(.phone(.answer))
    },
    TypedCommand("confirm", "", Strings.Commands.confirm) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard let face = state.face, state.engine.callbackToConfirm(on: face.id) != nil else {
        throw CommandError(Strings.Keys.nothingToConfirm)
      }
      return state.perform(.phone(.confirm))
    },
    TypedCommand(
      "answers-as", outcomes.joined(separator: "|"), Strings.Commands.answersAs,
      candidates: { _, words in words.isEmpty ? outcomes : [] }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      guard let outcome = words.only.flatMap({ CallOutcome(rawValue: $0.lowercased()) }),
        let face = state.face
      else { throw CommandError(Strings.unknown("outcome", words.first ?? "", outcomes)) }
      state.submit(.setOutcome(face.id, outcome))
      return []
    },
    TypedCommand("hangup", "", Strings.Commands.hangUp) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard state.shownPhone?.state.isOffHook == true else {
        throw CommandError(Strings.Keys.onHook)
      }
      return state.perform(.phone(.hangUp))
    },
    TypedCommand(
      "agent",
      "available|idle CODE|accept|decline|hold|resume|end|wrapup CODE|transfer NAME"
        + "|consult AGENT|endconsult|conference|complete|login|logout",
      Strings.Commands.agent,
      candidates: { state, words in agentWords(state, words) }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      guard let agent = state.shownAgent else { throw CommandError(Strings.noAgent) }
      let act = try act(words, state)
      guard agent.state.allows(act) else {
        throw CommandError(Strings.Keys.agentIs(agent, Strings.Keys.agentBusy))
      }
      if let obstacle = state.engine.state.obstacle(to: act, by: agent.id) {
        throw CommandError(Strings.sentence(obstacle))
      }
      state.act(act)
      return []
    },
  ]

  private static let outcomes = CallOutcome.allCases.map(\.rawValue)

  private static func number(
    _ text: String, _ state: AppState
  ) throws(CommandError) -> String {
    let entry = state.lab.directory.first { $0.name.lowercased() == text.lowercased() }
    if let entry { return entry.number }
    let marks = Set("0123456789+ -()")
    guard !text.isEmpty, text.allSatisfy(marks.contains) else {
      throw CommandError(Strings.unknown("entry point", text, state.lab.directory.map(\.name)))
    }
    return text
  }

  private static func agentWords(_ state: AppState, _ words: [String]) -> [String] {
    switch words.first {
    case nil: agentActs
    case "idle" where words.count == 1: state.lab.idleCodes
    case "wrapup" where words.count == 1: state.lab.wrapUpCodes
    case "transfer" where words.count == 1: state.transferTargets.map(\.text)
    case "consult" where words.count == 1: state.otherAgents.map(\.name)
    default: []
    }
  }

  private static let agentActs = [
    "available", "idle", "accept", "decline", "hold", "resume", "end", "wrapup", "transfer",
    "consult", "endconsult", "conference", "complete", "login", "logout", "note",
  ]

  private static func act(_ words: [String], _ state: AppState) throws(CommandError) -> AgentAct {
    let rest = words.dropFirst().joined(separator: " ")
    switch words.first?.lowercased() {
    case "available": return .available
    case "accept": return .accept
    case "decline": return .decline
    case "end": return .end
    case "hold": return .hold
    case "resume": return .resume
    case "idle": return .idle(try code(rest, "idle code", state.lab.idleCodes))
    case "wrapup": return .wrapUp(try code(rest, "wrap-up code", state.lab.wrapUpCodes))
    case "note": return .note(rest)
    case "transfer": return .transfer(try transferTarget(rest, state))
    case "consult": return .consult(try otherAgent(rest, state))
    case "endconsult": return .endConsult
    case "conference": return .conference
    case "complete": return .completeTransfer
    case "login": return .logIn
    case "logout": return .logOut
    default: throw CommandError(Strings.unknown("act", words.first ?? "", agentActs))
    }
  }

  private static func transferTarget(
    _ name: String, _ state: AppState
  ) throws(CommandError) -> TransferTarget {
    let targets = state.transferTargets
    guard !name.isEmpty else { throw CommandError(Strings.nameTarget(targets.map(\.text))) }
    let found = targets.first { $0.text.lowercased() == name.lowercased() }
    guard let found else {
      throw CommandError(Strings.unknown("target", name, targets.map(\.text)))
    }
    return found.target
  }

  private static func otherAgent(
    _ name: String, _ state: AppState
  ) throws(CommandError) -> AgentID {
    let agents = state.otherAgents
    guard let found = agents.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw CommandError(Strings.unknown("agent", name, agents.map(\.name)))
    }
    return found.id
  }

  /// A code by its name in any case; the first one where none is named.
  private static func code(
    _ name: String, _ kind: String, _ codes: [String]
  ) throws(CommandError) -> String {
    if name.isEmpty { return codes.first ?? "Idle" }
    let found = codes.first { $0.lowercased() == name.lowercased() }
    guard let found else { throw CommandError(Strings.unknown(kind, name, codes)) }
    return found
  }
}

extension AgentState {
  /// Whether an agent in this state can do something; mirrors what the engine ignores.
  fileprivate func allows(_ act: AgentAct) -> Bool {
    switch act {
    case .available: canBecomeAvailable
    case .idle: task == nil && self != .loggedOut
    case .accept, .decline: isReserved
    case .end: isConnected || isConsulting
    case .hold, .resume, .transfer, .consult, .endConsult, .conference, .completeTransfer:
      isConnected
    case .wrapUp: isWrappingUp
    case .note: isConnected || isWrappingUp
    case .logIn: self == .loggedOut
    case .logOut: !isConnected && !isConsulting && self != .loggedOut
    }
  }
}

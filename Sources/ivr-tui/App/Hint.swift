import IVRCore
import IVRLanguages

/// The next useful act, and the pane where it is done.
struct Hint: Equatable {
  let pane: Pane?
  let text: String

  /// What to do next, so that a call comes to its end and the story goes on.
  static func next(_ state: AppState) -> Hint {
    urgent(state) ?? inCall(state) ?? afterCall(state)
  }

  /// Somebody is waiting for an answer.
  private static func urgent(_ state: AppState) -> Hint? {
    if let ringing = state.ringingPhone {
      let other = ringing == state.phone ? "" : "p for phone \(ringing + 1), then "
      return at(.phone, state.way(other + "a to answer", typed: "answer"), state)
    }
    guard let agent = state.shownAgent, let id = agent.state.task,
      let task = state.engine.state.tasks[id]
    else { return nil }
    switch agent.state {
    case .reserved:
      let after =
        task.isCallback && !task.customer.isConnected
        ? "the phone of \(state.written(task.customerNumber)) rings" : "you talk"
      return at(
        .agent, state.way("a to accept", typed: "agent accept") + "; then \(after)", state)
    case .connected where task.status == .connected:
      return at(
        .agent, state.way("h to hang up", typed: "agent end") + " when the talk is over", state)
    case .wrapUp:
      return at(.agent, state.way("w to choose the wrap-up code", typed: "agent wrapup"), state)
    default: return nil
    }
  }

  private static func inCall(_ state: AppState) -> Hint? {
    guard let wait = state.wait else { return nil }
    switch wait.kind {
    case .key: return at(.phone, keys(wait.keys), state)
    case .digits(_, let maximum, let terminator):
      return at(.phone, digits(maximum, terminator, state), state)
    case .music: return available(state)
    case .message:
      return at(nil, state.way("listen, or n", typed: "next") + " for the next event", state)
    case .answer, .passing: return at(nil, nextEvent(state), state)
    }
  }

  private static func nextEvent(_ state: AppState) -> String {
    state.way("n", typed: "next") + " for the next event"
  }

  private static func keys(_ keys: [MenuKey]) -> String {
    let words = keys.map { key -> String in
      if key.meaning.isEmpty { return key.key }
      return key.meaning.lowercased() == "callback"
        ? "\(key.key) for a callback" : "\(key.key) for \"\(VisibleText.line(key.meaning))\""
    }
    return "press " + words.joined(separator: ", ")
  }

  /// A number that some phone of the lab has is the best one to type: it will ring.
  private static func digits(_ count: Int, _ terminator: DTMF?, _ state: AppState) -> String {
    let numbers = state.engine.state.phones.values.filter { $0.id != state.face?.id }
      .map { String($0.number.drop { $0 == "+" }) }
    let end = terminator.map { ", \($0.rawValue) ends it early" } ?? ""
    guard let number = numbers.first(where: { $0.count == count }) else {
      return "type up to \(count) digits" + end
    }
    let phone = state.engine.state.phones.values.firstIndex { $0.number == "+" + number }
    return "type \(number)" + (phone.map { ", the number of phone \($0 + 1)" } ?? "")
  }

  private static func afterCall(_ state: AppState) -> Hint {
    let callbacks = state.waitingCallbacks
    guard !callbacks.isEmpty else { return dial(state) }
    let otherCall = state.phones.firstIndex { face in
      if case .inCall? = state.engine.state.phones[face.id]?.state { true } else { false }
    }
    let isAsked = callbacks.first?.callback?.origin == "IVR"
    if callbacks.prefix(2).count == 1, isAsked, !state.hasSeenRefusal, otherCall == nil {
      let isGuarded = state.queue?.duplicateGuard == .refuse
      return at(
        .phone,
        state.way("Enter to dial again", typed: "dial " + target(state))
          + ": a second callback to the number "
          + (isGuarded ? "is refused" : "is not refused here"), state)
    }
    return available(state)
  }

  private static func available(_ state: AppState) -> Hint {
    guard let agent = state.shownAgent, agent.state.canBecomeAvailable else {
      return at(nil, nextEvent(state), state)
    }
    return at(
      .agent, state.way("a to make the agent Available", typed: "agent available"), state)
  }

  private static func dial(_ state: AppState) -> Hint {
    let to = state.entryPoint.map { " (\($0.name))" } ?? ""
    return at(
      .phone,
      state.way(
        "Enter to dial \(state.written(state.face?.number ?? ""))\(to), e for other numbers",
        typed: "dial " + target(state)), state)
  }

  /// What the next call goes to, as it is typed.
  private static func target(_ state: AppState) -> String {
    state.entryPoint?.name ?? state.face?.number ?? ""
  }

  private static func at(_ pane: Pane?, _ text: String, _ state: AppState) -> Hint {
    guard let pane, pane != state.focus, !state.isPlain else { return Hint(pane: pane, text: text) }
    return Hint(pane: pane, text: "F\(pane.functionKey), then \(text)")
  }
}

extension AppState {
  /// An act as the user does it here: by keys, or by a typed command.
  fileprivate func way(_ keys: String, typed: String) -> String { isPlain ? typed : keys }
}

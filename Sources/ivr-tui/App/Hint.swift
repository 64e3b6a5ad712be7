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
      return at(.phone, other + "a to answer", state)
    }
    guard let agent = state.shownAgent, let id = agent.state.task,
      let task = state.engine.state.tasks[id]
    else { return nil }
    switch agent.state {
    case .reserved:
      let after =
        task.isCallback ? "the phone of \(Format.number(task.customerNumber)) rings" : "you talk"
      return at(.agent, "a to accept; then \(after)", state)
    case .connected where task.status == .connected:
      return at(.agent, "h to hang up when the talk is over", state)
    case .wrapUp: return at(.agent, "w to choose the wrap-up code", state)
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
    case .message: return at(nil, "listen, or n for the next event", state)
    case .answer, .passing: return at(nil, "n for the next event", state)
    }
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
    if callbacks.count == 1, isAsked, !state.hasSeenRefusal, otherCall == nil {
      let isGuarded = state.queue?.duplicateGuard == .refuse
      return at(
        .phone,
        "Enter to dial again: a second callback to the number "
          + (isGuarded ? "is refused" : "is not refused here"), state)
    }
    return available(state)
  }

  private static func available(_ state: AppState) -> Hint {
    guard let agent = state.shownAgent, agent.state.canBecomeAvailable else {
      return at(nil, "n for the next event", state)
    }
    return at(.agent, "a to make the agent Available", state)
  }

  private static func dial(_ state: AppState) -> Hint {
    let to = state.entryPoint.map { " (\($0.name))" } ?? ""
    return at(
      .phone, "Enter to dial \(Format.number(state.face?.number ?? ""))\(to), e for other numbers",
      state)
  }

  private static func at(_ pane: Pane?, _ text: String, _ state: AppState) -> Hint {
    guard let pane, pane != state.focus else { return Hint(pane: pane, text: text) }
    return Hint(pane: pane, text: "F\(pane.functionKey), then \(text)")
  }
}

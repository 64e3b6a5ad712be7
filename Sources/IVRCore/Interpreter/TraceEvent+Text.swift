extension TraceEvent {
  /// The word for the kind of event.
  public var name: String {
    switch self {
    case .dialled: "dialled"
    case .heard: "heard"
    case .pressed: "pressed"
    case .activity: "activity"
    case .eventFlow: "event-flow"
    case .queued: "queued"
    case .leftQueue: "left-queue"
    case .agent: "agent"
    case .offered: "offered"
    case .callbackAccepted: "callback-accepted"
    case .callbackRefused: "callback-refused"
    case .callbackJudged: "policy"
    case .calledIn: "called-in"
    case .callbackFailed: "callback-failed"
    case .ringing: "ringing"
    case .connected: "connected"
    case .callEnded: "call-ended"
    case .taskEnded: "task-ended"
    case .service: "service"
    case .attached: "attached-data"
    case .userEvent: "user-event"
    case .pushed: "push"
    case .dialResult: "dial-result"
    case .answeredRequest: "api"
    case .note: "note"
    }
  }

  /// What happened, in words.
  public var text: String {
    switch self {
    case .dialled(let phone, let from, let to, let entryPoint):
      "phone \(phone) \(from) -> \(to) \(entryPoint)"
    case .heard(let utterance): "\(utterance.label): \(utterance.text)"
    case .pressed(let key, let use): "\(key.rawValue) \(use.rawValue)"
    case .activity(let record): record.text
    case .eventFlow(let specification): specification
    case .queued(let queue, let position): "\(queue) position \(position)"
    case .leftQueue(let queue, let reason): "\(queue) \(reason)"
    case .agent(let name, let state): "\(name) \(state)"
    case .offered(let agent, let number, let queue, let isCallback):
      "\(agent) \(isCallback ? "callback" : "call") \(number) \(queue)"
    case .callbackAccepted(let number, let queue): "\(number) \(queue)"
    case .callbackRefused(let number, let existing): "\(number) waiting already: \(existing)"
    case .callbackJudged(let number, let decision):
      "\(number) \(decision.verdict.word): \(decision.reasons.joined(separator: "; "))"
    case .calledIn(let number, let callback): "\(number) callback \(callback)"
    case .callbackFailed(let number, let reason): "\(number) \(reason)"
    case .ringing(let phone, let number): "phone \(phone) \(number)"
    case .connected(let agent, let number): "\(agent) \(number)"
    case .callEnded(let ending): ending.rawValue
    case .taskEnded(let ending): ending.rawValue
    case .service(let name, let number, let state, let reason):
      "\(name) \(number) \(state.rawValue)" + (reason.map { " " + $0.name } ?? "")
    case .attached(let pairs), .userEvent(let pairs):
      pairs.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    case .pushed(let phone, let number, let text):
      (phone.map { "phone \($0) " } ?? "no device ") + "\(number) \(text)"
    case .dialResult(let number, let attempt, let result):
      "\(number) attempt \(attempt) \(result.rawValue)"
    case .answeredRequest(let request, let status): "\(request) \(status)"
    case .note(let text): text
    }
  }
}

extension ActivityRecord {
  /// Label, outcome, how the wait ended, changed variables and details in one line.
  var text: String {
    var parts = ["\(flow)/\(handler.map { $0 + "/" } ?? "")\(label)", activity, outcome]
    if let waitEnding { parts.append("(\(waitEnding.rawValue))") }
    parts += modified.map { "\($0.name)=\($0.value)" }
    parts += details.map { "[\($0.name): \($0.value)]" }
    return parts.joined(separator: " ")
  }
}

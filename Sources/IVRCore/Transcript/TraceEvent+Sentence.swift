extension TraceEvent {
  /// The phone that the event names.
  var phone: PhoneID? {
    switch self {
    case .dialled(let phone, _, _, _), .ringing(let phone, _): phone
    case .pushed(let phone, _, _): phone
    default: nil
    }
  }

  /// What changed for a call, an agent or a queue, as people say it; `nil` for other events.
  var sentence: String? {
    switch self {
    case .dialled(_, _, let to, let entryPoint): "dials \(to), \(entryPoint)"
    case .queued(let queue, let position): "waits in \(queue), position \(position)"
    case .leftQueue(let queue, let reason): "leaves \(queue): \(reason)"
    case .agent(let name, let state): "\(name) is \(state)"
    case .offered(let agent, let number, let queue, let isCallback):
      "\(agent) is offered the \(isCallback ? "callback to" : "call of") \(number), \(queue)"
    case .callbackAccepted(let number, let queue):
      queue.isEmpty
        ? "a callback to \(number) is accepted" : "a callback to \(number) waits in \(queue)"
    case .callbackJudged(let number, let decision):
      decision.verdict.sentence.map { "the callback to \(number) \($0)" }
    case .calledIn(let number, let callback):
      "\(number) calls in: the callback of task \(callback.short) ends"
    case .callbackFailed(let number, let reason): "the callback to \(number) failed: \(reason)"
    case .ringing(_, let number): "rings, the callback to \(number)"
    case .connected(let agent, _): "talks with \(agent)"
    case .service(let name, let number, let state, let reason):
      "service \(name), \(number): \(state.rawValue)" + (reason.map { ", " + $0.name } ?? "")
    case .pushed(let phone, let number, let text):
      phone == nil ? "no device of \(number) can be told" : "its device shows: \(text)"
    case .dialResult(let number, let attempt, let result):
      "call \(attempt) to \(number): \(result.rawValue)"
    case .heard, .pressed, .activity, .eventFlow, .callbackRefused, .callEnded, .taskEnded,
      .attached, .userEvent, .answeredRequest, .note:
      nil
    }
  }

  /// What the simulator remarks; `nil` for other events.
  var remark: String? {
    switch self {
    case .eventFlow("GlobalErrorHandling"): "the flow's handler GlobalErrorHandling starts"
    case .answeredRequest(let request, let status): "\(request) is answered with \(status)"
    case .attached(let pairs):
      "attached: " + pairs.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    case .note(let text): text
    default: nil
    }
  }
}

extension CallEnding {
  /// How the call ended, with its length in minutes and seconds.
  func sentence(after milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    let length = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    return switch self {
    case .hungUp: "hangs up after \(length)"
    case .endedByFlow: "the flow ends the call after \(length)"
    case .dropped: "an error drops the call after \(length)"
    case .endedByAgent: "the agent ends the call after \(length)"
    case .missed: "rang \(length), nobody answered"
    case .refused: "refuses the call"
    case .notInService: "the number is not in service"
    case .queueTimeout: "waited too long, the call ends after \(length)"
    case .endedByService: "the callback service ends the call after \(length)"
    }
  }
}

/// Whom steps of an engine concerned, for robots that look after their own calls only.
///
/// No part of the state: a run that is watched goes the same way.
struct EngineWatch: Sendable {
  /// Whether the trace is left out, besides what robots and reports need.
  var isTerse = true
  /// The calls that were told something, in order.
  var tasks: [TaskID] = []
  /// The agents whose state changed, in order.
  var agents: [AgentID] = []
}

extension TraceEvent {
  /// Whether it is one of the few events that robots and reports need.
  var isMilestone: Bool {
    switch self {
    case .dialled, .queued, .offered, .callbackAccepted, .callbackRefused, .callbackFailed,
      .ringing, .connected, .callEnded, .taskEnded:
      true
    case .heard, .pressed, .activity, .eventFlow, .leftQueue, .agent, .answeredRequest, .note,
      .callbackJudged, .calledIn, .service, .attached, .userEvent, .pushed, .dialResult:
      false
    }
  }
}

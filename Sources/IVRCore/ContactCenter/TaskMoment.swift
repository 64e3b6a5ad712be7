/// One step in the life of a task, as the activity records of Search tell it.
///
/// It lasts until the next one. Source: webex-search-api reference, section 7.2.
public struct TaskMoment: Codable, Hashable, Sendable {
  /// What happened, in the product's words.
  public enum Event: String, Codable, Hashable, Sendable {
    /// The contact came in.
    case new
    /// A flow answered.
    case ivrConnected = "ivr-connected"
    /// The flow gave the contact to a queue or ended the call.
    case ivrDone = "ivr-done"
    /// It waits in a queue.
    case parked
    /// It is offered to an agent.
    case connect
    /// Agent and customer talk.
    case connected
    /// The customer is on hold.
    case onHold = "on-hold"
    /// The customer was taken back from hold.
    case holdDone = "hold-done"
    /// Another agent is asked; the customer is on hold.
    case consulting
    /// The customer and both agents talk.
    case conferencing
    /// The agent wraps up.
    case wrapUp = "WrapUp"
    /// It is over.
    case ended
  }

  /// What happened.
  public let event: Event
  /// When.
  public let time: SimulationTime
  /// The queue at that time.
  public let queue: QueueID?
  /// The agent at that time.
  public let agent: AgentID?
}

extension ContactTask {
  /// More moments than these are not kept.
  private static let longestHistory = 10_000

  /// Notes what happened since the last moment, where anything did.
  mutating func keepMoments(at now: SimulationTime) {
    guard moments.count < Self.longestHistory else { return }
    if moments.isEmpty {
      keep(.new, at: createdTime)
      if direction == "inbound" { keep(.ivrConnected, at: createdTime) }
    }
    guard let event = currentEvent, let last = moments.last else { return }
    guard last.event != event || last.queue != queue || last.agent != agent else { return }
    // A queue or an agent that changes beside the flow is no event of the flow.
    guard last.event != event || event != .ended && event != .wrapUp else { return }
    if last.event == .ivrConnected { keep(.ivrDone, at: now) }
    if last.event == .onHold, event == .connected { keep(.holdDone, at: now) }
    keep(event, at: now)
  }

  private var currentEvent: TaskMoment.Event? {
    switch status {
    case .created: nil
    case .parked: .parked
    case .connect: .connect
    case .connected: talkEvent
    case .wrapup: .wrapUp
    case .ended: .ended
    }
  }

  private var talkEvent: TaskMoment.Event {
    if let consult { return consult.isConference ? .conferencing : .consulting }
    return heldSince == nil ? .connected : .onHold
  }

  private mutating func keep(_ event: TaskMoment.Event, at time: SimulationTime) {
    moments.append(TaskMoment(event: event, time: time, queue: queue, agent: agent))
  }

  /// The moments with the time at which each ended; nil for the one that still lasts.
  var steps: [(moment: TaskMoment, end: SimulationTime?)] {
    zip(moments, moments.dropFirst().map { Optional($0.time) } + [endedTime]).map { ($0, $1) }
  }

  /// How long it was in any of some states, in milliseconds.
  func time(in events: Set<TaskMoment.Event>, until now: SimulationTime) -> Int64 {
    steps.reduce(0) { sum, step in
      events.contains(step.moment.event) ? sum + (step.end ?? now).since(step.moment.time) : sum
    }
  }

  /// How often something happened to it.
  func count(of event: TaskMoment.Event) -> Int { moments.count { $0.event == event } }
}

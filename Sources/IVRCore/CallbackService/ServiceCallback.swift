/// A callback of the service, from the request for it to its end.
///
/// A pure state machine: `handle` takes what happened, changes the value and returns what is wanted
/// of the contact center. The task that waits in the line has the same identifier.
public struct ServiceCallback: Identifiable, Codable, Hashable, Sendable {
  /// Where it is, more finely than the API tells.
  enum Phase: String, Codable, Hashable, Sendable {
    /// Kept for its time.
    case scheduled
    /// In the line.
    case waiting
    /// The customer is asked whether now is a good time.
    case confirming
    /// An agent is offered it before the customer is called.
    case reserved
    /// The customer is called.
    case dialling
    /// Between two attempts.
    case resting
    /// The customer is to call.
    case awaitingCall
    /// The customer is on the line and waits for an agent.
    case routing
    /// Agent and customer talk.
    case talking
    /// Over.
    case over
  }

  /// The identifier that the API gives out, `_id`.
  public let id: TaskID
  /// The name of the service.
  public let service: String
  /// When it was asked for.
  public let requested: SimulationTime
  /// The number to call, as given, or the number that the customer will call from.
  public internal(set) var number: String
  /// When the customer wants it.
  public internal(set) var desired: SimulationTime
  /// What came with the request besides options, in order.
  public internal(set) var properties: [TaskAttribute]
  /// The call whose flow asked for it.
  public let originating: TaskID?
  /// When it was offered and when the offer was accepted, where the request told.
  let offered: SimulationTime?
  let accepted: SimulationTime?
  /// The code that a customer may be asked for who calls.
  let accessCode: String?
  let options: CallbackOptions

  var phase = Phase.scheduled
  /// How it ended.
  public internal(set) var reason: CallbackReason?
  /// What the attempts to reach the customer came to, pushes included, in order.
  public internal(set) var results: [DialResult] = []
  /// How often the customer was called.
  var attempts = 0
  var pushes = 0
  var userCalls = 0
  var rejects = 0
  /// When it began to wait for an agent.
  var queued: SimulationTime?
  /// Whether an agent waits while the customer is called.
  var agentWaits = false
  /// The agent who is kept free for it.
  var heldAgent: AgentID?
  var dialled: SimulationTime?
  var reached: SimulationTime?
  var connected: SimulationTime?
  var ended: SimulationTime?
  /// Estimated wait in seconds and position, when it was asked for.
  var estimate: Int64?
  var position: Int?
  var timers: [CallbackTimer: EventToken] = [:]

  /// Where it is.
  public var state: CallbackState {
    switch phase {
    case .scheduled: .scheduled
    case .waiting, .confirming, .resting, .awaitingCall: .queued
    case .dialling: agentWaits ? .routing : .queued
    case .reserved, .routing: .routing
    case .talking: .processing
    case .over: .completed
    }
  }

  /// What is done for it beside the line, in a word or two; `nil` where it stands in line, or is
  /// with an agent.
  public var errand: String? {
    switch phase {
    case .confirming: "to confirm"
    case .dialling: "dialling"
    case .resting: "calls again"
    case .awaitingCall: "to call in"
    case .scheduled, .waiting, .reserved, .routing, .talking, .over: nil
    }
  }

  /// Whether the customer is asked to confirm.
  public var isConfirming: Bool { phase == .confirming }

  /// Whether it was asked for a later time.
  public var isScheduled: Bool { desired > requested }
  /// When its life ends by itself.
  public var expires: SimulationTime { desired.advanced(by: options.lifetime) }
}

/// What a callback waits for besides people.
enum CallbackTimer: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// Its time comes.
  case due
  /// Its life ends.
  case life
  /// The customer had long enough to confirm.
  case confirm
  /// It is found out what answered.
  case progress
  /// The next attempt.
  case retry
  /// The customer had long enough to call.
  case booking
  /// The customer on the line had long enough.
  case line
}

/// What happens to a callback.
enum CallbackServiceEvent: Hashable, Sendable {
  /// It was accepted.
  case begin
  /// Its time has come.
  case due
  /// It is the first in line and an agent is free, who is kept for it.
  case agentFree(AgentID)
  /// An agent is offered it.
  case agentReserved
  /// The agent took it and waits for the customer; also one whom it was given to past the line.
  case agentTook
  /// The offer ended without a talk; the agent may have rejected it.
  case agentLeft(isReject: Bool)
  /// The customer confirmed, did not in time, or cannot be asked.
  case confirmed, notConfirmed, notAsked
  /// An attempt to call came to an end.
  case dialled(DialResult)
  /// The pause between attempts is over.
  case retryDue
  /// The customer called, or did not in time.
  case userCalled, userDidNotCall
  /// Agent and customer are connected.
  case talking
  /// Their talk is over.
  case talked
  /// The customer on the line waited long enough.
  case waitedTooLong
  /// Its life is over.
  case expired
  /// Somebody cancels it.
  case cancelled
  /// It is wanted at another time.
  case rescheduled(SimulationTime)
  /// Its task ended for another reason.
  case ended(TaskEnding)
}

/// What a callback wants of the contact center.
enum CallbackServiceEffect: Hashable, Sendable {
  /// Start a timer, in milliseconds; one of the same kind is replaced.
  case start(CallbackTimer, Int64)
  /// Stop a timer.
  case stop(CallbackTimer)
  /// Stand in the line, at the old place where there is one.
  case enqueue
  /// Leave the line and keep the place.
  case stepOut
  /// Tell the customer's device something.
  case push
  /// Call the customer.
  case dial
  /// Have the line find an agent for the customer on the line.
  case route
  /// Connect the agent who waits with the customer.
  case connect
  /// The agent kept free is free for others.
  case releaseAgent
  /// Take the offer or the waiting from the agent, who is available again.
  case freeAgent
  /// Let the customer hear something.
  case play(String)
  /// End the customer's call.
  case hangUp
  /// Tell reporting.
  case report(isFinal: Bool)
  /// End the task, with whatever place, agent and call it has.
  case finish(TaskEnding)
}

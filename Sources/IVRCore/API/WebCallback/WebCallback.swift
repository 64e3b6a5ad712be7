/// A web callback from its request to its end.
public struct WebCallback: Identifiable, Codable, Hashable, Sendable {
  /// How it came to its end, as `ctl_result` tells it.
  public enum Outcome: String, Codable, Hashable, Sendable {
    /// The customer answered.
    case answered
    /// Nobody answered.
    case noAnswer = "no_answer"
    /// The customer's line was busy, or the call was refused.
    case busy
    /// No agent was free in time.
    case expired
    /// Another request or a call of the customer ended it.
    case cancelled
    /// It could not be called.
    case failed
  }

  /// Where a callback without agent is.
  enum Stage: Codable, Hashable, Sendable {
    /// It waits for its time, or for an agent.
    case waiting
    /// The customer's phone rings, and a flow is to speak.
    case dialling
    /// The customer has answered, or it is over.
    case done
  }

  /// The task.
  public let id: TaskID
  /// The number of the transaction.
  public let transaction: Int
  /// What was asked for.
  let order: WebCallbackOrder
  /// Where it is.
  var stage = Stage.waiting
  /// What the customer sees as the number that calls: known when it is called, empty for none.
  public internal(set) var callerID: String?
  /// When the customer answered.
  public internal(set) var answered: SimulationTime?
  /// When that call ended.
  public internal(set) var hungUp: SimulationTime?
  /// How the last attempt failed.
  public internal(set) var failure: Outcome?
  /// The event that ends the wait for an agent.
  var timer: EventToken?

  init(id: TaskID, transaction: Int, order: WebCallbackOrder) {
    self.id = id
    self.transaction = transaction
    self.order = order
  }
}

extension WebCallback {
  /// How it came to its end.
  func outcome(_ ending: TaskEnding) -> Outcome {
    if answered != nil { return .answered }
    if let failure { return failure }
    return switch ending {
    case .duplicate, .calledIn, .cancelled: .cancelled
    default: .failed
    }
  }
}

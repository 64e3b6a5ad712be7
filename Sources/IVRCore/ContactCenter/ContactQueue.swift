/// How the contacts of a queue left it; three ways of leaving unanswered are told apart.
public struct QueueCounters: Codable, Hashable, Sendable {
  /// Contacts that entered.
  public var offered = 0
  /// Contacts that an agent was connected to.
  public var answered = 0
  /// Those of them who were within the lab's threshold.
  public var answeredInTime = 0
  /// Callers who hung up while they waited.
  public var abandoned = 0
  /// Callers who left for a callback, which goes on waiting.
  public var leftForCallback = 0
  /// Contacts whose call the flow ended, or an error.
  public var endedByFlow = 0
  /// Callbacks that did not reach the customer.
  public var failed = 0
  /// Contacts that went to another queue, waited too long, or stood for a request that another took
  /// over.
  public var movedOn = 0
  /// Second callbacks that the guard refused.
  public var refused = 0
  /// Callbacks that another request took over, replaced or became part of.
  public var merged = 0
}

extension QueueCounters {
  /// The counters by the words that scenarios and reports use.
  public enum Name: String, Codable, Hashable, Sendable, CaseIterable {
    /// As the counters themselves.
    case offered, answered, abandoned, callback, flow, refused, merged
  }

  /// The value of a counter.
  public subscript(name: Name) -> Int {
    switch name {
    case .offered: offered
    case .answered: answered
    case .abandoned: abandoned
    case .callback: leftForCallback
    case .flow: endedByFlow
    case .refused: refused
    case .merged: merged
    }
  }
}

/// A queue while the lab runs.
public struct ContactQueue: Identifiable, Codable, Hashable, Sendable {
  /// The UUID.
  public let id: QueueID
  /// The name.
  public let name: String
  /// Which agents its contacts go to, and when.
  public let routing: Routing
  /// The teams that serve it.
  public let teams: [TeamID]
  /// How many contacts that ask for skills of their own have entered.
  var skilledContacts = 0
  /// Whether a second waiting callback for the same number is refused; can be switched.
  public internal(set) var duplicateGuard: DuplicateGuard
  /// The rule that the guard enforces, with the limits around it.
  public internal(set) var policy: DuplicatePolicy
  /// Who waits.
  public internal(set) var line = WaitingLine()
  /// What the estimate is made of.
  public internal(set) var history: WaitHistory
  /// How it has been served lately.
  public internal(set) var pace = ServicePace()
  /// What the estimators said to those who were answered, beside their waits.
  public internal(set) var forecasts = ForecastRecord()
  /// How contacts left.
  public internal(set) var counters = QueueCounters()
  /// How full it was.
  public internal(set) var occupancy: QueueOccupancy
  /// How long a contact may wait, in milliseconds.
  let maximumTime: Int64

  /// An empty queue at the start of a run.
  public init(_ settings: QueueSettings, start: SimulationTime) {
    id = settings.id
    name = settings.name
    routing = settings.routing
    teams = settings.teams
    duplicateGuard = settings.duplicateGuard
    policy = settings.policy
    history = WaitHistory(settings.earlierWaits, start: start)
    maximumTime = settings.maximumTime
    occupancy = QueueOccupancy(at: start)
  }
}

extension ContactQueue {
  /// Counts a contact that enters.
  mutating func countEntry(at time: SimulationTime) {
    counters.offered += 1
    occupancy.enter(at: time)
  }

  /// Counts a contact that leaves.
  mutating func countExit(
    _ way: WritableKeyPath<QueueCounters, Int>, of task: ContactTask?, at time: SimulationTime
  ) {
    counters[keyPath: way] += 1
    occupancy.leave(at: time, entered: task?.enteredQueue)
  }

  /// The policy in force: with the guard off only its limits hold.
  public var policyInForce: DuplicatePolicy {
    guard duplicateGuard == .off else { return policy }
    var policy = policy
    policy.limit = .none
    return policy
  }
}

/// What Get Queue Info answers with.
///
/// Source: webex-runtime reference, section 3. The mixed units are the product's.
public struct QueueInformation: Codable, Hashable, Sendable {
  /// The contact's place from 1; for one who is not in the queue, one more than wait there.
  public let position: Int
  /// The estimated wait in milliseconds, -1 where unknown.
  public let estimatedWait: Int64
  /// How many wait.
  public let waiting: Int
  /// How long the oldest has waited, in seconds.
  public let oldestSeconds: Int64
  /// Agents who are signed in, of the groups that are open to the contact.
  public let agentsLoggedOn: Int
  /// Those of them who are available.
  public let agentsAvailable: Int
  /// Agents of all the queue's groups who are signed in.
  public let allAgentsLoggedOn: Int
  /// Those of them who are available.
  public let allAgentsAvailable: Int
}

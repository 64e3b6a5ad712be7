import IVRLanguages

/// The options of one callback: those of its service, with what its request may override.
///
/// Times are milliseconds. Source: genesys-gms-callback reference, sections 3 and 6; the defaults
/// are the documented ones, else those that the reference chooses.
public struct CallbackOptions: Codable, Hashable, Sendable {
  /// Whether the customer calls, instead of being called.
  var isUserOriginated = false
  /// Whether an agent has to be free before anybody is called.
  var waitsForAgent = true
  /// Whether the customer has to confirm that now is a good time.
  var waitsForConfirmation = false
  var confirmTimeout: Int64 = 30_000
  /// Whether a customer who does not confirm is called anyway.
  var connectsAnyway = true
  var mostConfirmations = 3
  /// Whether the agent is connected before the customer is called.
  var isAgentFirst = false
  /// Whether agents look at a callback first and may reject it.
  var hasPreview = false
  /// After so many rejects it ends; never where 0.
  var allowedRejects = 0
  /// Whether it is found out what answers.
  var detectsProgress = true
  var mostAttempts = 3
  var retryTime: Int64 = 300_000
  /// The results that are worth another attempt.
  var retried: [DialResult] = [.busy, .noAnswer, .answeringMachine, .noCall]
  var lifetime: Int64 = 86_400_000
  /// How long before its time a scheduled callback begins to wait for an agent.
  var leadTime: Int64 = 120_000
  /// How long a customer on the line waits for an agent.
  var longestWaitOnLine: Int64 = 3_600_000
  /// How long the customer has for calling.
  var bookingTime: Int64 = 30_000
  var mostUserCalls = 3
  /// The number that customers of a user-originated service call, in E.164.
  var accessNumber = ""
  var providesCode = false

  var bucketMinutes: Int64 = 5
  var bucketCapacity = 100
  /// How far ahead a callback may be scheduled.
  var horizon: Int64 = 31 * 86_400_000
  /// The hours of the office in minutes of the day, UTC; `nil` is always open.
  var officeHours: Range<Int64>?
  var isBoundToOfficeHours = false

  var limit = DuplicatePolicy.Limit.two
  var throttledKeys = ["_customer_number"]
  var throttle = 6
  var rates: [DuplicatePolicy.Throttle] = [
    DuplicatePolicy.Throttle(limit: 500, window: 300_000),
    DuplicatePolicy.Throttle(limit: 1_000, window: 3_600_000),
  ]
  var cap = 1_000
  var refusesImpossible = true
  var refusesPremium = true
  var exceptions: [String] = []
  var mandatoryKeys = ["_customer_number"]

  /// What the customer hears: when connected, while waiting, when no agent came, on a machine.
  var connectTreatment = ""
  var waitTreatment = ""
  var failTreatment = ""
  var machineTreatment = ""

  /// The documented and chosen defaults of a user-terminated service that waits for an agent.
  init() {}
}

/// An option that cannot be as it is written.
public struct CallbackOptionFault: Error, Hashable, Sendable {
  /// The option.
  public let option: String
  /// What is wrong, in a sentence.
  public let message: String
}

extension CallbackOptions {
  /// The policy against duplicates that a queue's ledger judges with.
  var policy: DuplicatePolicy {
    var policy = DuplicatePolicy()
    policy.limit = limit
    policy.exceptions = exceptions
    policy.refusesPremium = refusesPremium
    policy.refusesImpossible = refusesImpossible
    return policy
  }
}

/// What a virtual phone is doing.
public enum PhoneState: Codable, Hashable, Sendable {
  /// On the hook.
  case idle
  /// Ringing for a callback.
  case ringing(TaskID)
  /// In a call.
  case inCall(TaskID)

  /// The task, where there is one.
  public var task: TaskID? {
    switch self {
    case .idle: nil
    case .ringing(let task), .inCall(let task): task
    }
  }
}

/// Why a phone's last call ended, as the phone shows it.
public enum CallEnding: String, Codable, Hashable, Sendable {
  /// The person at the phone hung up.
  case hungUp = "hung up"
  /// The flow ended the call.
  case endedByFlow = "ended by flow"
  /// An error ended the call.
  case dropped = "dropped by an error"
  /// The agent ended the call.
  case endedByAgent = "ended by agent"
  /// The phone rang and nobody answered.
  case missed = "missed"
  /// The person at the phone refused the call.
  case refused = "refused"
  /// The number dialled is no entry point of the lab.
  case notInService = "number not in service"
  /// The longest time in the queue passed.
  case queueTimeout = "waited too long"
  /// The callback service ended the call.
  case endedByService = "ended by the callback service"
}

/// A virtual phone.
public struct Phone: Identifiable, Codable, Hashable, Sendable {
  /// The short name.
  public let id: PhoneID
  /// Its number as the lab writes it, which is what a called flow gets.
  public let number: String
  /// Its number in the form in which numbers compare.
  let line: String
  /// Whether it also rings for numbers that no other phone has.
  public let takesAnyNumber: Bool
  /// What it is doing.
  public internal(set) var state: PhoneState = .idle
  /// What answers when it rings.
  public internal(set) var outcome: CallOutcome
  /// How long it rings before a person who is not played answers, in milliseconds.
  let answersAfter: Int64?
  /// Since when.
  public internal(set) var since: SimulationTime
  /// Why the last call ended.
  public internal(set) var lastEnding: CallEnding?
  /// How long the last call took, in milliseconds.
  public internal(set) var lastDuration: Int64 = 0
  /// The timer of the ringing.
  var timer: EventToken?

  /// A phone on the hook, in a lab of a region.
  public init(_ settings: PhoneSettings, region: String, at time: SimulationTime) {
    id = settings.id
    number = settings.number
    line = DialledNumber(settings.number, region: region).normalised
    takesAnyNumber = settings.takesAnyNumber
    outcome = settings.outcome
    answersAfter = settings.answersAfter
    since = time
  }
}

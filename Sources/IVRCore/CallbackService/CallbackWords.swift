/// Where a callback of the service is, in the words of the API.
///
/// Source: genesys-gms-callback reference, section 7.
public enum CallbackState: String, Codable, Hashable, Sendable, CaseIterable {
  /// Kept for its time.
  case scheduled = "SCHEDULED"
  /// Waits for an agent, for the customer, or for the next attempt.
  case queued = "QUEUED"
  /// One of the two is there, and the other one is being found.
  case routing = "ROUTING"
  /// Agent and customer talk.
  case processing = "PROCESSING"
  /// Over; the reason says how.
  case completed = "COMPLETED"
}

/// How a callback of the service came to its end.
///
/// Source: genesys-gms-callback reference, section 7.
public struct CallbackReason: Codable, Hashable, Sendable {
  /// The word of the API.
  public let name: String

  private init(_ name: String) { self.name = name }

  /// Agent and customer talked.
  public static let agentConnected = CallbackReason("AGENT_CONNECTED")
  /// Somebody cancelled it.
  public static let cancelled = CallbackReason("CANCELLED")
  /// An error that nothing else names.
  public static let error = CallbackReason("FAIL_ERROR")
  /// Its longest life passed.
  public static let expired = CallbackReason("FAIL_TIMEOUT_TTL")
  /// The customer did not confirm in time.
  public static let notConfirmed = CallbackReason("FAIL_USER_NO_CONFIRM")
  /// It could not wait in the queue any longer.
  public static let queueing = CallbackReason("FAIL_QUEUEING")
  /// The customer was there, but no agent.
  public static let noAgent = CallbackReason("FAIL_AGENT_CONNECT")
  /// The customer hung up before an agent was there.
  public static let interactionDeleted = CallbackReason("FAIL_INTERACTION_DELETED")
  /// The customer was not reached.
  public static let customerNotReached = CallbackReason("FAIL_CALL_TO_CUSTOMER")

  /// Agents refused it in the preview so many times.
  public static func rejected(_ count: Int) -> CallbackReason {
    CallbackReason("AGENT_PREVIEW_CANCEL_AFTER_\(count)REJECTS")
  }
}

/// What one attempt to reach the customer came to.
///
/// Source: genesys-gms-callback reference, section 8: the values of `_CB_DIAL_n_RESULT`.
public enum DialResult: String, Codable, Hashable, Sendable, CaseIterable {
  /// No call could be made.
  case noCall = "CREATE_CALL_ERROR"
  /// The line was busy, or the call was refused.
  case busy = "BUSY"
  /// Nobody answered in time.
  case noAnswer = "NO_ANSWER"
  /// A machine answered.
  case answeringMachine = "ANSWERING_MACHINE"
  /// The network played a tone of an error.
  case errorTone = "ERROR_TONE"
  /// A fax machine answered.
  case fax = "FAX"
  /// A person answered.
  case person = "PERSON"
  /// Somebody or something answered; nobody listened who or what.
  case connected = "CONNECTED"
  /// The customer was to call and did not.
  case noUserCall = "FAILED_TO_ESTABLISH_CUSTOMER_ORIGINATED_MEDIA"
  /// The customer confirmed what was pushed.
  case pushConfirmed = "PUSH_DELIVERY_CONFIRMED"
  /// There was nothing to push to.
  case pushFailed = "PUSH_SEND_ERROR"
  /// The customer did not confirm what was pushed.
  case pushNotConfirmed = "PUSH_DELIVERY_NOT_CONFIRMED"
  /// The customer called.
  case userConnected = "USERORIGINATED_CONNECTED"

  /// Whether the customer is on the line after it.
  var isReached: Bool { self == .person || self == .connected || self == .userConnected }
}

/// What answers at a phone when a callback rings there.
///
/// A property of the lab's phones, which scenarios change.
public enum CallOutcome: String, Codable, Hashable, Sendable, CaseIterable {
  /// Whoever sits at the phone.
  case person
  /// A machine, after a few rings.
  case machine
  /// A fax machine, after a ring.
  case fax
  /// The line is busy.
  case busy
  /// Nobody is there.
  case noAnswer = "no-answer"
  /// The network plays a tone of an error.
  case errorTone = "error-tone"

  /// How long it rings until the device picks up by itself, in milliseconds; our choice.
  var pickUpTime: Int64? {
    switch self {
    case .machine: 6_000
    case .fax: 3_000
    case .person, .busy, .noAnswer, .errorTone: nil
    }
  }
}

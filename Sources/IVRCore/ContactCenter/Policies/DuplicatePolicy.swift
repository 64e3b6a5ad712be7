/// What a queue does with requests for callbacks: the rule against duplicates, and the limits around
/// it.
///
/// The shipped guard is the standard policy: one waiting callback for a callback number and entry
/// point, a second one refused.
/// Source: genesys-gms-callback reference, section 3 (limits, throttles, order); design section 3.
/// Differs from the product: Webex has no such rule.
public struct DuplicatePolicy: Codable, Hashable, Sendable {
  /// Which numbers make two requests the same.
  public enum Key: String, Codable, Hashable, Sendable, CaseIterable {
    /// The number to call.
    case callbackNumber
    /// The number the caller called from.
    case ani
    /// Both of them.
    case both
  }

  /// Among which callbacks a duplicate is looked for.
  public enum Scope: String, Codable, Hashable, Sendable, CaseIterable {
    /// Those of the same queue.
    case queue
    /// Those whose callers came in by the same entry point.
    case entryPoint
    /// All of the lab.
    case tenant
  }

  /// How many callbacks of one key may wait.
  public enum Limit: String, Codable, Hashable, Sendable, CaseIterable {
    /// One.
    case strict
    /// Two, the standard of Genesys.
    case two
    /// Any number.
    case none

    /// The number; `nil` is any.
    public var count: Int? {
      switch self {
      case .strict: 1
      case .two: 2
      case .none: nil
      }
    }
  }

  /// What becomes of a request beyond the limit.
  public enum Action: String, Codable, Hashable, Sendable, CaseIterable {
    /// It is refused; the earlier one goes on waiting.
    case refuse
    /// It inherits the place of the earlier one, which ends as duplicate.
    case takeOver
    /// It becomes part of the earlier one, which goes on waiting at its place.
    case merge
    /// The earlier one ends as duplicate; the new one waits at a place of its own.
    case replace
  }

  /// What becomes of a waiting callback when its customer calls in and enters the queue.
  public enum CallIn: String, Codable, Hashable, Sendable, CaseIterable {
    /// It goes on waiting beside the call.
    case keep
    /// It ends.
    case cancel
    /// It ends, and the call inherits its place.
    case takeOver
  }

  /// At most `limit` accepted requests within a time.
  public struct Throttle: Codable, Hashable, Sendable {
    /// How many.
    public let limit: Int
    /// The time, in milliseconds.
    public let window: Int64

    /// So many requests in so many milliseconds.
    public init(limit: Int, window: Int64) {
      self.limit = limit
      self.window = window
    }
  }

  /// Which numbers are compared.
  public var key = Key.callbackNumber
  /// Where.
  public var scope = Scope.entryPoint
  /// How many may wait.
  public var limit = Limit.strict
  /// What becomes of one too many.
  public var action = Action.refuse
  /// What a call of a customer with a waiting callback does to it.
  public var callIn = CallIn.keep
  /// How long an earlier request counts, in milliseconds; `nil` as long as it waits.
  public var window: Int64?
  /// The limit on accepted requests of one number.
  public var perNumber: Throttle?
  /// The limit on accepted requests of the queue.
  public var perQueue: Throttle?
  /// How many callbacks may wait in the queue.
  public var cap: Int?
  /// Numbers that are never called back; one that ends with `*` stands for all that begin so.
  public var exceptions: [String] = []
  /// Whether premium numbers are refused.
  public var refusesPremium = false
  /// Whether numbers that no numbering plan has are refused.
  public var refusesImpossible = false

  /// The standard policy.
  public init() {}

  /// The policy of a queue whose guard is off: everything is accepted.
  public static var off: DuplicatePolicy {
    var policy = DuplicatePolicy()
    policy.limit = .none
    return policy
  }

  /// The longest time that accepted requests have to be remembered for, in milliseconds.
  public var memory: Int64 { max(perNumber?.window ?? 0, perQueue?.window ?? 0) }
}

/// A tenant of 8x8 whose visitors may ask for callbacks, as its Configuration Manager sets it up.
///
/// Source: 8x8-webcallback reference, sections 1 and 2.
public struct WebCallbackTenant: Hashable, Sendable {
  /// A telephone number of the tenant.
  public struct Channel: Hashable, Sendable {
    /// The number.
    public var number: String
    /// The inbound entry point whose flow is the channel's script; nil for a number that only
    /// serves as caller id.
    public var entryPoint: EntryPointID?
    /// The queue whose guard also judges callbacks of type 1; nil where nothing judges them.
    public var guardQueue: QueueID?
  }

  /// A queue by the number that clients name it with.
  public struct Queue: Hashable, Sendable {
    /// The number, for example `103`.
    public var id: String
    /// The lab's queue.
    public var queue: QueueID
    /// Whether it is for outbound calls; only those take web callbacks.
    public var direction: EntryPoint.Direction
    /// Whether it is switched on.
    public var isEnabled: Bool
  }

  /// How a telephone number is read.
  public struct DialPlan: Hashable, Sendable {
    /// The number of the plan.
    public var id: String
    /// The region of numbers without calling code.
    public var region: String
  }

  /// What a wrap-up reason of the lab is among the tenant's transaction codes.
  public struct TransactionCode: Hashable, Sendable {
    /// The reason as the agent chooses it.
    public var wrapUpCode: String
    /// The name of the list.
    public var list: String
    /// The short code.
    public var code: String
    /// The description.
    public var description: String
  }

  /// The name, parameter `tenant`.
  public var name: String
  /// Whether the tenant is switched on.
  public var isEnabled: Bool
  /// Whether web callback is switched on.
  public var hasWebCallback: Bool
  /// The Action Request Token; a secret.
  public var token: String
  /// The outbound entry point that callbacks of queues belong to.
  public var entryPoint: EntryPointID
  /// The zone of the tenant's times, for example `America/Los_Angeles`.
  public var timeZone: String
  /// The caller id where the request has none, or none of the tenant's.
  public var callerID: String
  /// The telephone numbers.
  public var channels: [Channel]
  /// The caller ids of agents, for `caller_id=-1`.
  public var agentCallerIDs: [AgentID: String]
  /// The queues.
  public var queues: [Queue]
  /// The dial plans; the first one is the standard.
  public var dialPlans: [DialPlan]
  /// The transaction codes.
  public var transactionCodes: [TransactionCode]
  /// The longest delay, in milliseconds; the page names none.
  public var longestDelay: Int64
  /// Whether values that the page leaves open are refused with 19 instead of being left out.
  public var isStrict: Bool
  /// The hosts that are really told of the end of callbacks; everything else stays in the lab's
  /// inbox.
  public var realHosts: [String]
}

extension WebCallbackTenant {
  /// The channel of a number, however it is written.
  func channel(_ number: String) -> Channel? {
    guard let digits = PhoneDigits.read(number) else { return nil }
    return channels.first { PhoneDigits.read($0.number) == digits }
  }
}

/// Telephone numbers as the page wants them: digits only.
enum PhoneDigits {
  /// The most digits; longer ones are no number of any plan.
  private static let most = 32

  /// The digits of a number without the marks that people write; nil where something else is in it,
  /// or nothing is left.
  static func read(_ text: String) -> String? {
    let marks: Set<Character> = [" ", "-", "(", ")", "."]
    let kept = text.trimmed.filter { !marks.contains($0) }
    let digits = kept.hasPrefix("+") ? kept.dropFirst() : kept[...]
    let isNumber = digits.utf8.allSatisfy { (48...57).contains($0) }
    return isNumber && (1...most).contains(digits.count) ? String(digits) : nil
  }
}

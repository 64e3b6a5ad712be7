/// A callback to be written into the ledger.
public struct Reservation: Codable, Hashable, Sendable {
  /// The tenant.
  public let tenant: String
  /// Where the caller came in.
  public let entryPoint: EntryPointID
  /// The number to call, as given.
  public let number: String
  /// The task that waits in the caller's place.
  public let task: TaskID
  /// The queue.
  public let queue: QueueID

  /// What makes two callbacks duplicates: tenant, entry point and normalised number.
  func key(region: String) -> LedgerKey {
    let dialled = DialledNumber(number, region: region)
    return LedgerKey(tenant: tenant, entryPoint: entryPoint, number: dialled.key)
  }
}

/// What makes two callbacks duplicates.
public struct LedgerKey: Codable, Hashable, Sendable {
  let tenant: String
  let entryPoint: EntryPointID
  let number: String
}

/// What the ledger answers to a reservation.
public enum ReservationAnswer: Codable, Hashable, Sendable {
  /// It stands.
  case accepted
  /// Another task's callback for the same key waits already.
  case duplicate(of: TaskID)
  /// The same task asked for the same key before; nothing was added.
  case replay(of: TaskID)
}

/// The callbacks that wait or are being made, with the atomic guard against duplicates.
///
/// One contract for every store: `reserve` gives accepted, duplicate of, or replay of; `claim`
/// marks that a callback is being made and refuses a second claim; `release` ends it. This is the
/// store in memory; its entries live as long as the engine's state.
public struct Ledger: Codable, Hashable, Sendable {
  /// One callback.
  public struct Entry: Codable, Hashable, Sendable {
    /// What makes it unique.
    public let key: LedgerKey
    /// Whose it is.
    public let task: TaskID
    /// Whether it is being made.
    public var isClaimed = false
  }

  private var entriesByKey: [LedgerKey: [Entry]] = [:]
  private var keysByTask: [TaskID: LedgerKey] = [:]

  /// An empty ledger.
  public init() {}

  /// Writes a callback, or says which one stands in its way.
  mutating func reserve(
    _ key: LedgerKey, for task: TaskID, duplicateGuard: DuplicateGuard
  ) -> ReservationAnswer {
    if keysByTask[task] == key { return .replay(of: task) }
    if duplicateGuard == .refuse, let first = entriesByKey[key]?.first, first.task != task {
      return .duplicate(of: first.task)
    }
    release(task)
    entriesByKey[key, default: []].append(Entry(key: key, task: task))
    keysByTask[task] = key
    return .accepted
  }

  /// Marks a callback as being made; false where there is none, or it is being made already.
  mutating func claim(_ task: TaskID) -> Bool {
    change(task) { entry in
      defer { entry.isClaimed = true }
      return !entry.isClaimed
    } ?? false
  }

  /// Takes a claim back: the callback waits again.
  mutating func unclaim(_ task: TaskID) {
    _ = change(task) { $0.isClaimed = false }
  }

  /// Ends a callback: the number may ask again.
  mutating func release(_ task: TaskID) {
    guard let key = keysByTask.removeValue(forKey: task) else { return }
    entriesByKey[key]?.removeAll { $0.task == task }
    if entriesByKey[key]?.isEmpty == true { entriesByKey[key] = nil }
  }

  /// Whether a task's callback stands in the ledger.
  public func holds(_ task: TaskID) -> Bool { keysByTask[task] != nil }

  /// How many callbacks stand in the ledger.
  public var count: Int { keysByTask.count }

  private mutating func change<Result>(
    _ task: TaskID, _ change: (inout Entry) -> Result
  ) -> Result? {
    guard let key = keysByTask[task],
      let place = entriesByKey[key]?.firstIndex(where: { $0.task == task })
    else { return nil }
    return entriesByKey[key].map { _ in change(&entriesByKey[key, default: []][place]) }
  }
}

extension Ledger {
  /// Reads the entries in their order.
  public init(from decoder: any Decoder) throws {
    for entry in try [Entry](from: decoder) {
      entriesByKey[entry.key, default: []].append(entry)
      keysByTask[entry.task] = entry.key
    }
  }

  /// Writes the entries; those of one key in the order of their arrival.
  public func encode(to encoder: any Encoder) throws {
    try entriesByKey.values.sorted {
      ($0.first?.task.rawValue ?? "") < ($1.first?.task.rawValue ?? "")
    }
    .flatMap { $0 }.encode(to: encoder)
  }
}

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
  func key(countryCode: String) -> LedgerKey {
    let dialled = DialledNumber(number, countryCode: countryCode)
    return LedgerKey(tenant: tenant, entryPoint: entryPoint, number: dialled.normalised)
  }
}

/// What makes two callbacks duplicates.
public struct LedgerKey: Codable, Hashable, Sendable {
  let tenant: String
  let entryPoint: EntryPointID
  let number: String

  /// A key of a number that is normalised already.
  package init(tenant: String, entryPoint: EntryPointID, number: String) {
    self.tenant = tenant
    self.entryPoint = entryPoint
    self.number = number
  }
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
/// store in memory; its entries live as long as the engine's state. A key is found by its hash, so
/// that a duplicate is found as fast among millions as among a few.
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

  /// The first callback of each key.
  private var firstByKey: [LedgerKey: TaskID] = [:]
  /// Further callbacks of a key, in the order of their arrival; only where the guard was off.
  private var othersByKey: [LedgerKey: [TaskID]] = [:]
  private var keysByTask: [TaskID: LedgerKey] = [:]
  private var claimed: Set<TaskID> = []

  /// An empty ledger.
  public init() {}

  /// The callback that a reservation of this key would be a duplicate of.
  public func callback(for key: LedgerKey) -> TaskID? { firstByKey[key] }

  /// Writes a callback, or says which one stands in its way.
  package mutating func reserve(
    _ key: LedgerKey, for task: TaskID, duplicateGuard: DuplicateGuard
  ) -> ReservationAnswer {
    if let first = firstByKey[key] {
      let isReplay = first == task || othersByKey[key]?.contains(task) == true
      if isReplay { return .replay(of: task) }
      if duplicateGuard == .refuse { return .duplicate(of: first) }
    }
    release(task)
    add(task, key)
    return .accepted
  }

  private mutating func add(_ task: TaskID, _ key: LedgerKey) {
    if firstByKey[key] == nil {
      firstByKey[key] = task
    } else {
      othersByKey[key, default: []].append(task)
    }
    keysByTask[task] = key
  }

  /// Marks a callback as being made; false where there is none, or it is being made already.
  mutating func claim(_ task: TaskID) -> Bool {
    keysByTask[task] != nil && claimed.insert(task).inserted
  }

  /// Takes a claim back: the callback waits again.
  mutating func unclaim(_ task: TaskID) { claimed.remove(task) }

  /// Ends a callback: the number may ask again.
  mutating func release(_ task: TaskID) {
    guard let key = keysByTask.removeValue(forKey: task) else { return }
    claimed.remove(task)
    var rest = [firstByKey[key]].compactMap { $0 } + (othersByKey[key] ?? [])
    rest.removeAll { $0 == task }
    firstByKey[key] = rest.first
    othersByKey[key] = rest.count > 1 ? Array(rest[1...]) : nil
  }

  /// Whether a task's callback stands in the ledger.
  public func holds(_ task: TaskID) -> Bool { keysByTask[task] != nil }

  /// How many callbacks stand in the ledger.
  public var count: Int { keysByTask.count }
}

extension Ledger {
  /// Reads the entries in their order.
  public init(from decoder: any Decoder) throws {
    for entry in try [Entry](from: decoder) {
      add(entry.task, entry.key)
      if entry.isClaimed { claimed.insert(entry.task) }
    }
  }

  /// Writes the entries; those of one key in the order of their arrival.
  public func encode(to encoder: any Encoder) throws {
    let keys = firstByKey.sorted { $0.value.rawValue < $1.value.rawValue }
    try keys.flatMap { key, first in
      ([first] + (othersByKey[key] ?? [])).map {
        Entry(key: key, task: $0, isClaimed: claimed.contains($0))
      }
    }
    .encode(to: encoder)
  }
}

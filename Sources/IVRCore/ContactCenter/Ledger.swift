/// A callback to be written into the ledger.
public struct Reservation: Codable, Hashable, Sendable {
  /// The tenant.
  public let tenant: String
  /// Where the caller came in.
  public let entryPoint: EntryPointID
  /// The number to call, as given.
  public let number: String
  /// The number that the caller called from; for a request of the API the number to call.
  public let ani: String
  /// The task that waits in the caller's place.
  public let task: TaskID
  /// The queue.
  public let queue: QueueID
}

/// The callbacks that wait or are being made, and what was accepted of late.
///
/// One contract for every store: a `DuplicatePolicy` judges what is to be reserved in the same step
/// as `reserve` writes it, so that no two requests see the same gap; `claim` marks that a callback
/// is being made and refuses a second claim; `release` ends it. This is the store in memory; its
/// entries live as long as the engine's state. Looking a number up takes the same time however many
/// callbacks wait.
public struct Ledger: Codable, Hashable, Sendable {
  /// One callback.
  public struct Entry: Codable, Hashable, Sendable {
    /// Whose it is.
    public let task: TaskID
    /// The tenant.
    public let tenant: String
    /// Where the caller came in.
    public let entryPoint: EntryPointID
    /// The queue it waits in.
    public let queue: QueueID
    /// The number to call, normalised.
    public internal(set) var number: String
    /// The caller's number, normalised.
    public let ani: String
    /// When it was accepted.
    public let since: SimulationTime
    /// Whether it is being made.
    public internal(set) var isClaimed = false
    /// Settles entries of the same time.
    fileprivate var sequence: UInt64 = 0

    init(_ request: CallbackRequest) {
      task = request.task
      tenant = request.tenant
      entryPoint = request.entryPoint
      queue = request.queue
      number = request.number.key
      ani = request.ani.key
      since = request.time
    }
  }

  /// A request that was accepted, for the rates.
  struct Accepted: Codable, Hashable, Sendable {
    let time: SimulationTime
    let queue: QueueID
    let number: String
  }

  private var entries: [TaskID: Entry] = [:]
  private var tasksByNumber: [String: [TaskID]] = [:]
  private var tasksByANI: [String: [TaskID]] = [:]
  private var countByQueue: [QueueID: Int] = [:]
  private var history: [Accepted] = []
  private var nextSequence: UInt64 = 0

  /// An empty ledger.
  public init() {}

  /// Writes a callback; an earlier one of the same task ends.
  ///
  /// `memory` is how long it counts for the rates, in milliseconds.
  package mutating func reserve(_ request: CallbackRequest, memory: Int64 = 0) {
    release(request.task)
    var entry = Entry(request)
    entry.sequence = nextSequence
    nextSequence += 1
    insert(entry)
    guard memory > 0 else { return }
    history.removeAll { request.time.since($0.time) >= memory }
    history.append(
      Accepted(time: request.time, queue: request.queue, number: request.number.key))
  }

  private mutating func insert(_ entry: Entry) {
    entries[entry.task] = entry
    tasksByNumber[entry.number, default: []].append(entry.task)
    tasksByANI[entry.ani, default: []].append(entry.task)
    countByQueue[entry.queue, default: 0] += 1
  }

  /// Marks a callback as being made; false where there is none, or it is being made already.
  mutating func claim(_ task: TaskID) -> Bool {
    guard entries[task]?.isClaimed == false else { return false }
    entries[task]?.isClaimed = true
    return true
  }

  /// Takes a claim back: the callback waits again.
  mutating func unclaim(_ task: TaskID) { entries[task]?.isClaimed = false }

  /// Ends a callback: the number may ask again.
  mutating func release(_ task: TaskID) {
    guard let entry = entries.removeValue(forKey: task) else { return }
    tasksByNumber.remove(task, of: entry.number)
    tasksByANI.remove(task, of: entry.ani)
    let left = (countByQueue[entry.queue] ?? 1) - 1
    countByQueue[entry.queue] = left == 0 ? nil : left
  }

  /// Gives a callback another number.
  mutating func renumber(_ task: TaskID, to number: String) {
    guard let entry = entries[task], entry.number != number else { return }
    tasksByNumber.remove(task, of: entry.number)
    tasksByNumber[number, default: []].append(task)
    entries[task]?.number = number
  }

  /// Whether a task's callback stands in the ledger.
  public func holds(_ task: TaskID) -> Bool { entries[task] != nil }

  /// The callback of a task.
  public func entry(of task: TaskID) -> Entry? { entries[task] }

  /// How many callbacks stand in the ledger.
  public var count: Int { entries.count }

  /// How many of them stand for a queue.
  public func count(in queue: QueueID) -> Int { countByQueue[queue] ?? 0 }

  /// The callbacks of normalised numbers, the earliest first.
  public func entries(
    number: String, ani: String, by key: DuplicatePolicy.Key
  ) -> [Entry] {
    let tasks =
      switch key {
      case .callbackNumber, .both: tasksByNumber[number]
      case .ani: tasksByANI[ani]
      }
    let found = (tasks ?? []).compactMap { entries[$0] }
    return key == .both ? found.filter { $0.ani == ani } : found
  }

  /// All callbacks, the earliest first.
  public var all: [Entry] { entries.values.sorted { $0.sequence < $1.sequence } }

  /// How many requests were accepted after a time, of those that count.
  func accepted(since time: SimulationTime, where counts: (Accepted) -> Bool) -> Int {
    history.count { $0.time > time && counts($0) }
  }
}

extension [String: [TaskID]] {
  fileprivate mutating func remove(_ task: TaskID, of key: String) {
    self[key]?.removeAll { $0 == task }
    if self[key]?.isEmpty == true { self[key] = nil }
  }
}

extension Ledger {
  private struct Stored: Codable {
    let entries: [Entry]
    let history: [Accepted]
    let nextSequence: UInt64
  }

  /// Reads the entries in their order.
  public init(from decoder: any Decoder) throws {
    let stored = try Stored(from: decoder)
    for entry in stored.entries { insert(entry) }
    history = stored.history
    nextSequence = stored.nextSequence
  }

  /// Writes the entries in the order of their arrival.
  public func encode(to encoder: any Encoder) throws {
    try Stored(entries: all, history: history, nextSequence: nextSequence).encode(to: encoder)
  }
}

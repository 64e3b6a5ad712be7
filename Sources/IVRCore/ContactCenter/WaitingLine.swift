/// One place in a line.
public struct LineEntry: Codable, Hashable, Sendable {
  /// Who waits.
  public let task: TaskID
  /// 1 is the most urgent, 10 means none was set.
  public let priority: Int
  /// When the contact first entered this queue.
  public let firstEntered: SimulationTime
  /// Settles entries of the same time.
  let sequence: UInt64

  func precedes(_ other: LineEntry) -> Bool {
    if priority != other.priority { return priority < other.priority }
    if firstEntered != other.firstEntered { return firstEntered < other.firstEntered }
    if sequence != other.sequence { return sequence < other.sequence }
    // Where one has taken the place of another, both may stand there for a moment.
    return task.rawValue < other.task.rawValue
  }
}

/// The contacts and callbacks of a queue in the order in which they will be served.
///
/// By priority, then by the time they first entered; a callback keeps the entry of the call that
/// asked for it, and an entry that comes back (declined, not answered) takes its old place. A place
/// is found in logarithmic time, however long the line is.
public struct WaitingLine: Sendable {
  private var index = LineIndex()
  private var entriesByTask: [TaskID: LineEntry] = [:]
  private var nextSequence: UInt64 = 0

  /// An empty line.
  public init() {}

  /// How many wait.
  public var count: Int { index.count }
  /// Whether nobody waits.
  public var isEmpty: Bool { index.count == 0 }
  /// Who will be served next.
  public var first: LineEntry? { index.first }
  /// All entries, first to be served first; takes time for each.
  public var entries: [LineEntry] { index.entries }

  /// The entry of a place that there is; 0 is served first.
  public subscript(place: Int) -> LineEntry { index[place] }

  /// Adds a contact behind everybody of its priority and returns its entry.
  @discardableResult
  package mutating func join(_ task: TaskID, priority: Int, at time: SimulationTime) -> LineEntry {
    let entry = LineEntry(
      task: task, priority: priority, firstEntered: time, sequence: nextSequence)
    nextSequence += 1
    rejoin(entry)
    return entry
  }

  /// Gives a contact the place that another one has, in line or while being offered.
  mutating func join(_ task: TaskID, inPlaceOf entry: LineEntry) -> LineEntry {
    let inherited = LineEntry(
      task: task, priority: entry.priority, firstEntered: entry.firstEntered,
      sequence: entry.sequence)
    rejoin(inherited)
    return inherited
  }

  /// Puts an entry back at its old place.
  mutating func rejoin(_ entry: LineEntry) {
    _ = leave(entry.task)
    index.insert(entry)
    entriesByTask[entry.task] = entry
  }

  /// Takes a contact out of the line.
  mutating func leave(_ task: TaskID) -> LineEntry? {
    guard let entry = entriesByTask.removeValue(forKey: task) else { return nil }
    index.remove(entry)
    return entry
  }

  /// How many will be served up to and with this contact: 1 for the first.
  public func position(of task: TaskID) -> Int? {
    entriesByTask[task].map { index.rank(of: $0) + 1 }
  }

  /// How many go before an entry that need not be in the line.
  func count(before entry: LineEntry) -> Int { index.rank(of: entry) }

  /// When the contact that has waited longest first entered.
  ///
  /// Within a priority the first has waited longest, so one entry of each is looked at.
  var oldest: SimulationTime? {
    var oldest: SimulationTime?
    var place = 0
    while place < count {
      let entry = index[place]
      oldest = min(oldest ?? entry.firstEntered, entry.firstEntered)
      let end = LineEntry(
        task: entry.task, priority: entry.priority,
        firstEntered: SimulationTime(milliseconds: .max), sequence: .max)
      place = index.rank(of: end)
    }
    return oldest
  }
}

extension WaitingLine: Hashable {
  /// Lines are equal when they hold the same entries and number the next one alike.
  public static func == (left: WaitingLine, right: WaitingLine) -> Bool {
    left.nextSequence == right.nextSequence && left.entries == right.entries
  }

  /// Hashes the entries in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(entries)
    hasher.combine(nextSequence)
  }
}

extension WaitingLine: Codable {
  private enum CodingKeys: String, CodingKey {
    case entries, nextSequence
  }

  /// Reads the entries, in any order.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    for entry in try container.decode([LineEntry].self, forKey: .entries) { rejoin(entry) }
    nextSequence = try container.decode(UInt64.self, forKey: .nextSequence)
  }

  /// Writes the entries in order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entries, forKey: .entries)
    try container.encode(nextSequence, forKey: .nextSequence)
  }
}

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
    return sequence < other.sequence
  }
}

/// The contacts and callbacks of a queue in the order in which they will be served.
///
/// By priority, then by the time they first entered; a callback keeps the entry of the call that
/// asked for it, and an entry that comes back (declined, not answered) takes its old place.
public struct WaitingLine: Codable, Hashable, Sendable {
  /// The entries, first to be served first.
  public private(set) var entries: [LineEntry] = []
  private var nextSequence: UInt64 = 0

  /// An empty line.
  public init() {}

  /// Adds a contact behind everybody of its priority and returns its entry.
  mutating func join(_ task: TaskID, priority: Int, at time: SimulationTime) -> LineEntry {
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
    entries.insert(entry, at: place(of: entry))
  }

  /// Takes a contact out of the line.
  mutating func leave(_ task: TaskID) -> LineEntry? {
    guard let index = entries.firstIndex(where: { $0.task == task }) else { return nil }
    return entries.remove(at: index)
  }

  /// How many will be served up to and with this contact: 1 for the first.
  public func position(of task: TaskID) -> Int? {
    entries.firstIndex { $0.task == task }.map { $0 + 1 }
  }

  private func place(of entry: LineEntry) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].precedes(entry) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

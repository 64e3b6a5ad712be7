/// Who goes first among events of the same time.
public enum EventPriority: Int, Codable, Comparable, Sendable {
  /// What happens inside the simulated world.
  case world
  /// What a person or a client did; it finds the world settled.
  case input

  /// Orders the world before inputs.
  public static func < (left: EventPriority, right: EventPriority) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Names a scheduled event so that it can be cancelled; never reused within a run.
public struct EventToken: Hashable, Codable, Sendable {
  let sequence: UInt64
}

/// The one ordered queue of a run: earliest time first, then priority, then order of scheduling.
///
/// A binary heap; cancelling marks an entry, and marked entries are dropped when they surface.
/// Two queues are equal when they hold the same live events in the same order, however the heap
/// happens to lie.
public struct EventQueue<Event: Codable & Equatable & Sendable>: Sendable {
  struct Entry: Codable, Equatable, Sendable {
    let time: SimulationTime
    let priority: EventPriority
    let sequence: UInt64
    let event: Event

    func precedes(_ other: Entry) -> Bool {
      if time != other.time { return time < other.time }
      if priority != other.priority { return priority < other.priority }
      return sequence < other.sequence
    }
  }

  private var heap: [Entry] = []
  private var cancelled: Set<UInt64> = []
  private var nextSequence: UInt64 = 0

  /// An empty queue.
  public init() {}

  /// The number of events that will happen.
  public var count: Int { heap.count - cancelled.count }

  /// The time of the next event, or `nil` where nothing is scheduled.
  public var nextTime: SimulationTime? { heap.first?.time }

  /// When a scheduled event will happen.
  func time(of token: EventToken) -> SimulationTime? {
    heap.first { $0.sequence == token.sequence }?.time
  }

  /// Adds an event and returns the name to cancel it by.
  @discardableResult
  public mutating func schedule(
    _ event: Event, at time: SimulationTime, priority: EventPriority = .world
  ) -> EventToken {
    let entry = Entry(time: time, priority: priority, sequence: nextSequence, event: event)
    nextSequence += 1
    heap.append(entry)
    siftUp(heap.count - 1)
    return EventToken(sequence: entry.sequence)
  }

  /// Makes sure that a scheduled event does not happen.
  ///
  /// The caller must hold a token of an event that has neither happened nor been cancelled.
  public mutating func cancel(_ token: EventToken) {
    cancelled.insert(token.sequence)
    dropCancelledTop()
  }

  /// Takes the next event, with its time.
  public mutating func pop() -> (time: SimulationTime, event: Event)? {
    guard let top = heap.first else { return nil }
    removeTop()
    dropCancelledTop()
    return (top.time, top.event)
  }

  /// The live entries in the order in which they will happen.
  var ordered: [Entry] {
    heap.filter { !cancelled.contains($0.sequence) }.sorted { $0.precedes($1) }
  }

  private mutating func dropCancelledTop() {
    guard !cancelled.isEmpty else { return }
    while let top = heap.first, cancelled.remove(top.sequence) != nil { removeTop() }
  }

  private mutating func removeTop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    siftDown(0)
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return }
      let right = left + 1
      let first = right < heap.count && heap[right].precedes(heap[left]) ? right : left
      guard heap[first].precedes(heap[parent]) else { return }
      heap.swapAt(parent, first)
      parent = first
    }
  }
}

extension EventQueue: Equatable {
  /// Compares what will happen, and the numbering of what will be scheduled next.
  public static func == (left: EventQueue, right: EventQueue) -> Bool {
    left.nextSequence == right.nextSequence && left.ordered == right.ordered
  }
}

extension EventQueue: Codable {
  private enum CodingKeys: String, CodingKey {
    case entries, nextSequence
  }

  /// Reads the live events; a sorted list is already a heap.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    heap = try container.decode([Entry].self, forKey: .entries)
    nextSequence = try container.decode(UInt64.self, forKey: .nextSequence)
  }

  /// Writes the live events in order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(ordered, forKey: .entries)
    try container.encode(nextSequence, forKey: .nextSequence)
  }
}

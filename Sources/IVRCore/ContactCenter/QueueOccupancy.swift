/// How full a queue was over time, to be compared with how long each contact was there.
///
/// Source: queueing reference, Little's law: without a limit the sum over time of how many are there
/// is the sum of the times that each was there.
public struct QueueOccupancy: Codable, Hashable, Sendable {
  /// How many are there: in line, being offered, or callbacks being dialled.
  public private(set) var inside = 0
  /// Contacts times milliseconds up to the last change.
  private var area: Int64 = 0
  /// The milliseconds that each contact which has left was there.
  private var stays: Int64 = 0
  private var lastChange: SimulationTime

  /// An empty queue.
  public init(at time: SimulationTime) { lastChange = time }

  mutating func enter(at time: SimulationTime) {
    settle(time)
    inside += 1
  }

  /// A contact leaves that entered at an instant.
  mutating func leave(at time: SimulationTime, entered: SimulationTime?) {
    settle(time)
    inside -= 1
    stays += time.since(entered ?? time)
  }

  private mutating func settle(_ time: SimulationTime) {
    area += Int64(inside) * time.since(lastChange)
    lastChange = time
  }

  /// Whether Little's law holds with those who are still there, who entered at these instants.
  func holds(at time: SimulationTime, entered: [SimulationTime]) -> Bool {
    let open = entered.reduce(0) { $0 + time.since($1) }
    return area + Int64(inside) * time.since(lastChange) == stays + open
  }
}

/// How a queue has been served lately: what the estimates besides the product's are made of.
///
/// Means are over the latest 32, as Genesys does for the pace of a queue. Source: queueing
/// reference, sections 1 and 2.
public struct ServicePace: Codable, Hashable, Sendable {
  /// How many starts and handle times are remembered.
  static let memory = 32

  /// The average wait as Asterisk keeps it.
  public private(set) var holdTime = HoldTime()
  private var starts: [Int64] = []
  private var handleTimes: [Int64] = []
  /// All waits in milliseconds, answered or not, and how many of them were broken off.
  private var waited: Int64 = 0
  private var hangUps: Int64 = 0

  /// No experience yet.
  public init() {}

  /// Somebody was connected to an agent after waiting.
  mutating func started(afterWaiting wait: Int64, at time: SimulationTime) {
    holdTime.record(wait / 1000)
    waited += wait
    starts.append(time.milliseconds)
    if starts.count > Self.memory { starts.removeFirst() }
  }

  /// An agent was busy with somebody for a time, in milliseconds, wrap-up included.
  mutating func handled(_ time: Int64) {
    handleTimes.append(time)
    if handleTimes.count > Self.memory { handleTimes.removeFirst() }
  }

  /// Somebody hung up after waiting.
  mutating func hungUp(afterWaiting wait: Int64) {
    waited += wait
    hangUps += 1
  }

  /// The mean time between two starts in milliseconds; `nil` where there were fewer than two.
  var meanGap: Double? {
    guard let first = starts.first, let last = starts.last, starts.count >= 2 else { return nil }
    return Double(last - first) / Double(starts.count - 1)
  }

  /// Position times the mean time between starts, in milliseconds.
  public func littlesWait(position: Int) -> Int64? {
    meanGap.map { Int64((min($0 * Double(position), 1e15)).rounded()) }
  }

  /// What is known to one who asks.
  ///
  /// The mean patience is all the waiting for each hang-up, which is the likeliest mean where
  /// patience is exponential and the waits of the answered say only that they had more of it.
  public func facts(position: Int, staffed: Int) -> WaitFacts {
    let count = Double(handleTimes.count)
    let handled = handleTimes.isEmpty ? nil : Double(handleTimes.reduce(0, +)) / count / 1000
    return WaitFacts(
      position: position, staffed: staffed, handleTime: handled,
      patience: hangUps > 0 ? Double(waited) / Double(hangUps) / 1000 : nil)
  }
}

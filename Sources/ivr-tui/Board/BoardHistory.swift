import IVRCore

/// What the board's curves are drawn of: one sample for each half minute of simulated time.
struct BoardHistory: Equatable {
  /// How one queue was at an instant.
  struct Sample: Equatable {
    let waiting: Int
    /// Contacts answered since the sample before.
    let answered: Int
    /// Milliseconds; nil where nobody can tell.
    let estimate: Int64?
  }

  /// Milliseconds between two samples.
  static let interval: Int64 = 30_000
  private static let limit = 240

  private(set) var samples: [QueueID: [Sample]] = [:]
  private var answered: [QueueID: Int] = [:]
  private var next: SimulationTime?

  /// Takes the samples that have become due; a jump over many of them takes one.
  mutating func follow(_ engine: Engine) {
    let now = engine.state.now
    guard let due = next else {
      next = now.advanced(by: Self.interval)
      return
    }
    guard due <= now else { return }
    next = now.advanced(by: Self.interval)
    for queue in engine.state.queues.values { take(queue, engine) }
  }

  private mutating func take(_ queue: ContactQueue, _ engine: Engine) {
    let sample = Sample(
      waiting: queue.line.count,
      answered: queue.counters.answered - (answered[queue.id] ?? 0),
      estimate: engine.estimates(of: queue.id)?[.webex].flatMap { $0 < 0 ? nil : $0 })
    answered[queue.id] = queue.counters.answered
    samples[queue.id, default: []].append(sample)
    if let count = samples[queue.id]?.count, count > Self.limit {
      samples[queue.id]?.removeFirst(count - Self.limit)
    }
  }
}

/// Measures how often work can be done in a second.
enum Stopwatch {
  /// Repetitions whose median counts.
  private static let repetitions = 7
  /// The least time of one repetition, long beside what the clock and the scheduler add.
  private static let least = Duration.milliseconds(250)

  /// The median rate over the repetitions; finding out how much fills one of them warms up.
  static func rate(_ work: () throws -> Void) throws -> Double {
    var count = 1
    while try seconds(count, work) < least.seconds { count *= 2 }
    let rates = try (0..<repetitions).map { _ in Double(count) / (try seconds(count, work)) }
    return rates.sorted()[repetitions / 2]
  }

  private static func seconds(_ count: Int, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<count { try work() }
    return (clock.now - start).seconds
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

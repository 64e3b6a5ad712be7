import Foundation

/// Measures how often work can be done in a second of the processor's time.
///
/// Time that the machine gives to other programs does not count; the peers are measured the same
/// way, so that a busy machine changes no ratio much.
enum Stopwatch {
  /// Repetitions whose median counts.
  private static let repetitions = 7
  /// The least time of one repetition in seconds, long beside the clock's own steps.
  private static let least = 0.25

  /// The median rate over the repetitions; finding out how much fills one of them warms up.
  static func rate(_ work: () throws -> Void) throws -> Double {
    var count = 1
    while try seconds(count, work) < least { count *= 2 }
    let rates = try (0..<repetitions).map { _ in Double(count) / (try seconds(count, work)) }
    return rates.sorted()[repetitions / 2]
  }

  private static func seconds(_ count: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = now
    for _ in 0..<count { try work() }
    return now - start
  }

  /// Seconds that this process has kept processors busy.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

import Glibc

/// The one place that reads the real clock.
nonisolated enum MonotonicClock {
  /// Milliseconds since a fixed moment of the past; never goes back.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}

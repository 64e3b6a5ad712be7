import Glibc

/// The one place that reads the real clocks.
public enum MonotonicClock {
  /// Milliseconds since a fixed moment of the past; never goes back.
  public static var now: Int64 { milliseconds(CLOCK_MONOTONIC) }

  /// Milliseconds since 1970 by the machine's calendar; it may be set back.
  public static var calendar: Int64 { milliseconds(CLOCK_REALTIME) }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}

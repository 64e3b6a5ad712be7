import Glibc
import IVRAdapters

/// Waits until there is something to do; waiting costs nothing.
nonisolated struct EventLoop: Sendable {
  /// Why the wait ended; empty when a signal interrupted it.
  struct Reasons: OptionSet, Hashable, Sendable {
    let rawValue: Int

    /// The terminal has input, or is gone.
    static let terminal = Reasons(rawValue: 1)
    /// A mailbox has messages, or a signal came.
    static let wake = Reasons(rawValue: 2)
    static let deadline = Reasons(rawValue: 4)
  }

  /// What `Terminal.descriptor` says.
  let terminal: Int32
  let wake: WakeSignal

  /// Waits for input, a message or the deadline, a `MonotonicClock` time; nil waits without end.
  ///
  /// Whatever the reason, drain the mailbox and the terminal afterwards: signals have no reason of
  /// their own.
  func wait(until deadline: Int64?) -> Reasons {
    var polled = [
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&polled, nfds_t(polled.count), Self.timeout(until: deadline))
    var reasons: Reasons = []
    if count > 0, polled[0].revents != 0 { reasons.insert(.terminal) }
    if count > 0, polled[1].revents != 0 {
      wake.clear()
      reasons.insert(.wake)
    }
    if let deadline, MonotonicClock.now >= deadline { reasons.insert(.deadline) }
    return reasons
  }

  /// Milliseconds for `poll`; -1 waits without end.
  private static func timeout(until deadline: Int64?) -> Int32 {
    guard let deadline else { return -1 }
    let (left, overflow) = deadline.subtractingReportingOverflow(MonotonicClock.now)
    guard !overflow else { return deadline < 0 ? 0 : .max }
    return Int32(clamping: max(0, left))
  }
}

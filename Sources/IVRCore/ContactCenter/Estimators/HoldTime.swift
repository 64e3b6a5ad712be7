/// The average wait as Asterisk keeps it: whole seconds, a quarter of each new wait.
///
/// Source: queueing reference, section 1, row Asterisk, and section 2, "Asterisk vectors".
public struct HoldTime: Codable, Hashable, Sendable {
  /// The average in seconds; 0 until somebody was answered.
  public private(set) var seconds: Int64 = 0
  /// Whether somebody was answered.
  public private(set) var isKnown = false

  /// No experience yet.
  public init() {}

  /// Takes a wait into account, in seconds.
  public mutating func record(_ wait: Int64) {
    seconds = (3 * seconds + max(0, wait)) >> 2
    isKnown = true
  }

  /// What Asterisk says to one who has waited some seconds: minutes, and seconds rounded down to
  /// `rounding`; nothing is said of seconds where that is 0.
  ///
  /// Once somebody has waited longer than the average, the announcement grows again. That is how
  /// the product is.
  public func announcement(afterWaiting waited: Int64, rounding: Int64 = 0) -> (
    minutes: Int64, seconds: Int64
  ) {
    let minutes = abs(seconds + 30 - waited) / 60
    guard rounding > 0 else { return (minutes, 0) }
    let rest = abs(seconds + 30 - waited) - minutes * 60
    return (minutes, rest / rounding * rounding)
  }
}

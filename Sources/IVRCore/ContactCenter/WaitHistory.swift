/// The waits of answered contacts, by the minute in which they were connected, and the estimate
/// made of them.
///
/// Source: queueing reference, section 1, Webex row, and section 2, "Webex vectors". A sample is the
/// mean wait of the contacts connected in one minute; it is valid when its coefficient of variation
/// (of the population) is below 40 %; where at least 40 % of the samples are valid, the estimate is
/// the mean of the valid ones. Minutes in which nobody was connected are no samples.
public struct WaitHistory: Codable, Hashable, Sendable {
  struct Minute: Codable, Hashable, Sendable {
    let minute: Int64
    var waits: [Int64]
  }

  /// Sets how far a sample may scatter, and how many samples must be valid.
  static let limitPercent: Int64 = 40
  /// The longest look-back of the product, in minutes.
  static let longestLookback: Int64 = 240

  private(set) var minutes: [Minute] = []

  /// The history that a lab document gives a queue at the start of a run.
  public init(_ earlier: [EarlierWaits], start: SimulationTime) {
    let known = earlier.filter { !$0.waits.isEmpty && $0.minutesAgo > 0 }
    minutes = known.map { Minute(minute: start.minute - $0.minutesAgo, waits: $0.waits) }
      .sorted { $0.minute < $1.minute }
  }

  /// Notes that a contact was connected after waiting.
  mutating func record(wait: Int64, at time: SimulationTime) {
    let minute = time.minute
    minutes.removeAll { $0.minute < minute - Self.longestLookback }
    if minutes.last?.minute == minute {
      minutes[minutes.count - 1].waits.append(wait)
    } else {
      minutes.append(Minute(minute: minute, waits: [wait]))
    }
  }

  /// The estimated wait in milliseconds, or -1 where the data do not allow one.
  ///
  /// The minute that is still running counts, as does each of the `lookbackMinutes` before it.
  public func estimate(lookbackMinutes: Int64, at time: SimulationTime) -> Int64 {
    estimate(
      lookbackMinutes: lookbackMinutes, scatter: Self.limitPercent, valid: Self.limitPercent,
      at: time) ?? -1
  }

  /// The estimated wait in milliseconds, with other limits: how far a sample may scatter and how
  /// many must be valid, in per cent; nil where the data do not allow one.
  func estimate(
    lookbackMinutes: Int64, scatter: Int64, valid share: Int64, at time: SimulationTime
  ) -> Int64? {
    let samples = minutes.filter {
      $0.minute >= time.minute - lookbackMinutes && $0.minute <= time.minute
    }
    let valid = samples.filter { Self.isSteady($0.waits, limit: scatter) }
    guard !valid.isEmpty, Int64(valid.count) * 100 >= share * Int64(samples.count)
    else { return nil }
    let means = valid.map { Double($0.waits.reduce(0, +)) / Double($0.waits.count) }
    return Int64(means.reduce(0, +) / Double(means.count))
  }

  /// Whether the standard deviation is below a limit of the mean, in per cent; compared without a root, in whole
  /// numbers: (limit/100)² · (Σx)² > n · Σx² − (Σx)².
  private static func isSteady(_ waits: [Int64], limit: Int64) -> Bool {
    let sum = waits.reduce(0.0) { $0 + Double($1) }
    let squares = waits.reduce(0.0) { $0 + Double($1) * Double($1) }
    guard sum > 0 else { return false }
    let scatter = Double(waits.count) * squares - sum * sum
    return scatter * 10_000 < Double(limit * limit) * sum * sum
  }
}

/// What each estimator said to one contact.
public struct WaitForecast: Codable, Hashable, Sendable {
  /// Milliseconds in the order of `WaitEstimator.allCases`, -1 where unknown; a short form, since
  /// every contact that waits carries one.
  private var values: SIMD8<Int32>

  /// A forecast of five estimates in milliseconds.
  public init(_ estimate: (WaitEstimator) -> Int64?) {
    values = SIMD8(repeating: -1)
    for (place, estimator) in WaitEstimator.allCases.enumerated() {
      if let wait = estimate(estimator), wait >= 0 { values[place] = Int32(clamping: wait) }
    }
  }

  /// An estimate in milliseconds; `nil` where the estimator knew nothing.
  ///
  /// Never -1: what is unknown must not be spoken as a time.
  public subscript(estimator: WaitEstimator) -> Int64? {
    let place = WaitEstimator.allCases.firstIndex(of: estimator) ?? 0
    return values[place] < 0 ? nil : Int64(values[place])
  }
}

/// How good an estimator was.
public struct EstimateScore: Codable, Hashable, Sendable {
  /// Contacts that were answered.
  public private(set) var count = 0
  /// Those of them for whom nothing was known.
  public private(set) var unknown = 0
  /// Those whose wait was within a minute of the estimate.
  public private(set) var withinMinute = 0
  private var errors: Int64 = 0
  private var distances: Int64 = 0

  /// No contact yet.
  public init() {}

  /// Takes the wait that really happened into account, beside what was said; in milliseconds.
  public mutating func record(estimate: Int64?, wait: Int64) {
    count += 1
    guard let estimate else {
      unknown += 1
      return
    }
    let error = estimate - wait
    errors += error
    distances += abs(error)
    if abs(error) <= 60_000 { withinMinute += 1 }
  }

  /// Adds what another queue or run has seen.
  public mutating func add(_ other: EstimateScore) {
    count += other.count
    unknown += other.unknown
    withinMinute += other.withinMinute
    errors += other.errors
    distances += other.distances
  }

  /// Contacts for whom there was an estimate.
  public var known: Int { count - unknown }
  /// The mean of estimate less wait in milliseconds; above 0 where too much was said.
  public var meanError: Double? { known > 0 ? Double(errors) / Double(known) : nil }
  /// The mean distance between estimate and wait in milliseconds.
  public var meanAbsoluteError: Double? { known > 0 ? Double(distances) / Double(known) : nil }
}

/// The forecasts of a queue beside what came of them.
public struct ForecastRecord: Codable, Hashable, Sendable {
  /// What was said to the contact answered last.
  public private(set) var lastForecast: WaitForecast?
  /// How long that contact really waited, in milliseconds.
  public private(set) var lastWait: Int64?
  private var scores = Array(repeating: EstimateScore(), count: WaitEstimator.allCases.count)

  /// Nobody was answered yet.
  public init() {}

  /// A contact was answered.
  mutating func record(_ forecast: WaitForecast, wait: Int64) {
    lastForecast = forecast
    lastWait = wait
    for (place, estimator) in WaitEstimator.allCases.enumerated() {
      scores[place].record(estimate: forecast[estimator], wait: wait)
    }
  }

  /// How good an estimator was so far.
  public func score(of estimator: WaitEstimator) -> EstimateScore {
    scores[WaitEstimator.allCases.firstIndex(of: estimator) ?? 0]
  }
}

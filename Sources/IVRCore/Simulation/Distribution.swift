/// How long something takes by chance.
///
/// Values are drawn in seconds with fractions and returned in milliseconds, never below 0.
public enum Distribution: Codable, Hashable, Sendable {
  /// Always the same.
  case constant(seconds: Double)
  /// Evenly spread between two bounds.
  case uniform(from: Double, to: Double)
  /// Exponential with a mean; the time between arrivals of a Poisson stream.
  case exponential(mean: Double)
  /// Log-normal with the mean and the standard deviation of the values themselves, as they are
  /// measured; usual for handle times.
  case logNormal(mean: Double, deviation: Double)
  /// One of a list of measured values, each as likely.
  case empirical([Double])

  /// The mean in seconds.
  public var mean: Double {
    switch self {
    case .constant(let seconds): seconds
    case .uniform(let low, let high): (low + high) / 2
    case .exponential(let mean), .logNormal(let mean, _): mean
    case .empirical(let values):
      values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
  }

  /// Draws a value in milliseconds.
  public func milliseconds(_ stream: inout RandomStream) -> Int64 {
    Int64(min(max(0, seconds(&stream) * 1000), Self.longest).rounded())
  }

  /// The longest time drawn: ten years, far from where sums of milliseconds overflow.
  private static let longest = 315_360_000_000.0

  private func seconds(_ stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let seconds): return seconds
    case .uniform(let low, let high): return low + (high - low) * stream.nextShare()
    case .exponential(let mean): return mean * stream.nextExponential()
    case .logNormal(let mean, let deviation):
      guard mean > 0 else { return 0 }
      let variance = Elementary.log(1 + deviation * deviation / (mean * mean))
      let centre = Elementary.log(mean) - variance / 2
      return Elementary.exp(centre + variance.squareRoot() * stream.nextNormal())
    case .empirical(let values):
      guard !values.isEmpty else { return 0 }
      return values[Int(stream.next() % UInt64(values.count))]
    }
  }
}

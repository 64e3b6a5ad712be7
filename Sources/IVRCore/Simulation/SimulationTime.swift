/// An instant of the simulated clock: milliseconds since 1970-01-01T00:00:00Z in the simulated world.
///
/// The core has no other clock. Real time only decides how long a driver waits before it steps.
public struct SimulationTime: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch.
  public let milliseconds: Int64

  /// An instant given in milliseconds since the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The instant `milliseconds` later.
  public func advanced(by milliseconds: Int64) -> SimulationTime {
    SimulationTime(milliseconds: self.milliseconds + milliseconds)
  }

  /// Milliseconds from `earlier` to this instant; negative where `earlier` is later.
  public func since(_ earlier: SimulationTime) -> Int64 {
    milliseconds - earlier.milliseconds
  }

  /// The number of the minute since the epoch that holds this instant.
  public var minute: Int64 { CivilTime.floorDivide(milliseconds, 60_000) }

  /// Orders by time.
  public static func < (left: SimulationTime, right: SimulationTime) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension SimulationTime: Codable {
  /// Reads the bare number of milliseconds.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the bare number of milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

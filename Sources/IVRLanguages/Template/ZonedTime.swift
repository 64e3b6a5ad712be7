import Foundation

/// Date and time of day that a clock on a wall shows in a time zone.
public struct ZonedTime: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int
  /// 0 to 23.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int
  /// 0 to 59.
  public let second: Int
  /// Seconds east of Greenwich at that instant.
  public let offset: Int

  /// The wall time of an instant; a zone that is not known is Greenwich.
  public init(epochMilliseconds: Int64, zone: String) {
    offset = CivilZone(zone).offset(at: epochMilliseconds)
    let time = CivilTime(epochMilliseconds: epochMilliseconds, offsetSeconds: offset)
    year = time.year
    month = time.month
    day = time.day
    hour = time.hour
    minute = time.minute
    second = time.second
  }

  /// The offset as `+0530`.
  public var offsetText: String {
    let minutes = abs(offset) / 60
    return (offset < 0 ? "-" : "+") + (minutes / 60).padded(2) + (minutes % 60).padded(2)
  }

  /// Whether a name is one of a time zone.
  public static func isZone(_ name: String) -> Bool { TimeZone(identifier: name) != nil }
}

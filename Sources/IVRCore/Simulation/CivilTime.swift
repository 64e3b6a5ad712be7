/// Date and time of day in UTC, computed from the proleptic Gregorian calendar.
public struct CivilTime: Hashable, Sendable {
  /// The year, for example 2026.
  public let year: Int64
  /// The month, 1 to 12.
  public let month: Int64
  /// The day of the month, 1 to 31.
  public let day: Int64
  /// Milliseconds since midnight.
  public let millisecondOfDay: Int64
  /// The day of the week, 0 for Sunday to 6 for Saturday.
  public let weekday: Int64

  private static let dayLength: Int64 = 86_400_000
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// The civil date and time of an instant.
  public init(_ time: SimulationTime) {
    let days = Self.floorDivide(time.milliseconds, Self.dayLength)
    millisecondOfDay = time.milliseconds - days * Self.dayLength
    weekday = Self.floorModulo(days + 4, 7)
    let shifted = days + 719_468
    let era = Self.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The instant of midnight UTC of a date; days and months out of range roll over.
  public static func instant(year: Int64, month: Int64, day: Int64) -> SimulationTime {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return SimulationTime(milliseconds: (era * 146_097 + dayOfEra - 719_468) * dayLength)
  }

  /// The three letters of the weekday, in English.
  public var weekdayName: String { Self.weekdays[Int(weekday)] }

  /// The time of day as `10:02:09`.
  public var clock: String {
    let seconds = millisecondOfDay / 1000
    return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
      .joined(separator: ":")
  }

  /// The time of day with milliseconds, as `10:02:09.250`.
  public var preciseClock: String { clock + "." + Self.padded(millisecondOfDay % 1000, 3) }

  /// The date as `2026-01-05`.
  public var date: String {
    [Self.padded(year, 4), Self.padded(month, 2), Self.padded(day, 2)].joined(separator: "-")
  }

  /// Division that rounds down.
  static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  private static func floorModulo(_ value: Int64, _ divisor: Int64) -> Int64 {
    value - floorDivide(value, divisor) * divisor
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CivilTime {
  /// Reads `2026-01-05T10:00:00Z`; fractions of a second and other zones are not accepted.
  public static func parse(_ text: String) -> SimulationTime? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].last == "Z" else { return nil }
    let date = numbers(parts[0], separator: "-", widths: [4, 2, 2])
    let clock = numbers(parts[1].dropLast(), separator: ":", widths: [2, 2, 2])
    guard let date, let clock, (1...12).contains(date[1]), (1...31).contains(date[2]) else {
      return nil
    }
    guard clock[0] < 24, clock[1] < 60, clock[2] < 60 else { return nil }
    let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
    return instant(year: date[0], month: date[1], day: date[2]).advanced(by: seconds * 1000)
  }

  private static func numbers(
    _ text: Substring, separator: Character, widths: [Int]
  ) -> [Int64]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.map(\.count) == widths else { return nil }
    let values = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? Int64(part) : nil
    }
    return values.count == widths.count ? values : nil
  }
}

import Foundation

/// A date and time of day as a calendar on the wall shows them.
///
/// Source: the proleptic Gregorian calendar; days are counted by the number of leap years before.
struct CivilTime: Equatable {
  var year: Int
  /// 1 to 12.
  var month: Int
  /// 1 to 31.
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0

  private static let millisecondsOfDay = 86_400_000

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The wall time at that offset from Greenwich.
  init(epochMilliseconds: Int64, offsetSeconds: Int) {
    let local = Int(clamping: epochMilliseconds) + offsetSeconds * 1000
    let days = local.floorDivided(by: Self.millisecondsOfDay)
    var rest = local - days * Self.millisecondsOfDay
    self.init(daysSinceEpoch: days)
    millisecond = rest % 1000
    rest /= 1000
    second = rest % 60
    minute = rest / 60 % 60
    hour = rest / 3600
  }

  private init(daysSinceEpoch days: Int) {
    // Count from 1 March of year 0, so that a leap day ends a year.
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days from 1 January 1970; months and days beyond their range run over.
  var daysSinceEpoch: Int {
    let months = month - 1
    let year = year + months.floorDivided(by: 12)
    let month = months - months.floorDivided(by: 12) * 12 + 1
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468 + day - 1
  }

  /// Milliseconds from 1970 as if the wall stood in Greenwich.
  var localMilliseconds: Int64 {
    let seconds = hour * 3600 + minute * 60 + second
    return Int64(daysSinceEpoch * Self.millisecondsOfDay + seconds * 1000 + millisecond)
  }

  /// 1 for Monday to 7 for Sunday.
  var weekday: Int {
    let days = daysSinceEpoch + 3
    return days - days.floorDivided(by: 7) * 7 + 1
  }

  /// 1 for 1 January.
  var dayOfYear: Int {
    daysSinceEpoch - CivilTime(year: year, month: 1, day: 1).daysSinceEpoch + 1
  }

  /// The week of the year and the year it belongs to, with weeks from Sunday and week 1 around
  /// 1 January, as in the United States.
  var week: (year: Int, number: Int) {
    let next = CivilTime(year: year + 1, month: 1, day: 1)
    let untilNext = next.daysSinceEpoch - daysSinceEpoch
    if untilNext <= next.weekday % 7 { return (year + 1, 1) }
    let first = CivilTime(year: year, month: 1, day: 1)
    return (year, (dayOfYear - 1 + first.weekday % 7) / 7 + 1)
  }

  /// The week of the month, with weeks from Sunday.
  var weekOfMonth: Int {
    let first = CivilTime(year: year, month: month, day: 1)
    return (day - 1 + first.weekday % 7) / 7 + 1
  }
}

extension Int {
  func floorDivided(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

/// A time zone by the names that Java knows.
struct CivilZone {
  let name: String
  private let zone: TimeZone?
  private let fixedSeconds: Int

  /// Greenwich.
  static let utc = CivilZone(name: "UTC", zone: nil, fixedSeconds: 0)

  private init(name: String, zone: TimeZone?, fixedSeconds: Int) {
    self.name = name
    self.zone = zone
    self.fixedSeconds = fixedSeconds
  }

  /// The zone of a name such as `America/New_York` or `GMT+5:30`; an unknown one is Greenwich.
  init(_ name: String) {
    if let seconds = Self.offset(name) {
      self.init(name: Self.text(of: seconds), zone: nil, fixedSeconds: seconds)
    } else if let zone = Self.zone(name) {
      self.init(name: name, zone: zone, fixedSeconds: 0)
    } else {
      let isUTC = ["UTC", "Etc/UTC", "Zulu", "UCT"].contains(name)
      self.init(name: isUTC ? "UTC" : "GMT", zone: nil, fixedSeconds: 0)
    }
  }

  /// A zone of a fixed offset.
  init(seconds: Int) {
    self.init(name: Self.text(of: seconds), zone: nil, fixedSeconds: seconds)
  }

  /// Seconds east of Greenwich at that instant.
  func offset(at epochMilliseconds: Int64) -> Int {
    guard let zone else { return fixedSeconds }
    let date = Date(timeIntervalSince1970: Double(epochMilliseconds) / 1000)
    return zone.secondsFromGMT(for: date)
  }

  func isDaylightSaving(at epochMilliseconds: Int64) -> Bool {
    let date = Date(timeIntervalSince1970: Double(epochMilliseconds) / 1000)
    return zone?.isDaylightSavingTime(for: date) ?? false
  }

  /// The instant of a wall time; one that the clock skips counts on from before the gap.
  func instant(of time: CivilTime) -> Int64 {
    let local = time.localMilliseconds
    let before = offset(at: local - 86_400_000)
    let guess = local - Int64(before) * 1000
    if offset(at: guess) == before { return guess }
    let after = local - Int64(offset(at: local + 86_400_000)) * 1000
    return Int64(offset(at: after)) * 1000 == local - after ? after : guess
  }

  /// Letters such as `EST`; zones without any show their offset.
  func abbreviation(at epochMilliseconds: Int64) -> String {
    guard zone != nil else { return name }
    let isSaving = isDaylightSaving(at: epochMilliseconds)
    if let letters = Self.letters(of: name) { return isSaving ? letters.saving : letters.standard }
    return Self.text(of: offset(at: epochMilliseconds))
  }

  private static func zone(_ name: String) -> TimeZone? {
    let legacy = [
      "PST": "America/Los_Angeles", "CST": "America/Chicago", "IST": "Asia/Kolkata",
      "JST": "Asia/Tokyo", "AST": "America/Anchorage", "ECT": "Europe/Paris",
    ]
    let fixed = ["UTC", "GMT", "UCT", "Zulu", "Etc/UTC", "Etc/GMT"]
    guard !fixed.contains(name) else { return nil }
    return TimeZone(identifier: legacy[name] ?? name)
  }

  /// The seconds of `GMT+h`, `GMT+hh:mm` or `EST`, `MST`, `HST`.
  private static func offset(_ name: String) -> Int? {
    let short = ["EST": -5, "MST": -7, "HST": -10]
    if let hours = short[name] { return hours * 3600 }
    guard name.hasPrefix("GMT"), name.utf8.count > 4 else { return nil }
    let rest = name.dropFirst(3)
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = Int(parts[0]), first >= 0 else { return nil }
    var hours = first
    var minutes = 0
    if parts.count == 2 {
      guard let second = Int(parts[1]), parts[1].count == 2 else { return nil }
      minutes = second
    } else if parts[0].count > 2 {
      hours = first / 100
      minutes = first % 100
    }
    guard hours < 24, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func text(of seconds: Int) -> String {
    guard seconds != 0 else { return "GMT" }
    let minutes = abs(seconds) / 60
    return "GMT\(seconds < 0 ? "-" : "+")" + (minutes / 60).padded(2) + ":"
      + (minutes % 60).padded(2)
  }

  private static func letters(of name: String) -> (standard: String, saving: String)? {
    switch name {
    case "America/New_York", "America/Toronto", "America/Detroit", "US/Eastern", "EST5EDT":
      ("EST", "EDT")
    case "America/Chicago", "America/Winnipeg", "US/Central", "CST6CDT", "CST": ("CST", "CDT")
    case "America/Denver", "America/Phoenix", "America/Edmonton", "US/Mountain", "MST7MDT":
      ("MST", "MDT")
    case "America/Los_Angeles", "America/Vancouver", "US/Pacific", "PST8PDT", "PST":
      ("PST", "PDT")
    case "Europe/London": ("GMT", "BST")
    case "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Europe/Amsterdam",
      "Europe/Brussels", "Europe/Vienna", "Europe/Zurich", "Europe/Stockholm", "CET":
      ("CET", "CEST")
    case "Asia/Kolkata", "IST": ("IST", "IST")
    case "Asia/Tokyo", "JST": ("JST", "JST")
    case "Australia/Sydney", "Australia/Melbourne": ("AEST", "AEDT")
    default: nil
    }
  }
}

extension Int {
  /// The number with zeros in front up to so many digits.
  func padded(_ count: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, count - digits.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}

/// How an instant prints by itself.
enum InstantText {
  /// Date, time with three digits of a second, and zone: `2025-02-06T21:09:02.712Z[UTC]`.
  static func text(of epochMilliseconds: Int64) -> String {
    let time = CivilTime(epochMilliseconds: epochMilliseconds, offsetSeconds: 0)
    let date = "\(time.year.padded(4))-\(time.month.padded(2))-\(time.day.padded(2))"
    let clock = "\(time.hour.padded(2)):\(time.minute.padded(2)):\(time.second.padded(2))"
    return "\(date)T\(clock).\(time.millisecond.padded(3))Z[UTC]"
  }
}

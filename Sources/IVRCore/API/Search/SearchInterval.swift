import IVRLanguages

/// The buckets of time that rows of an aggregation are grouped by.
///
/// Source: webex-search-api reference, section 6. Weeks begin on Monday, our choice.
struct SearchInterval {
  private enum Length: String {
    case quarter = "FIFTEEN_MINUTES"
    case half = "THIRTY_MINUTES"
    case hour = "HOURLY"
    case day = "DAILY"
    case week = "WEEKLY"
    case month = "MONTHLY"
  }

  private let length: Length
  private let zone: ZonedCalendar
  /// The name of the zone, as it was given.
  let zoneName: String
  /// The name of the length.
  var name: String { length.rawValue }

  /// Reads the argument; throws 400 for a zone that is not known.
  init(_ data: JSONValue) throws(APIError) {
    length = data["interval"]?.string.flatMap(Length.init) ?? .day
    zoneName = data["timezone"]?.string ?? "UTC"
    guard let zone = ZonedCalendar(zoneName) else {
      throw APIError(400, "The timezone \"\(zoneName)\" is not known.")
    }
    self.zone = zone
  }

  /// Throws 400 where a window is too long for the length of the buckets.
  func check(span: Int64) throws(APIError) {
    let day = SearchQuestion.day
    switch length {
    case .quarter:
      if span > day { throw APIError(400, "\(name) is for windows of a day at most.") }
    case .half, .hour:
      if span > 7 * day { throw APIError(400, "\(name) is for windows of seven days at most.") }
    case .day, .week, .month: break
    }
  }

  /// The beginning of the bucket of an instant, in milliseconds since 1970.
  func start(of time: Int64) -> Int64 {
    let local = zone.local(of: time)
    return zone.instant(ofLocal: localStart(local), near: time)
  }

  private func localStart(_ local: Int64) -> Int64 {
    let day = SearchQuestion.day
    switch length {
    case .quarter: return floor(local, 900_000)
    case .half: return floor(local, 1_800_000)
    case .hour: return floor(local, 3_600_000)
    case .day: return floor(local, day)
    // 1970 began on a Thursday.
    case .week: return floor(local + 3 * day, 7 * day) - 3 * day
    case .month:
      let date = CivilTime(SimulationTime(milliseconds: local))
      return CivilTime.instant(year: date.year, month: date.month, day: 1).milliseconds
    }
  }

  private func floor(_ value: Int64, _ unit: Int64) -> Int64 {
    CivilTime.floorDivide(value, unit) * unit
  }
}

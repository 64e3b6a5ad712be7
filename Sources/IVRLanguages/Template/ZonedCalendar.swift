/// Wall times of a time zone, for buckets of days and hours.
public struct ZonedCalendar: Sendable {
  private let zone: CivilZone

  /// The calendar of a zone such as `Asia/Kolkata`, `GMT+5:30`, `+05:30` or `UTC`; nil where the
  /// name is not known.
  public init?(_ name: String) {
    let name = name.hasPrefix("+") || name.hasPrefix("-") ? "GMT" + name : name
    let zone = CivilZone(name)
    let greenwich = ["UTC", "GMT", "UCT", "Zulu", "Z", "Etc/UTC", "Etc/GMT"]
    let isFallback = zone.name == "GMT" && !greenwich.contains(name)
    guard !isFallback || name.hasPrefix("GMT") else { return nil }
    self.zone = zone
  }

  /// The wall time of an instant, in milliseconds as if the wall stood in Greenwich.
  public func local(of instant: Int64) -> Int64 {
    instant + Int64(zone.offset(at: instant)) * 1000
  }

  /// The instant of a wall time, as it was before an instant that is not far; a time that the clock
  /// skips counts on from before the gap.
  public func instant(ofLocal local: Int64, near instant: Int64) -> Int64 {
    let guess = local - Int64(zone.offset(at: instant)) * 1000
    return local - Int64(zone.offset(at: guess)) * 1000
  }
}

/// A wait as it may be spoken.
public enum WaitWords {
  /// Words for an estimate in milliseconds; `nil` where it is unknown, so that nobody ever hears
  /// "minus one".
  ///
  /// Rounded up to minutes: a caller forgives a wait that was shorter.
  public static func text(_ milliseconds: Int64?) -> String? {
    guard let milliseconds, milliseconds >= 0 else { return nil }
    if milliseconds < 60_000 { return "less than a minute" }
    let minutes = milliseconds / 60_000 + (milliseconds % 60_000 > 0 ? 1 : 0)
    let (hours, rest) = (minutes / 60, minutes % 60)
    let words = [counted(hours, "hour"), counted(rest, "minute")].compactMap { $0 }
    return "about " + words.joined(separator: " and ")
  }

  private static func counted(_ number: Int64, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

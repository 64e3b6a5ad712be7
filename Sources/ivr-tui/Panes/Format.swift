import IVRCore
import IVRLanguages

/// Numbers and times as the screen writes them.
enum Format {
  /// Minutes and seconds, with hours where there are any: `0:37`, `1:02:03`.
  static func span(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let end = padded(seconds % 60)
    return hours > 0 ? "\(hours):\(padded(minutes)):\(end)" : "\(minutes):\(end)"
  }

  /// Seconds left, rounded up: `3 s`.
  ///
  /// From a hundred seconds on minutes and seconds.
  static func left(_ milliseconds: Int64) -> String {
    let seconds = (max(0, milliseconds) + 999) / 1000
    return seconds < 100 ? "\(seconds) s" : span(seconds * 1000)
  }

  /// Milliseconds with a mark for thousands: `3,900 ms`.
  static func milliseconds(_ value: Int64) -> String {
    let digits = Array(String(max(0, value)))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text + " ms"
  }

  /// A number in groups where it is one of North America, else as it is.
  static func number(_ text: String) -> String {
    let digits = Array(text.hasPrefix("+") ? text.dropFirst() : text[...])
    guard digits.count == 11, digits.first == "1", digits.allSatisfy({ "0"..."9" ~= $0 }) else {
      return VisibleText.line(text)
    }
    return "+1 \(String(digits[1...3])) \(String(digits[4...6])) \(String(digits[7...]))"
  }

  static func clock(_ time: SimulationTime) -> String { CivilTime(time).clock }

  /// A bar of `width` columns, filled by a share of `value` in `total`.
  static func bar(_ value: Int64, of total: Int64, width: Int) -> String {
    let share = total > 0 ? Int(max(0, min(value, total)) * Int64(width) / total) : 0
    return String(repeating: "▓", count: share) + String(repeating: "░", count: width - share)
  }

  private static func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

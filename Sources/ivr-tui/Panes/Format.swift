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

  /// A number in its international form, with blanks between the groups; what the numbering plans
  /// do not take for possible stays as it is.
  ///
  /// Without calling code it is a number of `region`.
  static func number(_ text: String, region: String) -> String {
    let dialled = DialledNumber(text, region: region)
    guard dialled.isPossible else { return VisibleText.line(text) }
    if dialled.extensionDigits == nil, let number = northAmerican(dialled.normalised) {
      return number
    }
    let number = dialled.phoneNumber?.international.replacing("-", with: " ")
    return VisibleText.line(number ?? text)
  }

  /// The groups of the numbers that are drawn most, without asking the library at every frame.
  private static func northAmerican(_ number: String) -> String? {
    let digits = Array(number)
    guard number.hasPrefix("+1"), digits.count == 12, "2"..."9" ~= digits[2] else { return nil }
    return "+1 \(String(digits[2...4])) \(String(digits[5...7])) \(String(digits[8...]))"
  }

  static func clock(_ time: SimulationTime) -> String { CivilTime(time).clock }

  /// A bar of `width` columns, filled by a share of `value` in `total`.
  static func bar(_ value: Int64, of total: Int64, width: Int) -> String {
    let share = total > 0 ? Int(max(0, min(value, total)) * Int64(width) / total) : 0
    return String(repeating: "▓", count: share) + String(repeating: "░", count: width - share)
  }

  private static func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

import IVRLanguages

/// Reads options, which come as JSON values or as text.
struct OptionReader {
  let values: JSONObject

  /// The value as text; `nil` where it is missing or empty, which both mean the default.
  func text(_ name: String) -> String? {
    guard let value = values[name], !value.isNull else { return nil }
    let text = value.string ?? value.number?.text ?? value.bool.map { $0 ? "true" : "false" }
    return text.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
  }

  /// The words of a list with commas.
  func words(_ name: String) -> [String]? {
    text(name).map { $0.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty } }
  }

  func flag(_ name: String) throws(CallbackOptionFault) -> Bool? {
    try choice(name, ["true", "false"]).map { $0 == "true" }
  }

  /// One of some words, in any case.
  func choice(_ name: String, _ words: [String]) throws(CallbackOptionFault) -> String? {
    guard let text = text(name) else { return nil }
    if let word = words.first(where: { $0.lowercased() == text.lowercased() }) { return word }
    throw fault(name, "must be \(words.joined(separator: " or "))")
  }

  func count(_ name: String, least: Int = 0) throws(CallbackOptionFault) -> Int? {
    guard let text = text(name) else { return nil }
    guard let count = Int(text), count >= least, count <= 1_000_000_000 else {
      throw fault(name, "must be a whole number from \(least)")
    }
    return count
  }

  /// Seconds, as milliseconds.
  func seconds(_ name: String) throws(CallbackOptionFault) -> Int64? {
    try count(name).map { Int64($0) * 1000 }
  }

  /// A period such as `1M`, `2w` or `36h`, as milliseconds; a month is 31 days, a year 366.
  func period(_ name: String) throws(CallbackOptionFault) -> Int64? {
    guard let text = text(name), let unit = text.last else { return nil }
    let day: Int64 = 86_400_000
    let units: [Character: Int64] = [
      "y": 366 * day, "M": 31 * day, "w": 7 * day, "d": day, "h": 3_600_000, "m": 60_000,
    ]
    guard let length = units[unit], let count = Int64(text.dropLast()), (0...1000).contains(count)
    else { throw fault(name, "must be a number and one of y, M, w, d, h, m, such as 1M") }
    return count * length
  }

  /// Hours such as `08:00-18:00` as minutes of the day.
  func hours(_ name: String) throws(CallbackOptionFault) -> Range<Int64>? {
    guard let text = text(name) else { return nil }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else {
      throw fault(name, "must be two times of a day such as 08:00-18:00")
    }
    return from..<to
  }

  private static func minutes(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
      (0..<60).contains(minute), hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  private func fault(_ name: String, _ text: String) -> CallbackOptionFault {
    CallbackOptionFault(option: name, message: "\(name) \(text).")
  }
}

/// Times of day, and lengths of time in minutes and seconds.
enum TimeText {
  /// `2:30pm` gives `2:30 PM`, `2pm` gives `2 PM`, `1430` gives `14:30`, `1'21"` gives `1 min 21 s`.
  ///
  /// `nil` where it is no time, or none that a clock shows.
  static func saying(_ text: String) -> Saying? {
    if let length = length(text) { return length }
    let digits = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let clock = digits.last == "." ? digits.dropLast() : digits
    let half = text.dropFirst(clock.count).filter { $0.isLetter }.uppercased()
    guard ["", "AM", "PM"].contains(half), let parts = parts(of: clock) else { return nil }
    guard half.isEmpty ? parts.count > 1 : (1...12).contains(parts[0]) else { return nil }
    let shown = parts.enumerated().map { $0.offset > 0 && $0.element < 10 ? "0" : "" }
    let joined = zip(shown, parts).map { $0 + String($1) }.joined(separator: ":")
    let words = parts.dropFirst().reduce(SpokenNumber.words(Int64(parts[0]))) {
      $0 + ($1 == 0 ? 0 : SpokenNumber.words(Int64($1)) + ($1 < 10 ? 1 : 0))
    }
    return Saying(
      shown: half.isEmpty ? joined : joined + " " + half, words: words + (half.isEmpty ? 0 : 2))
  }

  /// Hours, minutes and seconds, those that are written.
  private static func parts(of clock: Substring) -> [Int]? {
    var fields = clock.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    if fields.count == 1, fields[0].count == 4 {
      fields = [fields[0].prefix(2), fields[0].suffix(2)]
    }
    let parts = fields.compactMap { (1...2).contains($0.count) ? Int($0) : nil }
    guard parts.count == fields.count, (1...3).contains(parts.count), parts[0] <= 24,
      parts.dropFirst().allSatisfy({ $0 < 60 }), fields.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    return parts
  }

  private static func length(_ text: String) -> Saying? {
    guard text.last == "\"" || text.last == "'" else { return nil }
    let fields = text.split { $0 == "'" || $0 == "\"" }
    let numbers = fields.compactMap { $0.count <= 4 ? Int64($0) : nil }
    guard numbers.count == fields.count, (1...2).contains(numbers.count) else { return nil }
    let units = numbers.count == 2 ? ["min", "s"] : [text.last == "'" ? "min" : "s"]
    return Saying(
      shown: zip(numbers, units).map { "\($0) \($1)" }.joined(separator: " "),
      words: numbers.reduce(0) { $0 + SpokenNumber.words($1) + 1 } + numbers.count - 1)
  }
}

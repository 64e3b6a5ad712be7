/// Quantities with a unit, and fractions.
enum MeasureText {
  /// A number and its unit, with one blank between them unless it is `%` or `°`.
  static func saying(_ text: String, language: SpeechLanguage) -> Saying? {
    let amount = text.prefix { $0.isNumber || "+-−.,".contains($0) }
    let unit = VisibleText.folded(String(text.dropFirst(amount.count)))
      .drop { $0 == " " }
    guard !unit.isEmpty, let number = WrittenNumber(String(amount)) else { return nil }
    let saying = number.saying(in: language)
    let seam = unit.first == "%" || unit.first == "°" || unit.first == "'" ? "" : " "
    return Saying(shown: saying.shown + seam + unit, words: saying.words + words(unit: unit))
  }

  private static func words(unit: Substring) -> Int {
    switch unit.lowercased() {
    case "mph", "kph", "km/h", "m/s", "rpm": 3
    case "°c", "°f": 2
    default: max(1, SpeechTiming.words(in: String(unit)))
    }
  }

  /// `1/2`, or with whole ones before it `1+1/4` and `1 1/4`, which are shown as `1 1/4`.
  static func fraction(_ text: String) -> Saying? {
    let parts = text.split { $0 == "+" || $0 == " " }
    guard (1...2).contains(parts.count), let last = parts.last else { return nil }
    let terms = last.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = (parts.dropLast() + terms).compactMap { WrittenNumber(String($0))?.whole }
    guard terms.count == 2, numbers.count == parts.count + 1, let divisor = numbers.last,
      divisor != 0
    else { return nil }
    let words = numbers.reduce(parts.count - 1) { $0 + SpokenNumber.words($1) }
    return Saying(shown: parts.joined(separator: " "), words: words)
  }
}

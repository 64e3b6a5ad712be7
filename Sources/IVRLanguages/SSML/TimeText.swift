/// Times of day, and lengths of time in minutes and seconds.
struct TimeText {
  /// `hms12`, `hms24`, `hm` and the like.
  let format: String?
  /// Whose words.
  let language: SpeechLanguage

  /// `2:30pm` gives `2:30 PM`, `2pm` gives `2 PM`, `1430` gives `14:30`, `1'21"` gives `1 min 21 s`.
  ///
  /// `nil` where it is no time, or none that a clock shows.
  func saying(_ text: String) -> Saying? {
    if let length = DurationText(format: nil, language: language).marked(text) { return length }
    let text = Self.withColon(text)
    let digits = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let clock = digits.last == "." ? digits.dropLast() : digits
    let half = text.dropFirst(clock.count).filter { $0.isLetter }.uppercased()
    guard ["", "AM", "PM", "A", "P", "H"].contains(half), let parts = parts(of: clock) else {
      return nil
    }
    let mark = ["A": "AM", "P": "PM", "H": ""][half] ?? half
    guard mark.isEmpty ? parts.count > 1 || half == "H" : (1...12).contains(parts[0]) else {
      return nil
    }
    let shown = parts.enumerated().map { $0.offset > 0 && $0.element < 10 ? "0" : "" }
    let joined = zip(shown, parts).map { $0 + String($1) }.joined(separator: ":")
    let words = ClockWords(
      language: language, is24: format?.contains("24") == true, half: mark, parts: parts)
    return Saying(shown: mark.isEmpty ? joined : joined + " " + mark, spoken: words.text)
  }

  /// French writes `14h30`.
  private static func withColon(_ text: String) -> String {
    let parts = text.lowercased().split(separator: "h").map { VisibleText.folded(String($0)) }
    let isTime = parts.count == 2 && parts.allSatisfy { (1...2).contains($0.count) }
    return isTime && parts.joined().allSatisfy(\.isNumber) ? parts.joined(separator: ":") : text
  }

  /// Hours, minutes and seconds, those that are written.
  private func parts(of clock: Substring) -> [Int]? {
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
}

/// A time of day in words.
struct ClockWords {
  /// Whose words.
  let language: SpeechLanguage
  /// Whether the author asked for a clock of 24 hours.
  let is24: Bool
  /// `AM`, `PM` or nothing.
  let half: String
  /// Hours, minutes and seconds, those that are written.
  let parts: [Int]

  private var hour: Int { parts[0] }
  private var minute: Int { parts.count > 1 ? parts[1] : 0 }
  private var second: Int { parts.count > 2 ? parts[2] : 0 }
  /// The hour on a clock of 24 hours.
  private var hour24: Int {
    half.isEmpty ? hour : hour % 12 + (half == "PM" ? 12 : 0)
  }

  /// `two thirty p m`, `fourteen thirty`, `quatorze heures trente`.
  var text: String {
    switch language.code {
    case "en": joined([english, seconds, english12])
    case "es": joined([spanish, minutes(.masculine), seconds, spanishHalf])
    case "fr":
      joined([unit(hour24, "hour"), minutes(.feminine), seconds])
    default:
      joined([language.words.whole(Int64(hour24)), minutes(.none), seconds])
    }
  }

  private func joined(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func unit(_ value: Int, _ name: String) -> String {
    WrittenNumber(String(value)).flatMap {
      UnitWords(language: language).words($0, of: name)
    } ?? language.words.whole(Int64(value))
  }

  private func minutes(_ gender: SpeechWords.Gender) -> String {
    minute == 0 ? "" : language.words.whole(Int64(minute), counting: gender)
  }

  private var seconds: String { second == 0 ? "" : unit(second, "second") }

  private var english: String {
    let hours = language.words.whole(Int64(hour))
    if minute > 0 {
      return hours + (minute < 10 ? " oh " : " ") + language.words.whole(Int64(minute))
    }
    if second > 0 { return hours + " zero zero" }
    if !half.isEmpty { return hours }
    return is24 || hour == 0 || hour > 12 ? hours + " hundred" : hours + " o'clock"
  }

  private var english12: String { half == "AM" ? "a m" : half == "PM" ? "p m" : "" }

  private var spanish: String {
    let hours = language.words.whole(Int64(hour), counting: .feminine)
    guard half.isEmpty, minute == 0 else { return hours }
    return hours + (hour == 1 ? " hora" : " horas")
  }

  private var spanishHalf: String {
    switch half {
    case "AM": "de la mañana"
    case "PM": hour24 < 20 ? "de la tarde" : "de la noche"
    default: ""
    }
  }
}

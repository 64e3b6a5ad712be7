/// Reads a date from the start of a text by a pattern.
///
/// Source: the parsing of Java's `SimpleDateFormat`: blanks before a field are skipped, numbers
/// run over into the next field, text behind the pattern is ignored.
struct DateReader {
  private let fields: [DatePattern.Field]
  private let zone: CivilZone
  private let now: Int64
  private var rest: ArraySlice<Character>
  private var time = CivilTime(year: 1970, month: 1, day: 1)
  private var isAfternoon: Bool?
  private var isBeforeChrist = false
  private var dayOfYear: Int?
  private var twelveHour: Int?
  private var offset: Int?

  /// A reader; `now` settles the century of a year of two digits.
  init(_ pattern: DatePattern, zone: CivilZone, now: Int64) {
    fields = pattern.fields
    self.zone = zone
    self.now = now
    rest = []
  }

  /// The instant; `nil` where the text does not begin as the pattern says.
  mutating func instant(of text: String) -> Int64? {
    rest = Array(text)[...]
    for (place, field) in fields.enumerated() {
      switch field {
      case .literal(let literal):
        for character in literal where rest.popFirst() != character { return nil }
      case .letter(let letter, let count):
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
        guard read(letter, count, isAbutting: isNumber(after: place)) else { return nil }
      }
    }
    return result()
  }

  private func result() -> Int64 {
    var time = time
    if let twelveHour { time.hour = twelveHour + (isAfternoon ?? false ? 12 : 0) }
    if isBeforeChrist { time.year = 1 - time.year }
    if let dayOfYear {
      time.month = 1
      time.day = dayOfYear
    }
    if let offset { return time.localMilliseconds - Int64(offset) * 1000 }
    return zone.instant(of: time)
  }

  /// Whether the next field is a number, so that this one may take only its own digits.
  private func isNumber(after place: Int) -> Bool {
    guard place + 1 < fields.count, case .letter(let letter, let count) = fields[place + 1] else {
      return false
    }
    return Self.isNumeric(letter, count)
  }

  private static func isNumeric(_ letter: Character, _ count: Int) -> Bool {
    "ML".contains(letter) ? count <= 2 : "yYdDwWFuHkKhmsS".contains(letter)
  }

  private mutating func read(_ letter: Character, _ count: Int, isAbutting: Bool) -> Bool {
    if Self.isNumeric(letter, count) {
      let start = rest.count
      guard let number = number(isAbutting ? count : nil) else { return false }
      return set(letter, number, digits: start - rest.count, count)
    }
    switch letter {
    case "M", "L":
      guard let month = word(of: DatePattern.months) else { return false }
      time.month = month + 1
    case "E": return word(of: DatePattern.weekdays) != nil
    case "a":
      guard let half = word(of: ["AM", "PM"], isWhole: true) else { return false }
      isAfternoon = half == 1
    case "G":
      guard let era = word(of: ["BC", "AD"], isWhole: true) else { return false }
      isBeforeChrist = era == 0
    default: return readZone()
    }
    return true
  }

  private mutating func set(
    _ letter: Character, _ number: Int, digits: Int, _ count: Int
  ) -> Bool {
    switch letter {
    case "y", "Y": time.year = count <= 2 && digits == 2 ? century(number) : number
    case "M", "L": time.month = number
    case "d": time.day = number
    case "D": dayOfYear = number
    case "H": time.hour = number
    case "k": time.hour = number == 24 ? 0 : number
    case "K": twelveHour = number
    case "h": twelveHour = number == 12 ? 0 : number
    case "m": time.minute = number
    case "s": time.second = number
    case "S": time.millisecond = number
    default: break
    }
    return true
  }

  /// A year of two digits lies within 80 years before and 20 years behind the clock.
  private func century(_ number: Int) -> Int {
    let thisYear = CivilTime(epochMilliseconds: now, offsetSeconds: 0).year
    let first = thisYear - 80
    let year = first - first % 100 + number
    return year < first ? year + 100 : year
  }

  private mutating func number(_ limit: Int?) -> Int? {
    let sign = rest.first == "-" ? -1 : 1
    if sign < 0 { rest.removeFirst() }
    let digits = rest.prefix(limit ?? 9).prefix { $0.isASCII && $0.isNumber }
    guard let value = Int(String(digits)), !digits.isEmpty else { return nil }
    rest.removeFirst(digits.count)
    return sign * value
  }

  /// The place of the word that the text begins with, whole or by its first three letters.
  private mutating func word(of words: [String], isWhole: Bool = false) -> Int? {
    for length in isWhole ? [Int.max] : [Int.max, 3] {
      for (place, word) in words.enumerated() {
        let wanted = word.prefix(length).lowercased()
        guard String(rest.prefix(wanted.count)).lowercased() == wanted else { continue }
        rest.removeFirst(wanted.count)
        return place
      }
    }
    return nil
  }

  /// `Z`, `+hh`, `+hhmm`, `+hh:mm`, `GMT+hh:mm` or the letters of a zone.
  private mutating func readZone() -> Bool {
    guard let first = rest.first else { return false }
    if first == "+" || first == "-" { return readOffset() }
    let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0 == "/" || $0 == "_") })
    guard let seconds = Self.seconds(of: name) else { return false }
    rest.removeFirst(name.count)
    offset = seconds
    if name == "GMT" || name == "UTC", rest.first == "+" || rest.first == "-" {
      return readOffset()
    }
    return true
  }

  private mutating func readOffset() -> Bool {
    let sign = rest.popFirst() == "-" ? -1 : 1
    guard let hours = number(2) else { return false }
    if rest.first == ":" { rest.removeFirst() }
    let hasMinutes = rest.first.map { $0.isASCII && $0.isNumber } ?? false
    let minutes = hasMinutes ? number(2) ?? 0 : 0
    offset = sign * (hours * 3600 + minutes * 60)
    return true
  }

  private static func seconds(of name: String) -> Int? {
    switch name.uppercased() {
    case "Z", "UTC", "GMT": 0
    case "EST": -5 * 3600
    case "EDT": -4 * 3600
    case "CST": -6 * 3600
    case "CDT": -5 * 3600
    case "MST": -7 * 3600
    case "MDT": -6 * 3600
    case "PST": -8 * 3600
    case "PDT": -7 * 3600
    case "BST": 3600
    case "CET": 3600
    case "CEST": 2 * 3600
    default: nil
    }
  }
}

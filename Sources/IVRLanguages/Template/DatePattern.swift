/// A date pattern such as `yyyy-MM-dd'T'HH:mm:ss`.
///
/// Source: the pattern letters of Java's `SimpleDateFormat` in en-US; reference page "Pebble",
/// section 4.1.
struct DatePattern {
  enum Field: Hashable {
    case literal(String)
    /// A letter and how often it stands in a row.
    case letter(Character, Int)
  }

  static let letters = "GyYMLwWDdFEuaHkKhmsSzZX"
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  let fields: [Field]

  /// The fields of a pattern; `nil` where a letter means nothing or a quote is not closed.
  init?(_ pattern: String) {
    var fields: [Field] = []
    var literal = ""
    var rest = Array(pattern)[...]
    while let character = rest.popFirst() {
      if character == "'" {
        guard let text = Self.quoted(&rest) else { return nil }
        literal += text
      } else if character.isASCII, character.isLetter {
        guard Self.letters.contains(character) else { return nil }
        if !literal.isEmpty { fields.append(.literal(literal)) }
        literal = ""
        let count = rest.prefix { $0 == character }.count
        rest.removeFirst(count)
        fields.append(.letter(character, count + 1))
      } else {
        literal.append(character)
      }
    }
    if !literal.isEmpty { fields.append(.literal(literal)) }
    self.fields = fields
  }

  /// The text up to the closing quote; two quotes in a row are one.
  private static func quoted(_ rest: inout ArraySlice<Character>) -> String? {
    if rest.first == "'" {
      rest.removeFirst()
      return "'"
    }
    var text = ""
    while let character = rest.popFirst() {
      if character != "'" {
        text.append(character)
      } else if rest.first == "'" {
        rest.removeFirst()
        text.append("'")
      } else {
        return text
      }
    }
    return nil
  }

  // MARK: Writing

  /// The instant as the pattern writes it in a zone.
  func text(of epochMilliseconds: Int64, in zone: CivilZone) -> String {
    let offset = zone.offset(at: epochMilliseconds)
    let time = CivilTime(epochMilliseconds: epochMilliseconds, offsetSeconds: offset)
    return fields.map { field in
      switch field {
      case .literal(let text): text
      case .letter(let letter, let count):
        if "zZX".contains(letter) {
          zoneText(letter, count, zone, offset, epochMilliseconds)
        } else {
          Self.date(time, letter, count) ?? Self.clock(time, letter, count)
        }
      }
    }.joined()
  }

  private static func date(_ time: CivilTime, _ letter: Character, _ count: Int) -> String? {
    switch letter {
    case "G": time.year > 0 ? "AD" : "BC"
    case "y", "Y":
      year(letter == "y" ? time.year : time.week.year, count)
    case "M", "L":
      count >= 4
        ? months[time.month - 1]
        : count == 3 ? String(months[time.month - 1].prefix(3)) : time.month.padded(count)
    case "d": time.day.padded(count)
    case "D": time.dayOfYear.padded(count)
    case "w": time.week.number.padded(count)
    case "W": time.weekOfMonth.padded(count)
    case "F": ((time.day - 1) / 7 + 1).padded(count)
    case "E":
      count >= 4 ? weekdays[time.weekday - 1] : String(weekdays[time.weekday - 1].prefix(3))
    case "u": time.weekday.padded(count)
    default: nil
    }
  }

  private static func year(_ year: Int, _ count: Int) -> String {
    let ofEra = year > 0 ? year : 1 - year
    return count == 2 ? (ofEra % 100).padded(2) : ofEra.padded(count)
  }

  private static func clock(_ time: CivilTime, _ letter: Character, _ count: Int) -> String {
    switch letter {
    case "a": time.hour < 12 ? "AM" : "PM"
    case "H": time.hour.padded(count)
    case "k": (time.hour == 0 ? 24 : time.hour).padded(count)
    case "K": (time.hour % 12).padded(count)
    case "h": (time.hour % 12 == 0 ? 12 : time.hour % 12).padded(count)
    case "m": time.minute.padded(count)
    case "s": time.second.padded(count)
    default: time.millisecond.padded(count)
    }
  }

  private func zoneText(
    _ letter: Character, _ count: Int, _ zone: CivilZone, _ offset: Int, _ instant: Int64
  ) -> String {
    if letter == "z" { return zone.abbreviation(at: instant) }
    if letter == "X", offset == 0 { return "Z" }
    let minutes = abs(offset) / 60
    let hours = (offset < 0 ? "-" : "+") + (minutes / 60).padded(2)
    if letter == "X", count == 1 { return hours }
    return hours + (letter == "X" && count == 3 ? ":" : "") + (minutes % 60).padded(2)
  }
}

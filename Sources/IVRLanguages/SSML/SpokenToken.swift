/// A text without blanks, cut into what is spoken one after the other.
struct SpokenToken {
  private let characters: [Character]
  private var place = 0

  /// Wraps a text without blanks.
  init(_ text: Substring) {
    characters = Array(text)
  }

  /// The number of words that it is spoken with.
  ///
  /// `42` is two words and `$42.50` five; punctuation is none; three ideographs or kana are two.
  var words: Int {
    var rest = self
    var count = 0
    while let character = rest.current { count += rest.take(character) }
    return count
  }

  private var current: Character? { place < characters.count ? characters[place] : nil }

  private mutating func take(_ character: Character) -> Int {
    if Self.isDigit(character) { return takeNumber() }
    if Self.isUnspaced(character) { return (take(while: Self.isUnspaced).count + 1) / 2 }
    if character.isLetter || character.isNumber {
      _ = take { ($0.isLetter && !Self.isUnspaced($0)) || $0 == "'" || $0 == "’" }
      if !character.isLetter { place += 1 }
      return 1
    }
    place += 1
    return "$€£¥₹%&+=@#*°".contains(character) ? 1 : 0
  }

  private mutating func takeNumber() -> Int {
    var digits = String(take(while: Self.isDigit))
    while current == ",", hasDigits(3, from: place + 1), !hasDigits(4, from: place + 1) {
      place += 1
      digits += String(take(while: Self.isDigit))
    }
    var count = SpokenNumber.words(digits: digits)
    if current == ".", hasDigits(1, from: place + 1) {
      place += 1
      count += 1 + take(while: Self.isDigit).count
    }
    takeOrdinalEnding()
    return count
  }

  private mutating func takeOrdinalEnding() {
    let letters = String(characters[place...].prefix { $0.isLetter }).lowercased()
    if ["st", "nd", "rd", "th"].contains(letters) { place += 2 }
  }

  private func hasDigits(_ count: Int, from start: Int) -> Bool {
    start + count <= characters.count
      && characters[start..<start + count].allSatisfy(Self.isDigit)
  }

  private mutating func take(while isPart: (Character) -> Bool) -> ArraySlice<Character> {
    let part = characters[place...].prefix(while: isPart)
    place = part.endIndex
    return part
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// Whether the script of a letter is written without blanks between words.
  private static func isUnspaced(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return switch value {
    case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

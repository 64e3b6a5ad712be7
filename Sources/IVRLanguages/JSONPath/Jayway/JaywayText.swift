/// A piece of a path with a place in it.
struct JaywayText {
  let scalars: [Unicode.Scalar]
  /// Where the piece begins in the whole path, in bytes.
  let base: Int
  var at = 0
  /// The offset after the last character that counts.
  var end: Int

  init(_ scalars: [Unicode.Scalar], base: Int) {
    self.scalars = scalars
    self.base = base
    end = scalars.count
  }

  /// The character at the place; `nil` at the end.
  var current: Unicode.Scalar? { scalar(at) }

  /// Whether at most one character is left, which Jayway then takes for the end.
  var isTail: Bool { at >= end - 1 }

  func scalar(_ index: Int) -> Unicode.Scalar? {
    index >= 0 && index < end ? scalars[index] : nil
  }

  func string(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  /// The byte offset of a character in the whole path.
  func offset(_ index: Int) -> Int {
    let width = scalars.prefix(max(0, index)).reduce(0) { $0 + String($1).utf8.count }
    return max(0, base + width)
  }

  /// A fault at the current place.
  func unexpected(_ expected: JSONPathError.Expected) -> JSONPathFault {
    fault(
      current == nil
        ? .unexpectedEnd(expected: expected) : .unexpectedCharacter(expected: expected), at: at)
  }

  func fault(_ kind: JSONPathError.Kind, at index: Int) -> JSONPathFault {
    JSONPathFault(kind: kind, offset: offset(min(index, end)))
  }

  mutating func skipBlanks() {
    while at < end - 1, current == " " { at += 1 }
  }

  /// Leaves out blanks at both ends.
  mutating func trim() {
    skipBlanks()
    while end - 1 > at, scalars[end - 1] == " " { end -= 1 }
  }

  /// The first place after `index` that is no blank.
  func significant(after index: Int) -> Int {
    var place = index + 1
    while scalar(place) == " " { place += 1 }
    return place
  }

  /// The last place before `index` that is no blank; -1 where there is none.
  func significant(before index: Int) -> Int {
    var place = index - 1
    while scalar(place) == " " { place -= 1 }
    return place
  }

  func firstIndex(of scalar: Unicode.Scalar, from start: Int) -> Int? {
    start < end ? scalars[start..<end].firstIndex(of: scalar) : nil
  }

  /// The next `delimiter` after `start` that no backslash escapes.
  func unescaped(_ delimiter: Unicode.Scalar, after start: Int) -> Int? {
    var place = start + 1
    while place < end, scalars[place] != delimiter {
      place += scalars[place] == "\\" ? 2 : 1
    }
    return place < end ? place : nil
  }

  /// The bracket that closes the one at `start`, strings (and patterns) passed over.
  func closing(
    _ close: Unicode.Scalar, of start: Int, skipsPatterns: Bool
  ) -> Int? {
    let open = scalars[start]
    var depth = 1
    var place = start + 1
    while place < end {
      if scalars[place] == "'" || scalars[place] == "\"" {
        guard let quote = unescaped(scalars[place], after: place) else { return nil }
        place = quote + 1
      }
      if skipsPatterns, scalar(place) == "/" {
        guard let slash = unescaped("/", after: place) else { return nil }
        place = slash + 1
      }
      if scalar(place) == open { depth += 1 }
      if scalar(place) == close {
        depth -= 1
        if depth == 0 { return place }
      }
      place += 1
    }
    return nil
  }

  /// Replaces escapes: the JSON ones, both quotes, and of every other character itself.
  static func unescape(_ text: String) -> String? {
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C, let letter = rest.popFirst() else {
        units.append(unit)
        continue
      }
      switch letter {
      case 0x75:
        guard rest.count >= 4, let code = hex(rest.prefix(4)) else { return nil }
        rest = rest.dropFirst(4)
        units.append(code)
      case 0x62: units.append(8)
      case 0x66: units.append(12)
      case 0x6E: units.append(10)
      case 0x72: units.append(13)
      case 0x74: units.append(9)
      default: units.append(letter)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func hex(_ digits: ArraySlice<UInt16>) -> UInt16? {
    UInt16(String(decoding: digits, as: UTF16.self), radix: 16)
  }
}

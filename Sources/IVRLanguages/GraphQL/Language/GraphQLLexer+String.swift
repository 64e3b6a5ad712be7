extension GraphQLLexer {
  /// A string in one or in three quotes.
  mutating func string() throws(GraphQLError) -> GraphQLToken {
    if peek(1) == Self.quote, peek(2) == Self.quote { return try blockString() }
    let start = offset
    var value: [UInt8] = []
    offset += 1
    while let byte = peek() {
      switch byte {
      case Self.quote:
        offset += 1
        return token(.string, from: start, text: String(decoding: value, as: UTF8.self))
      case Self.backslash: try escape(into: &value)
      case 10, 13: throw fault(.unterminatedString, at: offset)
      default:
        value.append(byte)
        offset += 1
      }
    }
    throw fault(.unterminatedString, at: offset)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private mutating func blockString() throws(GraphQLError) -> GraphQLToken {
    let start = offset
    var raw: [UInt8] = []
    offset += 3
    while let byte = peek() {
      if closesBlock(at: 0) {
        offset += 3
        return token(.blockString, from: start, text: GraphQLBlockString.value(of: raw))
      }
      if byte == Self.backslash, closesBlock(at: 1) {
        raw.append(contentsOf: [Self.quote, Self.quote, Self.quote])
        offset += 4
      } else {
        raw.append(byte)
        offset += 1
      }
    }
    throw fault(.unterminatedString, at: offset)
  }

  private func closesBlock(at ahead: Int) -> Bool {
    peek(ahead) == Self.quote && peek(ahead + 1) == Self.quote && peek(ahead + 2) == Self.quote
  }

  private mutating func escape(into value: inout [UInt8]) throws(GraphQLError) {
    let start = offset
    guard let letter = peek(1) else { throw fault(.unterminatedString, at: bytes.count) }
    if letter == UInt8(ascii: "u") {
      value.append(contentsOf: String(try unicodeEscape()).utf8)
      return
    }
    guard let byte = Self.escaped(letter) else {
      throw fault(.invalidEscape("\\" + character(at: start + 1)), at: start)
    }
    value.append(byte)
    offset += 2
  }

  private static func escaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case quote, backslash, UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    default: nil
    }
  }

  /// `\uXXXX`, a surrogate pair of two of them, or `\u{X…}`.
  private mutating func unicodeEscape() throws(GraphQLError) -> Unicode.Scalar {
    let start = offset
    if peek(2) == UInt8(ascii: "{") { return try bracedEscape() }
    guard let unit = hex(from: start + 2) else { throw invalidEscape(start, length: 6) }
    offset = start + 6
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, peek() == Self.backslash, peek(1) == UInt8(ascii: "u"),
      let low = hex(from: offset + 2), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw invalidEscape(start, length: 6) }
    offset += 6
    return scalar
  }

  private mutating func bracedEscape() throws(GraphQLError) -> Unicode.Scalar {
    let start = offset
    var code: UInt32 = 0
    var place = start + 3
    while place < bytes.count, place < start + 12, let digit = Self.hexDigit(bytes[place]) {
      guard code <= 0x10FFFF else { break }
      code = code << 4 | digit
      place += 1
    }
    guard place > start + 3, place < bytes.count, bytes[place] == UInt8(ascii: "}"),
      let scalar = Unicode.Scalar(code)
    else { throw invalidEscape(start, length: place - start) }
    offset = place + 1
    return scalar
  }

  private func invalidEscape(_ start: Int, length: Int) -> GraphQLError {
    let end = min(start + length, bytes.count)
    let shown = String(decoding: bytes[start..<end], as: UTF8.self)
    return fault(.invalidEscape(shown), at: start)
  }

  private func hex(from place: Int) -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var code: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = Self.hexDigit(byte) else { return nil }
      code = code << 4 | digit
    }
    return code
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 55
    default: nil
    }
  }
}

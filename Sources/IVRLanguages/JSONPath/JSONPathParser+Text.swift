extension JSONPathParser {
  /// The byte at the place; `nil` at the end.
  var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// Steps over `word` where it stands here.
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count else { return false }
    for index in 0..<length where bytes[at + index] != word.utf8Start[index] { return false }
    at += length
    return true
  }

  mutating func skipBlanks() {
    while let byte = current, byte == 32 || byte == 9 || byte == 10 || byte == 13 { at += 1 }
  }

  func unexpected(_ expected: JSONPathError.Expected) -> JSONPathFault {
    let kind: JSONPathError.Kind =
      at < bytes.count
      ? .unexpectedCharacter(expected: expected) : .unexpectedEnd(expected: expected)
    return JSONPathFault(kind: kind, offset: at)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Letters, digits, the underscore and everything beyond ASCII.
  static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || isDigit(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  /// A string in either quote, from its opening quote on.
  mutating func string() throws(JSONPathFault) -> String {
    let start = at
    let quote = bytes[at]
    var text: [UInt8] = []
    at += 1
    while let byte = current {
      switch byte {
      case quote:
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape(quote)
      case 0..<0x20: throw JSONPathFault(kind: .controlCharacter, offset: at)
      default:
        text.append(byte)
        at += 1
      }
    }
    throw JSONPathFault(kind: .unterminatedString, offset: start)
  }

  /// The UTF-8 of an escape; only the string's own quote may be escaped.
  private mutating func escape(_ quote: UInt8) throws(JSONPathFault) -> [UInt8] {
    let start = at
    at += 1
    guard let byte = current else { throw JSONPathFault(kind: .badEscape, offset: start) }
    at += 1
    switch byte {
    case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      guard let scalar = unicodeEscape() else { break }
      return Array(String(scalar).utf8)
    default: break
    }
    throw JSONPathFault(kind: .badEscape, offset: start)
  }

  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let unit = hex() else { return nil }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, take("\\u"), let low = hex(), low >= 0xDC00, low < 0xE000 else {
      return nil
    }
    return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
  }

  private mutating func hex() -> UInt16? {
    guard at + 4 <= bytes.count else { return nil }
    let digits = bytes[at..<at + 4]
    guard digits.allSatisfy({ Self.isDigit($0) || ($0 | 0x20) &- UInt8(ascii: "a") < 6 }) else {
      return nil
    }
    at += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

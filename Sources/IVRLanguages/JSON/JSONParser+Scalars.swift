extension JSONParser {
  /// A fault at the current place: the end of the text or a character that cannot stand there.
  func unexpected(_ expected: JSONError.Expected) -> JSONFault {
    let kind: JSONError.Kind =
      at < bytes.count
      ? .unexpectedCharacter(expected: expected) : .unexpectedEnd(expected: expected)
    return JSONFault(kind: kind, offset: at)
  }

  /// Steps over blanks; texts made by programs have none, which is found out without a call.
  @inline(__always)
  mutating func skipBlanks() {
    if at < bytes.count, bytes[at] <= 32 { skipSomeBlanks() }
  }

  @inline(never)
  private mutating func skipSomeBlanks() {
    while at < bytes.count {
      let byte = bytes[at]
      guard byte <= 32, byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
      at += 1
    }
  }

  /// Reads `true`, `false` or `null`.
  mutating func word() throws(JSONFault) -> JSONValue {
    var end = at
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    let length = end - at
    let value: JSONValue
    switch bytes[at] {
    case UInt8(ascii: "t") where isWord("true", length): value = true
    case UInt8(ascii: "f") where isWord("false", length): value = false
    case UInt8(ascii: "n") where isWord("null", length): value = nil
    case let first where Self.isLetter(first):
      let word = String(decoding: bytes[at..<min(end, at + 40)], as: UTF8.self)
      throw JSONFault(kind: .unknownWord(word), offset: at)
    default: throw unexpected(.value)
    }
    at = end
    return value
  }

  private func isWord(_ word: StaticString, _ length: Int) -> Bool {
    guard length == word.utf8CodeUnitCount else { return false }
    for index in 0..<length where bytes[at + index] != word.utf8Start[index] { return false }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  mutating func number() throws(JSONFault) -> JSONNumber {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let whole = at
    var sound = skipDigits()
    if at - whole > 1, bytes[whole] == UInt8(ascii: "0") { sound = false }
    if sound, at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      sound = skipDigits()
    }
    if sound, at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      sound = skipDigits()
    }
    guard sound else { throw JSONFault(kind: .badNumber, offset: start) }
    return JSONNumber(text: String(decoding: slice(start..<at), as: UTF8.self))
  }

  /// Whether there was at least one digit.
  private mutating func skipDigits() -> Bool {
    let start = at
    while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return at > start
  }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }
}

extension TemplateLexer {
  /// Operators that are words, the longer first; a letter, digit or underscore behind makes them
  /// part of a name.
  private static let words = ["is not", "contains", "equals", "and", "not", "is", "or"]

  /// Reads one token within an expression: operator, name, number, punctuation or string.
  mutating func readToken() throws(TemplateFault) {
    while let next = byte(offset), next == 32 || next == 9 || next == 10 || next == 13 {
      offset += 1
    }
    guard let first = byte(offset) else { return }
    let end = endOfOperator(first)
    if end > offset { return take(.operator_, to: end) }
    let nameEnd = endOfName()
    if nameEnd > offset { return take(.name, to: nameEnd) }
    if Self.isDigit(first) { return takeNumber() }
    if "()[]{}?:.,|=".utf8.contains(first) { return try takePunctuation(first) }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try takeString(first) }
    throw TemplateFault(.unexpectedCharacter(character(at: offset)), at: offset)
  }

  private mutating func take(_ kind: TemplateToken.Kind, to end: Int) {
    push(kind, string(offset, end), at: offset)
    offset = end
  }

  private func endOfOperator(_ first: UInt8) -> Int {
    let followsEqual = byte(offset + 1) == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"),
      UInt8(ascii: "%"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      return offset + 1
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return offset + (followsEqual ? 2 : 1)
    case UInt8(ascii: "="), UInt8(ascii: "!"): return offset + (followsEqual ? 2 : 0)
    case UInt8(ascii: "."): return offset + (byte(offset + 1) == first ? 2 : 0)
    default: break
    }
    for word in Self.words where starts(with: word, at: offset) {
      let end = offset + word.utf8.count
      if let next = byte(end), Self.isDigit(next) || Self.isLetter(next) || next == 95 { continue }
      return end
    }
    return offset
  }

  /// Letters of any script, digits and underscores, not starting with a digit.
  private func endOfName() -> Int {
    var index = offset
    while let next = byte(index) {
      if next < 0x80 {
        let isPart = Self.isLetter(next) || next == 95 || index > offset && Self.isDigit(next)
        guard isPart else { return index }
        index += 1
      } else {
        let scalar = scalar(at: index)
        guard Self.isNamePart(scalar, first: index == offset) else { return index }
        index += UTF8.width(scalar)
      }
    }
    return index
  }

  private static func isNamePart(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber: !first
    default: false
    }
  }

  private mutating func takeNumber() {
    var end = offset
    while let next = byte(end), Self.isDigit(next) { end += 1 }
    if byte(end) == UInt8(ascii: "L") {
      push(.long, string(offset, end), at: offset)
      offset = end + 1
      return
    }
    if byte(end) == UInt8(ascii: "."), let digit = byte(end + 1), Self.isDigit(digit) {
      end += 2
      while let next = byte(end), Self.isDigit(next) { end += 1 }
    }
    take(.number, to: end)
  }

  private mutating func takePunctuation(_ sign: UInt8) throws(TemplateFault) {
    switch sign {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      brackets.append((sign, offset))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      guard let open = brackets.popLast() else {
        throw TemplateFault(.unopenedBracket(string(offset, offset + 1)), at: offset)
      }
      let expected = Self.closing(open.sign)
      guard expected == string(offset, offset + 1), open.sign != UInt8(ascii: "#") else {
        throw TemplateFault(.unclosedBracket(expected), at: offset)
      }
    default: break
    }
    take(.punctuation, to: offset + 1)
  }

  /// A whole string, or the start of one that holds interpolations.
  private mutating func takeString(_ quote: UInt8) throws(TemplateFault) {
    let isDouble = quote == UInt8(ascii: "\"")
    var index = offset + 1
    while let next = byte(index), next != quote, !(isDouble && next == UInt8(ascii: "#")) {
      index += next == UInt8(ascii: "\\") ? 2 : 1
    }
    if byte(index) == quote {
      push(.string, unescaped(offset + 1, index, quote), at: offset)
      offset = index + 1
    } else if isDouble {
      beginString()
    } else {
      throw TemplateFault(.unclosedBracket("'"), at: offset)
    }
  }

  /// The content of a string; only a backslash before the same quote goes.
  private func unescaped(_ start: Int, _ end: Int, _ quote: UInt8) -> String {
    guard bytes[start..<end].contains(UInt8(ascii: "\\")) else { return string(start, end) }
    var content: [UInt8] = []
    for index in start..<end {
      let escapes = bytes[index] == UInt8(ascii: "\\") && index + 1 < end
      if escapes, bytes[index + 1] == quote { continue }
      content.append(bytes[index])
    }
    return String(decoding: content, as: UTF8.self)
  }

  private func character(at index: Int) -> String { String(scalar(at: index)) }

  private func scalar(at index: Int) -> Unicode.Scalar {
    let end = min(bytes.count, index + 4)
    return String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}

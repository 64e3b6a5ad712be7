extension TemplateLexer {
  /// Reads one token within an expression: operator, name, number, punctuation or string.
  mutating func readToken() throws(TemplateFault) {
    skipBlanks()
    guard let first = byte(offset) else { return }
    if let found = signOperator(first) ?? wordOperator(first) {
      tokens.append(TemplateToken(found.sign, isOperator: true, offset: offset))
      offset += found.length
      return
    }
    let nameEnd = endOfName()
    if nameEnd > offset { return take(.name, to: nameEnd) }
    if Self.isDigit(first) { return takeNumber() }
    if let sign = Self.punctuation(first) { return try takePunctuation(first, sign) }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try takeString(first) }
    throw TemplateFault(.unexpectedCharacter(character(at: offset)), at: offset)
  }

  private mutating func skipBlanks() {
    while let next = byte(offset) {
      if next < 0x80 {
        guard next <= 32, JavaWhitespace.contains(Unicode.Scalar(next)) else { return }
        offset += 1
      } else {
        let scalar = scalar(at: offset)
        guard JavaWhitespace.contains(scalar) else { return }
        offset += UTF8.width(scalar)
      }
    }
  }

  private mutating func take(_ kind: TemplateToken.Kind, to end: Int) {
    push(kind, string(offset, end), at: offset)
    offset = end
  }

  // MARK: Operators

  private typealias FoundSign = (sign: TemplateToken.Sign, length: Int)

  private func signOperator(_ first: UInt8) -> FoundSign? {
    let second = byte(offset + 1)
    let followsEqual = second == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "+"): return (.plus, 1)
    case UInt8(ascii: "-"): return (.minus, 1)
    case UInt8(ascii: "*"): return (.times, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "%"): return (.percent, 1)
    case UInt8(ascii: "~"): return (.concatenate, 1)
    case UInt8(ascii: "|"): return (.filter, 1)
    case UInt8(ascii: "<"): return followsEqual ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"): return followsEqual ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "="): return followsEqual ? (.equal, 2) : nil
    case UInt8(ascii: "!"): return followsEqual ? (.unequal, 2) : nil
    case UInt8(ascii: "."): return second == first ? (.range, 2) : nil
    default: return nil
    }
  }

  /// An operator that is a word; a letter, digit or underscore behind makes it part of a name.
  private func wordOperator(_ first: UInt8) -> FoundSign? {
    switch first {
    case UInt8(ascii: "i"): word(.isNotTest) ?? word(.isTest)
    case UInt8(ascii: "c"): word(.contains)
    case UInt8(ascii: "e"): word(.equals)
    case UInt8(ascii: "a"): word(.and)
    case UInt8(ascii: "n"): word(.not)
    case UInt8(ascii: "o"): word(.or)
    default: nil
    }
  }

  private func word(_ sign: TemplateToken.Sign) -> FoundSign? {
    let text = sign.rawValue
    guard starts(with: text, at: offset) else { return nil }
    let length = text.utf8.count
    if let next = byte(offset + length),
      Self.isDigit(next) || Self.isLetter(next) || next == UInt8(ascii: "_")
    {
      return nil
    }
    return (sign, length)
  }

  private static func punctuation(_ byte: UInt8) -> TemplateToken.Sign? {
    switch byte {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "."): .period
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "="): .assign
    default: nil
    }
  }

  // MARK: Names, numbers, brackets and strings

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

  private mutating func takePunctuation(
    _ byte: UInt8, _ sign: TemplateToken.Sign
  ) throws(TemplateFault) {
    switch sign {
    case .leftParenthesis, .leftBracket, .leftBrace: brackets.append((byte, offset))
    case .rightParenthesis, .rightBracket, .rightBrace:
      guard let open = brackets.popLast() else {
        throw TemplateFault(.unopenedBracket(sign.rawValue), at: offset)
      }
      let expected = Self.closing(open.sign)
      guard expected == sign.rawValue, open.sign != UInt8(ascii: "#") else {
        throw TemplateFault(.unclosedBracket(expected), at: offset)
      }
    default: break
    }
    tokens.append(TemplateToken(sign, isOperator: false, offset: offset))
    offset += 1
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

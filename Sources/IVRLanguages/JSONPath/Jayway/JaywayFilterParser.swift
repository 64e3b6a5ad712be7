/// Reads the condition of `[?(…)]`, its parentheses included.
struct JaywayFilterParser {
  var text: JaywayText
  var depth: Int

  mutating func document() throws(JSONPathFault) -> JaywayFilter {
    let filter = try or()
    text.skipBlanks()
    guard text.current == nil else { throw text.unexpected(.logicalOperator) }
    return filter
  }

  private mutating func or() throws(JSONPathFault) -> JaywayFilter {
    guard depth <= JSONPath.maximumDepth else {
      throw text.fault(.nestingTooDeep(limit: JSONPath.maximumDepth), at: text.at)
    }
    depth += 1
    defer { depth -= 1 }
    var parts = [try and()]
    while takePair("|") { parts.append(try and()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func and() throws(JSONPathFault) -> JaywayFilter {
    var parts = [try condition()]
    while takePair("&") { parts.append(try condition()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func condition() throws(JSONPathFault) -> JaywayFilter {
    var negations = 0
    text.skipBlanks()
    while text.current == "!" {
      let next = text.scalar(text.significant(after: text.at))
      if next == "@" || next == "$" { break }
      negations += 1
      text.at += 1
      text.skipBlanks()
    }
    let filter = try text.current == "(" ? parenthesized() : relation()
    return negations % 2 == 0 ? filter : .not(filter)
  }

  private mutating func parenthesized() throws(JSONPathFault) -> JaywayFilter {
    text.at += 1
    let filter = try or()
    text.skipBlanks()
    guard text.current == ")" else { throw text.unexpected(.parenthesis) }
    text.at += 1
    return filter
  }

  /// A relation, or a path alone, which asks whether something is there.
  private mutating func relation() throws(JSONPathFault) -> JaywayFilter {
    text.skipBlanks()
    let start = text.at
    let isNegated = text.current == "!"
    let left = try operand()
    let end = text.at
    guard let relation = relationalOperator() else {
      let written = text.at
      text.at = end
      guard case .path(let path) = left else {
        throw text.fault(.literalAlone, at: start)
      }
      if isRelationalCharacter(text.scalar(text.significant(after: end - 1))) {
        let place = text.significant(after: end - 1)
        throw text.fault(.unknownOperator(text.string(place..<written)), at: place)
      }
      return .exists(path, !isNegated)
    }
    return .relation(left, relation, try operand())
  }

  /// The operator that stands here; `nil` where there is none, with the place after what was read.
  private mutating func relationalOperator() -> JaywayOperator? {
    text.skipBlanks()
    let start = text.at
    if isRelationalCharacter(text.current) {
      while isRelationalCharacter(text.current) { text.at += 1 }
    } else {
      while let scalar = text.current, scalar != " " { text.at += 1 }
    }
    return JaywayOperator(rawValue: text.string(start..<text.at).uppercased())
  }

  private mutating func operand() throws(JSONPathFault) -> JaywayOperand {
    text.skipBlanks()
    if text.current == "!" {
      text.at += 1
      text.skipBlanks()
      guard text.current == "@" || text.current == "$" else { throw text.unexpected(.comparable) }
    }
    switch text.current {
    case "$", "@": return .path(try path())
    case "'", "\"": return .string(try string())
    case "[", "{": return .json(try json())
    case "/": return .pattern(try pattern())
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(
    _ word: String, _ operand: JaywayOperand
  ) throws(JSONPathFault) -> JaywayOperand {
    let end = min(text.at + word.unicodeScalars.count, text.end)
    guard text.string(text.at..<end) == word else { throw text.unexpected(.comparable) }
    text.at = end
    return operand
  }

  private mutating func number() throws(JSONPathFault) -> JSONNumber {
    let start = text.at
    while let scalar = text.current, "0123456789-.eE".unicodeScalars.contains(scalar) {
      text.at += 1
    }
    guard text.at > start else { throw text.unexpected(.comparable) }
    let digits = text.string(start..<text.at)
    guard Double(digits) != nil else { throw text.fault(.badNumber, at: start) }
    return JSONNumber(text: digits)
  }

  private mutating func string() throws(JSONPathFault) -> String {
    let start = text.at
    guard let close = text.unescaped(text.scalars[start], after: start) else {
      throw text.fault(.unterminatedString, at: start)
    }
    text.at = close + 1
    guard let string = JaywayText.unescape(text.string(start + 1..<close)) else {
      throw text.fault(.badEscape, at: start)
    }
    return string
  }

  private mutating func json() throws(JSONPathFault) -> JSONValue? {
    let start = text.at
    let close: Unicode.Scalar = text.current == "[" ? "]" : "}"
    guard let end = text.closing(close, of: start, skipsPatterns: false) else {
      throw text.fault(.unexpectedEnd(expected: .bracket), at: text.end)
    }
    text.at = end + 1
    return JaywayLiteral.value(text.string(start..<text.at))
  }

  private mutating func pattern() throws(JSONPathFault) -> JaywayPattern {
    let start = text.at
    guard let close = text.unescaped("/", after: start) else {
      throw text.fault(.badPattern, at: start)
    }
    text.at = close + 1
    while let flag = text.current, JaywayPattern.flagLetters.unicodeScalars.contains(flag) {
      text.at += 1
    }
    let flags = text.string(close + 1..<text.at)
    guard let pattern = JaywayPattern(pattern: text.string(start + 1..<close), flags: flags) else {
      throw text.fault(.badPattern, at: start)
    }
    return pattern
  }

  /// A path up to a blank, an operator or the bracket that closes the condition.
  private mutating func path() throws(JSONPathFault) -> JaywayPath {
    let start = text.at
    text.at += 1
    while text.current != nil {
      if text.current == "[" {
        guard let close = text.closing("]", of: text.at, skipsPatterns: false) else {
          throw text.fault(.unexpectedEnd(expected: .bracket), at: text.end)
        }
        text.at = close + 1
      }
      guard let scalar = text.current, !isRelationalCharacter(scalar), scalar != " ",
        scalar != ")" || closesFunction(from: start)
      else { break }
      text.at += 1
    }
    let path = text.string(start..<text.at)
    return try JaywayParser.path(path, base: text.offset(start), depth: depth + 1)
  }

  /// Whether the `)` here closes a call without arguments in the path that began at `start`.
  private func closesFunction(from start: Int) -> Bool {
    let open = text.significant(before: text.at)
    guard text.scalar(open) == "(", open > start else { return false }
    return text.scalars[start + 1..<open].contains(".")
  }

  private mutating func takePair(_ scalar: Unicode.Scalar) -> Bool {
    text.skipBlanks()
    guard text.current == scalar, text.scalar(text.at + 1) == scalar else { return false }
    text.at += 2
    return true
  }

  private func isRelationalCharacter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == "<" || scalar == ">" || scalar == "=" || scalar == "~" || scalar == "!"
  }
}

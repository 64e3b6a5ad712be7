extension JSONPathParser {
  /// What a term of a filter turned out to be, before it is known how it is used.
  private enum Term {
    case literal(JSONValue)
    case query(JSONPathQuery)
    case operand(JSONPathOperand, JSONPathFunction)
    case condition(JSONPathFilter, JSONPathFunction)
  }

  mutating func logicalOr() throws(JSONPathFault) -> JSONPathFilter {
    var parts = [try logicalAnd()]
    while takeOperator("||") { parts.append(try logicalAnd()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func logicalAnd() throws(JSONPathFault) -> JSONPathFilter {
    var parts = [try basic()]
    while takeOperator("&&") { parts.append(try basic()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// Takes an operator with the blanks around it; leaves the blanks where it is not there.
  private mutating func takeOperator(_ word: StaticString) -> Bool {
    let start = at
    skipBlanks()
    guard take(word) else {
      at = start
      return false
    }
    skipBlanks()
    return true
  }

  /// A condition in parentheses, a comparison or a test.
  private mutating func basic() throws(JSONPathFault) -> JSONPathFilter {
    if take("!") {
      skipBlanks()
      if current == UInt8(ascii: "(") { return .not(try parenthesized()) }
      let start = at
      return .not(try test(try term(), at: start))
    }
    if current == UInt8(ascii: "(") { return try parenthesized() }
    let start = at
    let left = try term()
    let end = at
    skipBlanks()
    guard let comparison = comparison() else {
      at = end
      return try test(left, at: start)
    }
    let leftOperand = try operand(left, at: start)
    skipBlanks()
    let rightStart = at
    return .compare(leftOperand, comparison, try operand(try term(), at: rightStart))
  }

  private mutating func parenthesized() throws(JSONPathFault) -> JSONPathFilter {
    at += 1
    skipBlanks()
    let filter = try nested { (parser) throws(JSONPathFault) in try parser.logicalOr() }
    skipBlanks()
    guard take(")") else { throw unexpected(.parenthesis) }
    return filter
  }

  private mutating func comparison() -> JSONPathComparison? {
    if take("==") { return .equal }
    if take("!=") { return .notEqual }
    if take("<=") { return .lessOrEqual }
    if take(">=") { return .greaterOrEqual }
    if take("<") { return .less }
    return take(">") ? .greater : nil
  }

  private func test(_ term: Term, at start: Int) throws(JSONPathFault) -> JSONPathFilter {
    switch term {
    case .query(let query): return .exists(query)
    case .condition(let filter, _): return filter
    case .operand(_, let function):
      throw JSONPathFault(kind: .mustBeCompared(function.rawValue), offset: start)
    case .literal: throw JSONPathFault(kind: .literalAlone, offset: start)
    }
  }

  private func operand(_ term: Term, at start: Int) throws(JSONPathFault) -> JSONPathOperand {
    switch term {
    case .literal(let value): return .literal(value)
    case .operand(let operand, _): return operand
    case .query(let query):
      guard let steps = query.steps else { throw JSONPathFault(kind: .notSingular, offset: start) }
      return .singular(isAbsolute: query.isAbsolute, steps)
    case .condition(_, let function):
      throw JSONPathFault(kind: .cannotBeCompared(function.rawValue), offset: start)
    }
  }

  private mutating func term() throws(JSONPathFault) -> Term {
    guard let byte = current else { throw unexpected(.test) }
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "@"):
      at += 1
      let isAbsolute = byte == UInt8(ascii: "$")
      return .query(JSONPathQuery(isAbsolute: isAbsolute, segments: try segments()))
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .literal(.string(try string()))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .literal(try number())
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return try word()
    default: throw unexpected(.test)
    }
  }

  private mutating func number() throws(JSONPathFault) -> JSONValue {
    let start = at
    _ = take("-")
    let whole = at
    var isSound = skipDigits() && (bytes[whole] != UInt8(ascii: "0") || at - whole == 1)
    if isSound, take(".") { isSound = skipDigits() }
    if isSound, take("e") || take("E") {
      if !take("+") { _ = take("-") }
      isSound = skipDigits()
    }
    guard isSound else { throw JSONPathFault(kind: .badNumber, offset: start) }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    return .number(JSONNumber(text: text))
  }

  private mutating func skipDigits() -> Bool {
    let start = at
    while let byte = current, Self.isDigit(byte) { at += 1 }
    return at > start
  }

  /// `true`, `false`, `null` or a function call.
  private mutating func word() throws(JSONPathFault) -> Term {
    let start = at
    while let byte = current, Self.isNameByte(byte), byte < 0x80, byte | 0x20 == byte || byte == 95
    {
      at += 1
    }
    let name = String(decoding: bytes[start..<at], as: UTF8.self)
    guard current == UInt8(ascii: "(") else {
      switch name {
      case "true": return .literal(true)
      case "false": return .literal(false)
      case "null": return .literal(nil)
      default: throw JSONPathFault(kind: .unexpectedCharacter(expected: .test), offset: start)
      }
    }
    guard let function = JSONPathFunction(rawValue: name) else {
      throw JSONPathFault(kind: .unknownFunction(name), offset: start)
    }
    return try nested { (parser) throws(JSONPathFault) in try parser.call(function, at: start) }
  }

  private mutating func call(
    _ function: JSONPathFunction, at start: Int
  ) throws(JSONPathFault) -> Term {
    at += 1
    var arguments: [(term: Term, start: Int)] = []
    skipBlanks()
    if current != UInt8(ascii: ")") {
      repeat {
        skipBlanks()
        let argument = at
        arguments.append((try term(), argument))
        skipBlanks()
      } while take(",")
    }
    guard take(")") else { throw unexpected(.parenthesis) }
    guard arguments.count == function.arity else {
      throw JSONPathFault(
        kind: .argumentCount(
          function: function.rawValue, expected: function.arity, found: arguments.count),
        offset: start)
    }
    return try apply(function, arguments)
  }

  private func apply(
    _ function: JSONPathFunction, _ arguments: [(term: Term, start: Int)]
  ) throws(JSONPathFault) -> Term {
    let wrongType = JSONPathError.Kind.argumentType(function: function.rawValue)
    if function.takesNodes {
      guard case .query(let query) = arguments[0].term else {
        throw JSONPathFault(kind: wrongType, offset: arguments[0].start)
      }
      return .operand(function == .count ? .count(query) : .value(query), function)
    }
    var operands: [JSONPathOperand] = []
    for argument in arguments {
      if case .condition = argument.term {
        throw JSONPathFault(kind: wrongType, offset: argument.start)
      }
      operands.append(try operand(argument.term, at: argument.start))
    }
    guard function.isLogical else { return .operand(.length(operands[0]), function) }
    let filter = JSONPathFilter.matches(
      operands[0], Self.pattern(operands[1]), isWhole: function == .match)
    return .condition(filter, function)
  }

  private static func pattern(_ operand: JSONPathOperand) -> JSONPathPattern {
    guard case .literal(let value) = operand else { return .computed(operand) }
    return .literal(value.string.flatMap { InteroperableRegexp($0) })
  }
}

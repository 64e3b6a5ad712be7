/// Reads paths with Jayway's rules.
struct JaywayParser {
  var text: JaywayText
  /// Filters and arguments that are open.
  let depth: Int
  var tokens: [JaywayToken] = []

  /// More tokens than any real path has, and few enough for the evaluation's stack.
  static let maximumTokens = 256

  /// A path, also one that begins with a name instead of `$` or `@`.
  static func path(
    _ text: String, base: Int = 0, depth: Int
  ) throws(JSONPathFault) -> JaywayPath {
    guard !text.isEmpty else { throw JSONPathFault(kind: .empty, offset: base) }
    guard depth <= JSONPath.maximumDepth else {
      throw JSONPathFault(kind: .nestingTooDeep(limit: JSONPath.maximumDepth), offset: base)
    }
    let isRooted = text.hasPrefix("$") || text.hasPrefix("@")
    let scalars = Array((isRooted ? text : "$." + text).unicodeScalars)
    var cursor = JaywayText(scalars, base: isRooted ? base : base - 2)
    cursor.trim()
    if cursor.scalars[cursor.end - 1] == "." {
      throw cursor.fault(.unexpectedEnd(expected: .name), at: cursor.end)
    }
    var parser = JaywayParser(text: cursor, depth: depth)
    return try parser.compile()
  }

  /// The tokens of a text that begins with `$` or `@`.
  mutating func compile() throws(JSONPathFault) -> JaywayPath {
    guard let first = text.current, first == "$" || first == "@" else {
      throw text.unexpected(.root)
    }
    if !text.isTail {
      text.at += 1
      guard text.current == "." || text.current == "[" else { throw text.unexpected(.segment) }
      repeat { try token() } while !text.isTail
    }
    return JaywayPath(isRoot: first == "$", tokens: tokens)
  }

  private mutating func token() throws(JSONPathFault) {
    guard tokens.count < Self.maximumTokens else {
      throw text.fault(.nestingTooDeep(limit: Self.maximumTokens), at: text.at)
    }
    if text.current == "." { try dots() }
    switch text.current {
    case "[": try bracket()
    case "*":
      text.at += 1
      tokens.append(.wildcard)
    case nil, ".": throw text.unexpected(.name)
    default: try nameOrFunction()
    }
  }

  private mutating func dots() throws(JSONPathFault) {
    text.at += 1
    if text.current == "." {
      text.at += 1
      tokens.append(.scan)
    }
    if text.current == nil || text.current == "." { throw text.unexpected(.name) }
  }

  /// A name up to the next dot or bracket, or a function with its arguments.
  private mutating func nameOrFunction() throws(JSONPathFault) {
    let start = text.at
    while let scalar = text.current, scalar != ".", scalar != "[", scalar != "(" {
      if scalar == " " { throw text.fault(.blankInName, at: text.at) }
      text.at += 1
    }
    let name = text.string(start..<text.at)
    guard text.current == "(" else {
      tokens.append(.names([name]))
      return
    }
    var depth = 1
    var close = text.at + 1
    while let scalar = text.scalar(close) {
      depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
      if depth == 0 { break }
      close += 1
    }
    guard depth == 0 else { throw text.fault(.unexpectedEnd(expected: .parenthesis), at: text.end) }
    text.at += 1
    // Without arguments the place stays on the bracket: `length().x` goes on with a name `)`.
    tokens.append(.function(name, text.current == ")" ? [] : try arguments()))
  }

  private mutating func bracket() throws(JSONPathFault) {
    let inner = text.significant(after: text.at)
    switch text.scalar(inner) {
    case "'", "\"": try names()
    case "*":
      let close = text.significant(after: inner)
      guard text.scalar(close) == "]" else { throw text.fault(close, .bracket) }
      text.at = close + 1
      tokens.append(.wildcard)
    case "?": try filter(from: inner)
    case "-", ":", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9": try numbers()
    default: throw text.fault(inner, .selector)
    }
  }

  /// `['a', 'b']`: all names in the quotes of the first.
  private mutating func names() throws(JSONPathFault) {
    let quote = text.scalars[text.significant(after: text.at)]
    var names: [String] = []
    var place = text.at + 1
    var isComma = false
    while let scalar = text.scalar(place), scalar != "]" {
      if scalar == quote {
        let (name, close) = try name(from: place)
        names.append(name)
        place = close
        isComma = false
      } else if scalar == "," {
        if isComma { throw text.fault(place, .name) }
        isComma = true
      } else if scalar == "\\" {
        place += 1
      }
      place += 1
    }
    guard text.scalar(place) == "]", !isComma else { throw text.fault(place, .name) }
    text.at = place + 1
    tokens.append(.names(names))
  }

  private func name(from quote: Int) throws(JSONPathFault) -> (String, Int) {
    guard let close = text.unescaped(text.scalars[quote], after: quote) else {
      throw text.fault(.unterminatedString, at: quote)
    }
    guard let name = JaywayText.unescape(text.string(quote + 1..<close)) else {
      throw text.fault(.badEscape, at: quote)
    }
    let next = text.significant(after: close)
    guard text.scalar(next) == "]" || text.scalar(next) == "," else {
      throw text.fault(next, .commaOrBracket)
    }
    return (name, close)
  }

  /// `[1]`, `[1, 2]`, `[1:]`, `[:2]` or `[1:2]`.
  private mutating func numbers() throws(JSONPathFault) {
    let start = text.at + 1
    guard let close = text.firstIndex(of: "]", from: start) else {
      throw text.fault(.unexpectedEnd(expected: .bracket), at: text.end)
    }
    let content = text.string(start..<close)
    if content.contains(":") {
      tokens.append(try slice(content, at: start))
    } else {
      var indices: [Int] = []
      for part in content.split(separator: ",") {
        indices.append(try integer(part.drop { $0 == " " }, at: start))
      }
      tokens.append(.indices(indices))
    }
    text.at = close + 1
  }

  private func slice(_ content: String, at start: Int) throws(JSONPathFault) -> JaywayToken {
    let bounds = content.split(separator: ":", omittingEmptySubsequences: false).prefix(2)
    var integers: [Int?] = []
    for bound in bounds {
      integers.append(bound.isEmpty ? nil : try integer(bound, at: start))
    }
    guard integers.contains(where: { $0 != nil }), integers.count == 2 else {
      throw text.fault(.badSlice, at: start)
    }
    return .slice(from: integers[0], to: integers[1])
  }

  private func integer(_ digits: Substring, at start: Int) throws(JSONPathFault) -> Int {
    let digits = digits.prefix { $0 != " " }
    guard !digits.hasPrefix("+"), let value = Int32(digits) else {
      let isNumber = digits.allSatisfy { $0.isNumber || $0 == "-" }
      throw text.fault(isNumber ? .integerOutOfRange : .badNumber, at: start)
    }
    return Int(value)
  }

  /// `[?(…)]`.
  private mutating func filter(from question: Int) throws(JSONPathFault) {
    let open = text.significant(after: question)
    guard text.scalar(open) == "(", let close = text.closing(")", of: open, skipsPatterns: true)
    else { throw text.fault(open, .filter) }
    let end = text.significant(after: close)
    guard text.scalar(end) == "]" else { throw text.fault(end, .bracket) }
    let inner = JaywayText(Array(text.scalars[open...close]), base: text.offset(open))
    var parser = JaywayFilterParser(text: inner, depth: depth + 1)
    tokens.append(.filter(try parser.document()))
    text.at = end + 1
  }
}

extension JaywayText {
  /// A fault at another place.
  func fault(_ index: Int, _ expected: JSONPathError.Expected) -> JSONPathFault {
    var copy = self
    copy.at = min(index, end)
    return copy.unexpected(expected)
  }
}

/// Cuts a template into tokens.
///
/// Source: reference page "Pebble", section 1. Works on UTF-8 bytes; outside of text, strings and
/// names only ASCII has a meaning.
struct TemplateLexer {
  private enum State { case data, execute, print, comment, string, interpolation }

  let bytes: [UInt8]
  var offset = 0
  var tokens: [TemplateToken] = []
  /// The open brackets with their places; `"` stands for a string that holds interpolations, `#`
  /// for an interpolation.
  var brackets: [(sign: UInt8, offset: Int)] = []
  private var states: [State] = [.data]
  private var trimsNextText = false

  init(_ source: SourceText) {
    bytes = source.bytes
  }

  mutating func tokenize() throws(TemplateFault) -> [TemplateToken] {
    tokens.reserveCapacity(8 + bytes.count / 3)
    while offset < bytes.count {
      switch states[states.count - 1] {
      case .data: try readData()
      case .execute: try readExpression(until: UInt8(ascii: "%"))
      case .print: try readExpression(until: UInt8(ascii: "}"))
      case .comment: try readComment()
      case .string: try readString()
      case .interpolation: try readInterpolation()
      }
    }
    if let open = brackets.last {
      throw TemplateFault(.unclosedBracket(Self.closing(open.sign)), at: open.offset)
    }
    push(.end, "", at: bytes.count)
    return tokens
  }

  // MARK: Text and delimiters

  private mutating func readData() throws(TemplateFault) {
    let start = offset
    let opening = nextOpening()
    offset = opening.map { $0 + 2 } ?? bytes.count
    var text = opening == start ? "" : string(start, opening ?? bytes.count)
    if trimsNextText {
      text = JavaWhitespace.trimmedLeading(text)
      trimsNextText = false
    }
    let sign = opening.map { bytes[$0 + 1] }
    let trims = sign != nil && skipLeadingTrim()
    let isEmpty = text.isEmpty
    if trims { text = JavaWhitespace.trimmedTrailing(text) }
    if !isEmpty { push(.text, text, at: start) }
    guard let opening, let sign else { return }
    try open(sign, at: opening)
  }

  private mutating func open(_ sign: UInt8, at start: Int) throws(TemplateFault) {
    switch sign {
    case UInt8(ascii: "#"): states.append(.comment)
    case UInt8(ascii: "{"):
      push(.printStart, "{{", at: start)
      states.append(.print)
    default:
      if let body = endOfVerbatimStart() {
        try readVerbatim(from: body, opened: start)
      } else {
        push(.executeStart, "{%", at: start)
        states.append(.execute)
      }
    }
  }

  private func nextOpening() -> Int? {
    var index = offset
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), Self.isOpening(bytes[index + 1]) { return index }
      index += 1
    }
    return nil
  }

  /// The second sign of `{{`, `{%` and `{#`.
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "#")
  }

  /// A minus sign with white space behind it right after an opening delimiter.
  private mutating func skipLeadingTrim() -> Bool {
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "-"),
      JavaWhitespace.contains(bytes[offset + 1])
    else { return false }
    offset = skipSpace(from: offset + 1)
    return true
  }

  private mutating func readExpression(until sign: UInt8) throws(TemplateFault) {
    let close = skipSpace(from: offset)
    let minus = byte(close) == UInt8(ascii: "-")
    let first = minus ? close + 1 : close
    if minus, isClosing(first) { trimsNextText = true }
    guard brackets.isEmpty, byte(first) == sign, byte(first + 1) == UInt8(ascii: "}") else {
      return try readToken()
    }
    push(sign == UInt8(ascii: "%") ? .executeEnd : .printEnd, "", at: first)
    offset = skipNewline(from: first + 2)
    states.removeLast()
  }

  private func isClosing(_ index: Int) -> Bool {
    guard byte(index + 1) == UInt8(ascii: "}"), let sign = byte(index) else { return false }
    return "}%#".utf8.contains(sign)
  }

  private mutating func readComment() throws(TemplateFault) {
    let start = offset
    guard let end = find("#}", from: offset) else {
      throw TemplateFault(.unclosedComment, at: max(0, start - 2))
    }
    if end >= start + 2, bytes[end - 1] == UInt8(ascii: "-"),
      JavaWhitespace.contains(bytes[end - 2])
    {
      trimsNextText = true
    }
    offset = skipNewline(from: end + 2)
    states.removeLast()
  }

  // MARK: Verbatim

  private func endOfVerbatimStart() -> Int? {
    endOfTag("verbatim", from: offset)?.end
  }

  private mutating func readVerbatim(from body: Int, opened: Int) throws(TemplateFault) {
    var search = body
    while let start = find("{%", from: search) {
      let trimsBefore = byte(start + 2) == UInt8(ascii: "-")
      guard let tag = endOfTag("endverbatim", from: trimsBefore ? start + 3 : start + 2) else {
        search = start + 1
        continue
      }
      var text = JavaWhitespace.trimmedLeading(string(body, start))
      if trimsBefore { text = JavaWhitespace.trimmedTrailing(text) }
      if tag.trims { trimsNextText = true }
      if !text.isEmpty { push(.text, text, at: body) }
      offset = tag.end
      return
    }
    throw TemplateFault(.unclosedVerbatim, at: opened)
  }

  private func endOfTag(_ name: String, from start: Int) -> (end: Int, trims: Bool)? {
    var index = skipSpace(from: start)
    guard starts(with: name, at: index) else { return nil }
    index = skipSpace(from: index + name.utf8.count)
    let trims = byte(index) == UInt8(ascii: "-")
    if trims { index += 1 }
    guard starts(with: "%}", at: index) else { return nil }
    return (skipNewline(from: index + 2), trims)
  }

  // MARK: Strings with interpolation

  private mutating func readString() throws(TemplateFault) {
    if starts(with: "#{", at: offset) {
      push(.interpolationStart, "#{", at: offset)
      brackets.append((UInt8(ascii: "#"), offset))
      states.append(.interpolation)
      offset += 2
      return
    }
    let end = endOfPlainPart()
    if end > offset {
      push(.string, string(offset, end), at: offset)
      offset = end
    } else if byte(offset) == UInt8(ascii: "\"") {
      brackets.removeLast()
      states.removeLast()
      offset += 1
    } else {
      throw TemplateFault(.unclosedBracket("\""), at: brackets.last?.offset ?? offset)
    }
  }

  private func endOfPlainPart() -> Int {
    var index = offset
    while let next = byte(index) {
      switch next {
      case UInt8(ascii: "\""): return index
      case UInt8(ascii: "#"):
        if byte(index + 1) == UInt8(ascii: "{") { return index }
        index += 1
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else { return index }
        index += 2
      default: index += 1
      }
    }
    return min(index, bytes.count)
  }

  private mutating func readInterpolation() throws(TemplateFault) {
    let close = skipSpace(from: offset)
    guard brackets.last?.sign == UInt8(ascii: "#"), byte(close) == UInt8(ascii: "}") else {
      return try readToken()
    }
    brackets.removeLast()
    push(.interpolationEnd, "}", at: close)
    offset = close + 1
    states.removeLast()
  }

  mutating func beginString() {
    brackets.append((UInt8(ascii: "\""), offset))
    states.append(.string)
    offset += 1
  }

  // MARK: Bytes

  mutating func push(_ kind: TemplateToken.Kind, _ value: String, at start: Int) {
    tokens.append(TemplateToken(kind: kind, value: value, offset: start))
  }

  func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  func starts(with text: String, at index: Int) -> Bool {
    var place = index
    for wanted in text.utf8 {
      guard place < bytes.count, bytes[place] == wanted else { return false }
      place += 1
    }
    return true
  }

  func skipSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count, JavaWhitespace.contains(bytes[index]) { index += 1 }
    return index
  }

  static func closing(_ sign: UInt8) -> String {
    switch sign {
    case UInt8(ascii: "("): ")"
    case UInt8(ascii: "["): "]"
    case UInt8(ascii: "\""): "\""
    default: "}"
    }
  }

  private func skipNewline(from index: Int) -> Int {
    guard let first = byte(index) else { return index }
    switch first {
    case 10: return index + (byte(index + 1) == 13 ? 2 : 1)
    case 13: return index + (byte(index + 1) == 10 ? 2 : 1)
    case 0xC2 where starts(with: "\u{85}", at: index): return index + 2
    case 0xE2 where starts(with: "\u{2028}", at: index) || starts(with: "\u{2029}", at: index):
      return index + 3
    default: return index
    }
  }

  private func find(_ text: String, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if starts(with: text, at: index) { return index }
      index += 1
    }
    return nil
  }
}

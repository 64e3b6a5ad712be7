/// Reads RFC 9535 paths.
struct JSONPathParser {
  let bytes: [UInt8]
  var at = 0
  /// Filters, parentheses and function calls that are open.
  var depth = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The whole text as one absolute query.
  mutating func document() throws(JSONPathFault) -> JSONPathQuery {
    guard !bytes.isEmpty else { throw JSONPathFault(kind: .empty, offset: 0) }
    guard take("$") else { throw unexpected(.root) }
    let segments = try segments()
    guard at == bytes.count else { throw unexpected(.segment) }
    return JSONPathQuery(isAbsolute: true, segments: segments)
  }

  /// All segments that follow; blanks after the last are left.
  mutating func segments() throws(JSONPathFault) -> [JSONPathSegment] {
    var segments: [JSONPathSegment] = []
    while true {
      let end = at
      skipBlanks()
      if take("..") {
        segments.append(.descendant(try descendantSelectors()))
      } else if take(".") {
        segments.append(.child([take("*") ? .wildcard : .name(JSONKey(try shorthand()))]))
      } else if take("[") {
        segments.append(.child(try bracketed()))
      } else {
        at = end
        return segments
      }
    }
  }

  private mutating func descendantSelectors() throws(JSONPathFault) -> [JSONPathSelector] {
    if take("[") { return try bracketed() }
    return [take("*") ? .wildcard : .name(JSONKey(try shorthand()))]
  }

  /// A name after a dot.
  private mutating func shorthand() throws(JSONPathFault) -> String {
    let start = at
    while let byte = current, Self.isNameByte(byte), at > start || !Self.isDigit(byte) { at += 1 }
    guard at > start else { throw unexpected(.name) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Selectors up to the closing bracket; the opening one is taken.
  private mutating func bracketed() throws(JSONPathFault) -> [JSONPathSelector] {
    var selectors: [JSONPathSelector] = []
    repeat {
      skipBlanks()
      selectors.append(try selector())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw unexpected(.commaOrBracket) }
    return selectors
  }

  private mutating func selector() throws(JSONPathFault) -> JSONPathSelector {
    guard let byte = current else { throw unexpected(.selector) }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(JSONKey(try string()))
    case UInt8(ascii: "*"):
      at += 1
      return .wildcard
    case UInt8(ascii: "?"):
      at += 1
      skipBlanks()
      return .filter(try nested { (parser) throws(JSONPathFault) in try parser.logicalOr() })
    case UInt8(ascii: ":"): return try slice(from: nil)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let index = try integer()
      let end = at
      skipBlanks()
      if current == UInt8(ascii: ":") { return try slice(from: index) }
      at = end
      return .index(index)
    default: throw unexpected(.selector)
    }
  }

  /// The rest of a slice from its first colon.
  private mutating func slice(from: Int?) throws(JSONPathFault) -> JSONPathSelector {
    at += 1
    let to = try optionalInteger()
    guard take(":") else { return .slice(from: from, to: to, step: 1) }
    return .slice(from: from, to: to, step: try optionalInteger() ?? 1)
  }

  /// An integer with blanks around it, or only the blanks.
  private mutating func optionalInteger() throws(JSONPathFault) -> Int? {
    skipBlanks()
    guard let byte = current, Self.isDigit(byte) || byte == UInt8(ascii: "-") else { return nil }
    let value = try integer()
    skipBlanks()
    return value
  }

  private mutating func integer() throws(JSONPathFault) -> Int {
    let start = at
    _ = take("-")
    let digits = at
    while let byte = current, Self.isDigit(byte) { at += 1 }
    guard at > digits else { throw unexpected(.integer) }
    if bytes[digits] == UInt8(ascii: "0"), at - start > 1 {
      throw JSONPathFault(kind: .badNumber, offset: start)
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let value = Int(text), abs(value) < 1 << 53 else {
      throw JSONPathFault(kind: .integerOutOfRange, offset: start)
    }
    return value
  }

  /// Runs a part of the grammar that may contain itself.
  mutating func nested<Part>(
    _ part: (inout JSONPathParser) throws(JSONPathFault) -> Part
  ) throws(JSONPathFault) -> Part {
    guard depth < JSONPath.maximumDepth else {
      throw JSONPathFault(kind: .nestingTooDeep(limit: JSONPath.maximumDepth), offset: at)
    }
    depth += 1
    let result = try part(&self)
    depth -= 1
    return result
  }
}

/// Array and object literals in filters: JSON, but with single quotes and bare words allowed.
struct JaywayLiteral {
  private var text: JaywayText
  private var depth = 0

  /// The value of a literal; `nil` where it cannot be read.
  static func value(_ text: String) -> JSONValue? {
    var literal = JaywayLiteral(text: JaywayText(Array(text.unicodeScalars), base: 0))
    let value = literal.value()
    literal.skipBlanks()
    guard literal.text.current == nil else { return nil }
    return value
  }

  private mutating func value() -> JSONValue? {
    skipBlanks()
    guard depth < JSONPath.maximumDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch text.current {
    case "[": return array()
    case "{": return object()
    case "'", "\"": return quoted().map(JSONValue.string)
    default: return word()
    }
  }

  private mutating func array() -> JSONValue? {
    text.at += 1
    var elements: [JSONValue] = []
    while true {
      skipBlanks()
      if take("]") { return .array(elements) }
      guard let element = value() else { return nil }
      elements.append(element)
      skipBlanks()
      if !take(","), text.current != "]" { return nil }
    }
  }

  private mutating func object() -> JSONValue? {
    text.at += 1
    var object = JSONObject()
    while true {
      skipBlanks()
      if take("}") { return .object(object) }
      guard let key = key() else { return nil }
      skipBlanks()
      guard take(":"), let value = value() else { return nil }
      object[key] = value
      skipBlanks()
      if !take(","), text.current != "}" { return nil }
    }
  }

  private mutating func key() -> String? {
    if text.current == "'" || text.current == "\"" { return quoted() }
    let start = text.at
    while let scalar = text.current, !":,{}[]".unicodeScalars.contains(scalar) { text.at += 1 }
    return text.at > start ? text.string(start..<text.at) : nil
  }

  private mutating func quoted() -> String? {
    let start = text.at
    guard let close = text.unescaped(text.scalars[start], after: start) else { return nil }
    text.at = close + 1
    return JaywayText.unescape(text.string(start + 1..<close))
  }

  /// `true`, `false`, `null`, a number, or a bare word, which is a string.
  private mutating func word() -> JSONValue? {
    let start = text.at
    while let scalar = text.current, !",:{}[]".unicodeScalars.contains(scalar) { text.at += 1 }
    let word = text.string(start..<text.at).split(separator: " ").joined(separator: " ")
    guard !word.isEmpty else { return nil }
    if let value = try? JSONText.parse(word) { return value }
    return .string(word)
  }

  private mutating func skipBlanks() {
    while let scalar = text.current, scalar.properties.isWhitespace { text.at += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard text.current == scalar else { return false }
    text.at += 1
    return true
  }
}

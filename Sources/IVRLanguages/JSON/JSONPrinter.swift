/// Writes values as UTF-8 text.
struct JSONPrinter: ~Copyable {
  /// Blanks a level; `nil` writes everything on one line.
  let indent: Int?
  private var out = ByteOutput(capacity: 256)

  init(indent: Int?) {
    self.indent = indent
  }

  /// What was written so far.
  var text: String { out.text }

  /// The number of bytes written so far.
  var count: Int { out.count }

  /// Forgets all bytes after the first `count`.
  mutating func takeBack(to count: Int) { out.takeBack(to: count) }

  /// Writes a byte as it is.
  mutating func append(raw byte: UInt8) { out.append(byte) }

  /// Writes a text as it is.
  mutating func append(raw text: String) { out.append(text) }

  mutating func append(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: out.append("null")
    case .bool(let truth): out.append(truth ? "true" : "false")
    case .number(let number): append(number)
    case .string(let text): appendQuoted(text)
    case .array(let elements): append(elements, depth: depth)
    case .object(let object): append(object, depth: depth)
    }
  }

  private mutating func append(_ elements: [JSONValue], depth: Int) {
    out.append(UInt8(ascii: "["))
    for index in elements.indices {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(depth: depth + 1)
      append(elements[index], depth: depth + 1)
    }
    if !elements.isEmpty { breakLine(depth: depth) }
    out.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ object: JSONObject, depth: Int) {
    out.append(UInt8(ascii: "{"))
    let members = object.members
    for index in members.indices {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(depth: depth + 1)
      appendQuoted(members[index].key)
      out.append(UInt8(ascii: ":"))
      if indent != nil { out.append(UInt8(ascii: " ")) }
      append(members[index].value, depth: depth + 1)
    }
    if !members.isEmpty { breakLine(depth: depth) }
    out.append(UInt8(ascii: "}"))
  }

  /// Infinity and not-a-number, which only a computed `Double` can be, have no JSON form.
  private mutating func append(_ number: JSONNumber) {
    let first = number.text.utf8.first { $0 != UInt8(ascii: "-") } ?? 0
    if first &- UInt8(ascii: "0") < 10 {
      out.append(number.text)
    } else {
      out.append("null")
    }
  }

  /// Copies what needs no escape in one go, which mostly is everything.
  private mutating func appendQuoted(_ text: String) {
    out.append(UInt8(ascii: "\""))
    if !out.appendPlain(text) { appendEscaped(text) }
    out.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: String) {
    for byte in text.utf8 {
      if Self.needsEscape(byte) { appendEscape(of: byte) } else { out.append(byte) }
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): out.append("\\\"")
    case UInt8(ascii: "\\"): out.append("\\\\")
    case 8: out.append("\\b")
    case 9: out.append("\\t")
    case 10: out.append("\\n")
    case 12: out.append("\\f")
    case 13: out.append("\\r")
    default: out.append((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16))
    }
  }

  private mutating func breakLine(depth: Int) {
    guard let indent else { return }
    out.append(10)
    for _ in 0..<indent * depth { out.append(32) }
  }
}

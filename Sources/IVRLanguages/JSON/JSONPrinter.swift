/// Writes values as UTF-8 text.
struct JSONPrinter {
  /// Blanks a level; `nil` writes everything on one line.
  let indent: Int?
  private var bytes: [UInt8] = []

  init(indent: Int?) {
    self.indent = indent
  }

  /// What was written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let truth): append(truth ? "true" : "false")
    case .number(let number): append(number)
    case .string(let text): appendQuoted(text)
    case .array(let elements): append(elements, depth: depth)
    case .object(let object): append(object, depth: depth)
    }
  }

  private mutating func append(_ elements: [JSONValue], depth: Int) {
    append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      breakLine(depth: depth + 1)
      append(element, depth: depth + 1)
    }
    if !elements.isEmpty { breakLine(depth: depth) }
    append("]")
  }

  private mutating func append(_ object: JSONObject, depth: Int) {
    append("{")
    for (index, member) in object.members.enumerated() {
      if index > 0 { append(",") }
      breakLine(depth: depth + 1)
      appendQuoted(member.key)
      append(indent == nil ? ":" : ": ")
      append(member.value, depth: depth + 1)
    }
    if !object.isEmpty { breakLine(depth: depth) }
    append("}")
  }

  /// Infinity and not-a-number, which only a computed `Double` can be, have no JSON form.
  private mutating func append(_ number: JSONNumber) {
    let first = number.text.utf8.first { $0 != UInt8(ascii: "-") } ?? 0
    append(first &- UInt8(ascii: "0") < 10 ? number.text : "null")
  }

  /// Copies what needs no escape in one go.
  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for (index, byte) in text.enumerated() where Self.needsEscape(byte) {
        bytes.append(contentsOf: text[start..<index])
        appendEscape(of: byte)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 8: append("\\b")
    case 9: append("\\t")
    case 10: append("\\n")
    case 12: append("\\f")
    case 13: append("\\r")
    default: append((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16))
    }
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func breakLine(depth: Int) {
    guard let indent else { return }
    bytes.append(10)
    bytes.append(contentsOf: repeatElement(32, count: indent * depth))
  }
}

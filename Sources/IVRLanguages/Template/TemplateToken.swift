/// A piece of a template.
struct TemplateToken {
  enum Kind {
    case text, printStart, printEnd, executeStart, executeEnd
    case name, string, number, long, operator_, punctuation
    case interpolationStart, interpolationEnd, end
  }

  let kind: Kind
  /// The text between delimiters, the name, the content of a string, the digits or the sign.
  var value: String
  /// UTF-8 bytes before the token.
  let offset: Int

  func isPunctuation(_ sign: String) -> Bool { kind == .punctuation && value == sign }
  func isName(_ name: String) -> Bool { kind == .name && value == name }

  /// How a message names the token.
  var words: String {
    switch kind {
    case .text: "text"
    case .printStart: "\"{{\""
    case .printEnd: "\"}}\""
    case .executeStart: "\"{%\""
    case .executeEnd: "\"%}\""
    case .string: "text \"\(value)\""
    case .name: "name \"\(value)\""
    case .number, .long: "number \"\(value)\""
    case .operator_, .punctuation: "\"\(value)\""
    case .interpolationStart: "\"#{\""
    case .interpolationEnd: "\"}\""
    case .end: "end of the template"
    }
  }
}

/// White space as Java counts it.
enum JavaWhitespace {
  /// `Character.isWhitespace`: no-break spaces do not count.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...13, 28...32: true
    case 0..<0x1680, 0xA0, 0x2007, 0x202F: false
    default: scalar.properties.isWhitespace
    }
  }

  /// `\s` of a regular expression.
  static func contains(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  static func trimmedLeading(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.drop { contains($0) }))
  }

  static func trimmedTrailing(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, contains(last) { scalars.removeLast() }
    return String(scalars)
  }
}

/// A piece of a template.
struct TemplateToken {
  enum Kind {
    case text, printStart, printEnd, executeStart, executeEnd
    case name, string, number, long, operator_, punctuation
    case interpolationStart, interpolationEnd, end
  }

  /// An operator or a punctuation mark.
  enum Sign: String {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case question = "?"
    case colon = ":"
    case period = "."
    case comma = ","
    case assign = "="
    case or, and, not, contains, equals
    case isTest = "is"
    case isNotTest = "is not"
    case equal = "=="
    case unequal = "!="
    case greater = ">"
    case less = "<"
    case greaterOrEqual = ">="
    case lessOrEqual = "<="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case slash = "/"
    case percent = "%"
    case filter = "|"
    case concatenate = "~"
    case range = ".."

    /// How tight a binary operator binds; `nil` for everything else.
    var precedence: Int? {
      switch self {
      case .or: 10
      case .and: 15
      case .isTest, .isNotTest, .contains: 20
      case .equal, .equals, .unequal, .greater, .less, .greaterOrEqual, .lessOrEqual: 30
      case .plus, .minus: 40
      case .times, .slash, .percent: 60
      case .filter: 100
      case .concatenate: 110
      case .range: 120
      default: nil
      }
    }
  }

  let kind: Kind
  /// Which sign the token is; `nil` where it is none.
  let sign: Sign?
  /// The text between delimiters, the name, the content of a string or the digits.
  var value: String
  /// UTF-8 bytes before the token.
  let offset: Int

  init(kind: Kind, value: String, offset: Int) {
    self.kind = kind
    self.value = value
    self.offset = offset
    sign = nil
  }

  init(_ sign: Sign, isOperator: Bool, offset: Int) {
    kind = isOperator ? .operator_ : .punctuation
    value = ""
    self.offset = offset
    self.sign = sign
  }

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
    case .operator_, .punctuation: "\"\(sign?.rawValue ?? "")\""
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

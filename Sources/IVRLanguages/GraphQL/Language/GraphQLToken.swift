/// One token of a document.
struct GraphQLToken: Sendable {
  /// What a token is.
  enum Kind: Sendable {
    case end, name, int, float, string, blockString
    case bang, dollar, ampersand, spread, colon, equals, at, pipe
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  }

  let kind: Kind
  /// Bytes before the token.
  let start: Int
  /// Bytes up to its end.
  let end: Int
  /// The name, the number as written, or the unescaped string; empty for punctuation.
  let text: String

  /// The token as error messages show it.
  var shown: String {
    switch kind {
    case .name, .int, .float: "\"\(text)\""
    case .string, .blockString: "the string \"\(text.prefix(40))\""
    default: kind.shown
    }
  }
}

extension GraphQLToken.Kind {
  /// The kind as error messages show it.
  var shown: String {
    switch self {
    case .end: "the end of the document"
    case .name: "a name"
    case .int, .float: "a number"
    case .string, .blockString: "a string"
    default: "\"\(mark)\""
    }
  }

  private var mark: String {
    switch self {
    case .bang: "!"
    case .dollar: "$"
    case .ampersand: "&"
    case .spread: "..."
    case .colon: ":"
    case .equals: "="
    case .at: "@"
    case .pipe: "|"
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace: "{"
    case .rightBrace: "}"
    default: ""
    }
  }

  /// The punctuator that `byte` is on its own.
  init?(punctuator byte: UInt8) {
    switch byte {
    case UInt8(ascii: "!"): self = .bang
    case UInt8(ascii: "$"): self = .dollar
    case UInt8(ascii: "&"): self = .ampersand
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: "="): self = .equals
    case UInt8(ascii: "@"): self = .at
    case UInt8(ascii: "|"): self = .pipe
    case UInt8(ascii: "("): self = .leftParenthesis
    case UInt8(ascii: ")"): self = .rightParenthesis
    case UInt8(ascii: "["): self = .leftBracket
    case UInt8(ascii: "]"): self = .rightBracket
    case UInt8(ascii: "{"): self = .leftBrace
    case UInt8(ascii: "}"): self = .rightBrace
    default: return nil
    }
  }
}

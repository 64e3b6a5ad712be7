/// Why a text is no GraphQL.
public enum GraphQLSyntaxFault: Hashable, Sendable {
  /// A character that starts nothing.
  case unexpectedCharacter(String)
  /// A string that does not end, on its line if it has single quotes.
  case unterminatedString
  /// A digit after a leading zero.
  case leadingZero
  /// Something else where a digit has to stand; empty at the end of the document.
  case expectedDigit(found: String)
  /// A backslash with something that is no escape.
  case invalidEscape(String)
  /// A token in the wrong place.
  case unexpectedToken(found: String, expected: String?)

  var message: String {
    switch self {
    case .unexpectedCharacter("'"):
      "Unexpected character \"'\"; strings are written in double quotes"
    case .unexpectedCharacter(let character):
      "Unexpected character \(Self.shown(character))"
    case .unterminatedString: "This string does not end"
    case .leadingZero: "A number may not start with a zero that more digits follow"
    case .expectedDigit(""): "Expected a digit but the document ends"
    case .expectedDigit(let found): "Expected a digit but found \(Self.shown(found))"
    case .invalidEscape(let text): "\"\(text)\" is no escape sequence"
    case .unexpectedToken(let found, nil): "Unexpected \(found)"
    case .unexpectedToken(let found, let expected?): "Expected \(expected) but found \(found)"
    }
  }

  private static func shown(_ character: String) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    if scalar.value > 32, scalar.value < 127 { return "\"\(character)\"" }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }
}

/// Which limit a query exceeds; the number is the limit.
public enum GraphQLLimitFault: Hashable, Sendable {
  /// The document has more bytes.
  case documentBytes(Int)
  /// The document has more tokens.
  case tokens(Int)
  /// Selections, values or list types are nested deeper.
  case depth(Int)
  /// An operation has more selections, fragments expanded.
  case selections(Int)
  /// There are more validation errors than are reported.
  case errors(Int)
  /// Comparing fields of equal name takes more steps.
  case comparisons(Int)
  /// The operation asks more fields of its root, aliases counted one by one.
  case rootFields(Int)
  /// The data of the response has more values.
  case results(Int)

  var isSyntax: Bool {
    switch self {
    case .documentBytes, .tokens, .depth: true
    default: false
    }
  }

  var message: String {
    switch self {
    case .documentBytes(let limit): "The document is longer than \(limit) bytes"
    case .tokens(let limit): "The document has more than \(limit) tokens"
    case .depth(let limit): "The document is nested deeper than \(limit) levels"
    case .selections(let limit): "The operation has more than \(limit) selections"
    case .errors(let limit): "There are more than \(limit) errors; the rest is not shown"
    case .rootFields(let limit):
      "The operation asks for more than \(limit) fields of its root"
    case .results(let limit): "The response has more than \(limit) values"
    case .comparisons(let limit):
      "The document repeats fields too often (more than \(limit) comparisons)"
    }
  }
}

/// Why a text is no JSONPath of its dialect, and where.
public struct JSONPathError: LanguageError {
  /// What was expected at the place.
  public enum Expected: Hashable, Sendable {
    case root, segment, name, selector, commaOrBracket, bracket, parenthesis
    case comparable, comparison, test, argument, integer, logicalOperator, filter
  }

  /// The fault, without wording.
  public enum Kind: Hashable, Sendable {
    /// The text is empty.
    case empty
    /// A character that cannot stand here.
    case unexpectedCharacter(expected: Expected)
    /// The text ends too early.
    case unexpectedEnd(expected: Expected)
    /// A string without closing quote; the place is its opening quote.
    case unterminatedString
    /// A character below U+0020 inside a string.
    case controlCharacter
    /// A backslash followed by something that is no escape, or half of a surrogate pair.
    case badEscape
    /// A number that does not follow the grammar.
    case badNumber
    /// An index or slice bound outside the range of exact integers.
    case integerOutOfRange
    /// A slice without bounds, or with a step, where the dialect has none.
    case badSlice
    /// A function that does not exist.
    case unknownFunction(String)
    /// A function with too few or too many arguments.
    case argumentCount(function: String, expected: Int, found: Int)
    /// An argument of a kind that the function does not take.
    case argumentType(function: String)
    /// The result of a function that stands alone but must be compared.
    case mustBeCompared(String)
    /// The result of a function that is compared but is a truth value.
    case cannotBeCompared(String)
    /// A query that may give many nodes where one value is needed.
    case notSingular
    /// A literal that stands alone as a condition.
    case literalAlone
    /// A relational operator that the dialect does not have.
    case unknownOperator(String)
    /// A regular expression that cannot be read.
    case badPattern
    /// More filters, parentheses and arguments inside each other than the limit.
    case nestingTooDeep(limit: Int)
    /// A longer text than the limit.
    case tooLong(limit: Int)
    /// A blank inside a name; the dialect wants it in brackets and quotes.
    case blankInName
    /// Something after the path.
    case trailingText
  }

  /// The fault.
  public let kind: Kind
  /// Where it is.
  public let position: SourcePosition
  /// The path with a caret under the place.
  public let excerpt: String
  /// The character at the place; empty at the end.
  public let found: String

  init(_ fault: JSONPathFault, in text: String) {
    let source = SourceText(text)
    kind = fault.kind
    position = source.position(at: fault.offset)
    excerpt = source.excerpt(at: fault.offset)
    let rest = String(decoding: source.bytes.dropFirst(fault.offset).prefix(12), as: UTF8.self)
    found = rest.unicodeScalars.first.map(String.init) ?? ""
  }

  /// One sentence with what was expected.
  public var message: String {
    switch kind {
    case .empty: "the path is empty; it begins with $"
    case .unexpectedCharacter(let expected): "expected \(expected.words), found \(foundWords)"
    case .unexpectedEnd(let expected): "the path ends where \(expected.words) was expected"
    case .unterminatedString: "the string that begins here has no closing quote"
    case .controlCharacter: "a control character inside a string is written as an escape"
    case .badEscape: "this is no escape of a JSONPath string"
    case .badNumber: "this is not a number of JSONPath"
    case .integerOutOfRange: "the integer is outside ±9007199254740991"
    case .badSlice: "a slice is written [from:to], with at least one of the two"
    case .unknownFunction(let name):
      "there is no function \(name)" + Suggestions.hint(for: name, in: JSONPathFunction.names)
    case .argumentCount(let name, let expected, let found):
      "\(name)() takes \(expected) argument\(expected == 1 ? "" : "s"), not \(found)"
    case .argumentType(let name): "\(name)() does not take an argument of this kind"
    case .mustBeCompared(let name): "the result of \(name)() must be compared with something"
    case .cannotBeCompared(let name): "\(name)() gives true or false and cannot be compared"
    case .notSingular: "a comparison needs a path of names and indices only"
    case .literalAlone: "a value alone is no condition; compare it with something"
    case .unknownOperator(let text): "unknown operator '\(text)'"
    case .badPattern: "the regular expression cannot be read"
    case .nestingTooDeep(let limit): "more than \(limit) filters and parentheses inside each other"
    case .tooLong(let limit): "the path is longer than \(limit) bytes"
    case .blankInName: "a name with a blank is written in brackets and quotes: ['my name']"
    case .trailingText: "expected the end of the path, found \(foundWords)"
    }
  }

  private var foundWords: String {
    switch found {
    case "'": "a single quote"
    case " ": "a blank"
    case "": "the end"
    default: "'\(found)'"
    }
  }
}

extension JSONPathError.Expected {
  /// The words for messages.
  var words: String {
    switch self {
    case .root: "'$'"
    case .segment: "'.' or '['"
    case .name: "a name"
    case .selector: "a quoted name, an index, a slice, '*' or a filter"
    case .commaOrBracket: "',' or ']'"
    case .bracket: "']'"
    case .parenthesis: "')'"
    case .comparable: "a value or a path"
    case .comparison: "a comparison"
    case .test: "a condition"
    case .argument: "an argument"
    case .integer: "a whole number"
    case .logicalOperator: "'&&', '||' or the end of the filter"
    case .filter: "a filter [?(…)]"
    }
  }
}

/// A fault with its byte offset, before line and column are known.
struct JSONPathFault: Error {
  let kind: JSONPathError.Kind
  let offset: Int
}

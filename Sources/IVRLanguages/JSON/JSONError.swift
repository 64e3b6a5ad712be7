/// Why a text is not JSON, and where.
public struct JSONError: LanguageError {
  /// What was expected at the place.
  public enum Expected: Hashable, Sendable {
    case value, key, colon, commaOrBrace, commaOrBracket
  }

  /// The fault, without wording.
  public enum Kind: Hashable, Sendable {
    /// The text holds nothing but blanks.
    case empty
    /// A character that cannot stand here.
    case unexpectedCharacter(expected: Expected)
    /// A bare word other than `true`, `false` and `null`.
    case unknownWord(String)
    /// The text ends in the middle of a value.
    case unexpectedEnd(expected: Expected)
    /// A string without closing quote; the place is its opening quote.
    case unterminatedString
    /// A character below U+0020 inside a string.
    case controlCharacter(UInt8)
    /// A backslash followed by something that is no escape.
    case badEscape
    /// Half of a surrogate pair written as `\u` escape, which is no character.
    case loneSurrogate
    /// A number that does not follow the grammar, such as `01`, `1.` or `+1`.
    case badNumber
    /// More arrays and objects inside each other than the limit.
    case nestingTooDeep(limit: Int)
    /// More bytes than the limit.
    case documentTooLarge(limit: Int)
    /// Something after the value.
    case trailingText
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// A key that its object holds already, where that is refused.
    case duplicateKey(String)
  }

  /// The fault.
  public let kind: Kind
  /// Where it is.
  public let position: SourcePosition
  /// The line with a caret under the place.
  public let excerpt: String
  /// The character at the place; empty at the end.
  public let found: String

  init(_ fault: JSONFault, in bytes: UnsafeBufferPointer<UInt8>) {
    kind = fault.kind
    if case .documentTooLarge = fault.kind {
      (position, excerpt, found) = (.start, "", "")
      return
    }
    let source = SourceText(bytes: Array(bytes))
    position = source.position(at: fault.offset)
    excerpt = source.excerpt(at: fault.offset)
    let rest = String(decoding: bytes.dropFirst(fault.offset).prefix(12), as: UTF8.self)
    found = rest.unicodeScalars.first.map(String.init) ?? ""
  }

  /// One sentence with what was expected and, where known, how it is written.
  public var message: String {
    switch kind {
    case .empty: "the text is empty; a JSON value was expected"
    case .unexpectedCharacter(let expected):
      "expected \(expected.words), found \(foundWords)\(hint(expected))"
    case .unknownWord(let word):
      "unknown word '\(word)'; the words of JSON are true, false and null"
    case .unexpectedEnd(let expected): "the text ends where \(expected.words) was expected"
    case .unterminatedString: "the string that begins here has no closing quote"
    case .controlCharacter(10), .controlCharacter(13):
      "a line break inside a string is written \\n"
    case .controlCharacter(let byte):
      "a control character inside a string is written as an escape (here: \(Self.escape(byte)))"
    case .badEscape: "after a backslash stands one of \" \\ / b f n r t or u and four hex digits"
    case .loneSurrogate: "half of a surrogate pair; it needs both \\uD8xx and \\uDCxx"
    case .badNumber: "this is not a JSON number (no leading zero or plus, digits around the dot)"
    case .nestingTooDeep(let limit): "more than \(limit) arrays and objects inside each other"
    case .documentTooLarge(let limit): "the text is larger than \(limit) bytes"
    case .trailingText: "expected the end of the text, found \(foundWords)"
    case .invalidUTF8: "these bytes are not UTF-8"
    case .duplicateKey(let key): "the key \"\(key)\" occurs twice in this object"
    }
  }

  private var foundWords: String { found == "'" ? "a single quote" : "'\(found)'" }

  private func hint(_ expected: Expected) -> String {
    switch (found, expected) {
    case ("'", _): "; strings are written in double quotes"
    case ("/", _), ("#", _): "; JSON has no comments"
    case ("}", .key), ("}", .value), ("]", .value): "; a comma before it may be one too many"
    case (_, .key): "; keys are written in double quotes"
    case ("\"", .commaOrBrace), ("\"", .commaOrBracket), ("{", .commaOrBracket):
      "; a comma may be missing before it"
    default: ""
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension JSONError.Expected {
  /// The words for messages.
  var words: String {
    switch self {
    case .value: "a value"
    case .key: "a key"
    case .colon: "':'"
    case .commaOrBrace: "',' or '}'"
    case .commaOrBracket: "',' or ']'"
    }
  }
}

/// A fault with its byte offset, before line and column are known.
struct JSONFault: Error {
  let kind: JSONError.Kind
  let offset: Int
}

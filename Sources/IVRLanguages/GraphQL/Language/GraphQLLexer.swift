/// Cuts a document into tokens, one at a time.
///
/// Source: GraphQL specification, October 2021, section 2.1. Like the reference implementations it
/// also takes control characters inside strings and `\u{…}` escapes of the later draft.
struct GraphQLLexer {
  let source: SourceText
  let bytes: [UInt8]
  var offset = 0

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  /// The next token; `.end` for ever after the last.
  mutating func next() throws(GraphQLError) -> GraphQLToken {
    skipIgnored()
    guard let byte = peek() else { return token(.end, from: offset) }
    let start = offset
    if let kind = GraphQLToken.Kind(punctuator: byte) {
      offset += 1
      return token(kind, from: start)
    }
    switch byte {
    case UInt8(ascii: "."): return try spread()
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case _ where Self.startsName(byte): return name()
    default: throw unexpectedCharacter()
    }
  }

  /// The byte `ahead` bytes from here, if any.
  func peek(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  /// A token that ends here.
  func token(_ kind: GraphQLToken.Kind, from start: Int, text: String = "") -> GraphQLToken {
    GraphQLToken(kind: kind, start: start, end: offset, text: text)
  }

  /// A syntax error at a byte.
  func fault(_ fault: GraphQLSyntaxFault, at place: Int) -> GraphQLError {
    GraphQLError(.syntax(fault), in: source, at: [place])
  }

  /// The text between a byte and here.
  func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// The character at a byte.
  func character(at place: Int) -> String {
    let rest = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
    return rest.unicodeScalars.first.map { String($0) } ?? ""
  }

  static func startsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func skipIgnored() {
    while let byte = peek() {
      switch byte {
      case 9, 10, 13, 32, UInt8(ascii: ","): offset += 1
      case UInt8(ascii: "#"): skipComment()
      case 0xEF where peek(1) == 0xBB && peek(2) == 0xBF: offset += 3
      default: return
      }
    }
  }

  private mutating func skipComment() {
    while let byte = peek(), byte != 10, byte != 13 { offset += 1 }
  }

  private mutating func name() -> GraphQLToken {
    let start = offset
    while let byte = peek(), Self.startsName(byte) || Self.isDigit(byte) { offset += 1 }
    return token(.name, from: start, text: text(from: start))
  }

  private mutating func spread() throws(GraphQLError) -> GraphQLToken {
    guard peek(1) == UInt8(ascii: "."), peek(2) == UInt8(ascii: ".") else {
      throw unexpectedCharacter()
    }
    offset += 3
    return token(.spread, from: offset - 3)
  }

  private func unexpectedCharacter() -> GraphQLError {
    fault(.unexpectedCharacter(character(at: offset)), at: offset)
  }
}

/// Reads a document: operations, fragments and type definitions.
///
/// Source: GraphQL specification, October 2021, appendix B. Nesting is bounded by the limits, so
/// that no input can overflow the stack.
struct GraphQLParser {
  private var lexer: GraphQLLexer
  private let limits: GraphQLLimits
  private var depth = 0
  private var tokenCount = 0
  private(set) var token: GraphQLToken

  let source: SourceText

  init(_ source: SourceText, limits: GraphQLLimits) throws(GraphQLError) {
    self.source = source
    self.limits = limits
    guard source.bytes.count <= limits.documentBytes else {
      throw GraphQLError(.limit(.documentBytes(limits.documentBytes)), in: nil, at: [])
    }
    lexer = GraphQLLexer(source)
    token = try lexer.next()
  }

  /// All definitions up to the end of the text; at least one.
  mutating func document() throws(GraphQLError) -> [GraphQLDefinitionSyntax] {
    var definitions: [GraphQLDefinitionSyntax] = []
    repeat {
      definitions.append(try definition())
    } while token.kind != .end
    return definitions
  }

  /// A definition; one that is described starts at its description.
  private mutating func definition() throws(GraphQLError) -> GraphQLDefinitionSyntax {
    let first = token
    let description = try description()
    if token.kind == .leftBrace {
      guard description == nil else { throw unexpected(first) }
      return .operation(try operation(nil, start: first.start))
    }
    guard token.kind == .name else { throw unexpected() }
    switch token.text {
    case "query", "mutation", "subscription":
      return .operation(try operation(description, start: first.start))
    case "fragment": return .fragment(try fragment(description, start: first.start))
    default: return try typeSystemDefinition(description, first: first)
    }
  }

  /// A string before what it describes, if there is one.
  mutating func description() throws(GraphQLError) -> GraphQLLiteral? {
    guard token.kind == .string || token.kind == .blockString else { return nil }
    return try value(isConstant: true)
  }
}

extension GraphQLParser {
  /// Takes the next token whatever it is.
  @discardableResult
  mutating func advance() throws(GraphQLError) -> GraphQLToken {
    let taken = token
    tokenCount += 1
    guard tokenCount <= limits.tokens else {
      throw GraphQLError(.limit(.tokens(limits.tokens)), in: source, at: [taken.start])
    }
    token = try lexer.next()
    return taken
  }

  /// Takes a token of this kind or fails.
  @discardableResult
  mutating func expect(_ kind: GraphQLToken.Kind) throws(GraphQLError) -> GraphQLToken {
    guard token.kind == kind else { throw unexpected(expected: kind.shown) }
    return try advance()
  }

  /// Takes a token of this kind if it is next.
  mutating func skip(_ kind: GraphQLToken.Kind) throws(GraphQLError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Takes this word if it is next.
  mutating func skipKeyword(_ word: String) throws(GraphQLError) -> Bool {
    guard isKeyword(word) else { return false }
    try advance()
    return true
  }

  /// Takes this word or fails.
  mutating func expectKeyword(_ word: String) throws(GraphQLError) {
    guard try skipKeyword(word) else { throw unexpected(expected: "\"\(word)\"") }
  }

  /// Whether this word is next.
  func isKeyword(_ word: String) -> Bool { token.kind == .name && token.text == word }

  /// Takes a name.
  mutating func name() throws(GraphQLError) -> GraphQLName {
    let taken = try expect(.name)
    return GraphQLName(text: taken.text, offset: taken.start)
  }

  /// One item at least, between an opening and a closing token.
  mutating func many<Item>(
    _ open: GraphQLToken.Kind, _ close: GraphQLToken.Kind,
    _ item: (inout GraphQLParser) throws(GraphQLError) -> Item
  ) throws(GraphQLError) -> [Item] {
    try expect(open)
    var items: [Item] = []
    repeat {
      items.append(try item(&self))
    } while try !skip(close)
    return items
  }

  /// Like `many`, and nothing where the opening token is not next.
  mutating func optionalMany<Item>(
    _ open: GraphQLToken.Kind, _ close: GraphQLToken.Kind,
    _ item: (inout GraphQLParser) throws(GraphQLError) -> Item
  ) throws(GraphQLError) -> [Item] {
    token.kind == open ? try many(open, close, item) : []
  }

  /// Goes one level deeper, or fails at the limit; every call is matched by `leave`.
  mutating func enter() throws(GraphQLError) {
    depth += 1
    guard depth <= limits.depth else {
      throw GraphQLError(.limit(.depth(limits.depth)), in: source, at: [token.start])
    }
  }

  /// Comes back from `enter`.
  mutating func leave() { depth -= 1 }

  /// The next token is wrong.
  func unexpected(expected: String? = nil) -> GraphQLError {
    let fault = GraphQLSyntaxFault.unexpectedToken(found: token.shown, expected: expected)
    return GraphQLError(.syntax(fault), in: source, at: [token.start])
  }

  /// This token is wrong.
  func unexpected(_ token: GraphQLToken) -> GraphQLError {
    let fault = GraphQLSyntaxFault.unexpectedToken(found: token.shown, expected: nil)
    return GraphQLError(.syntax(fault), in: source, at: [token.start])
  }
}

/// Turns tokens into a program.
///
/// Source: reference page "Pebble", section 2. Expressions climb by precedence; what the product
/// finds only when it evaluates, such as an unknown filter, is left to evaluation.
struct TemplateParser {
  let tokens: [TemplateToken]
  let dialect: TemplateDialect
  var place = 0
  /// How many brackets, operands and tags the parser stands in.
  var depth = 0
  var macros: [String: TemplateMacro] = [:]
  var blocks: [String: TemplateBody] = [:]
  /// The strategies of the surrounding `autoescape` tags; `nil` is none.
  var escaping: [String?]
  let usesLoop: Bool

  init(_ tokens: [TemplateToken], dialect: TemplateDialect) {
    self.tokens = tokens
    self.dialect = dialect
    escaping = [dialect.autoescape ? "html" : nil]
    usesLoop = tokens.contains { $0.isName("loop") }
  }

  mutating func program(for source: SourceText) throws(TemplateFault) -> TemplateProgram {
    let body = try body(until: [])
    return TemplateProgram(
      body: body, macros: macros, blocks: blocks, source: source, dialect: dialect)
  }

  // MARK: Tokens

  var current: TemplateToken { tokens[min(place, tokens.count - 1)] }
  var next: TemplateToken { tokens[min(place + 1, tokens.count - 1)] }

  mutating func advance() {
    if place < tokens.count - 1 { place += 1 }
  }

  @discardableResult
  mutating func take(
    _ kind: TemplateToken.Kind, _ expected: String
  ) throws(TemplateFault) -> TemplateToken {
    guard current.kind == kind else { throw unexpected(expected) }
    let token = current
    advance()
    return token
  }

  /// Whether the current token is that sign.
  func isAt(_ sign: TemplateToken.Sign) -> Bool {
    tokens[min(place, tokens.count - 1)].sign == sign
  }

  /// The current token's sign.
  var sign: TemplateToken.Sign? { tokens[min(place, tokens.count - 1)].sign }

  mutating func take(_ sign: TemplateToken.Sign) throws(TemplateFault) {
    guard isAt(sign) else { throw unexpected("\"\(sign.rawValue)\"") }
    advance()
  }

  func unexpected(_ expected: String) -> TemplateFault {
    if current.kind == .end {
      return TemplateFault(.unexpectedEnd(expected: expected), at: current.offset)
    }
    let kind = TemplateErrorKind.unexpectedToken(current.words, expected: expected)
    return TemplateFault(kind, at: current.offset)
  }

  // MARK: Statements

  /// Statements up to a tag of one of the names, which stays; without names up to the end.
  mutating func body(until names: [String]) throws(TemplateFault) -> TemplateBody {
    var statements: [any StatementNode] = []
    while current.kind != .end {
      let token = current
      switch token.kind {
      case .text:
        advance()
        statements.append(TextNode(token.value, at: token.offset))
      case .printStart:
        advance()
        let expression = try expression()
        try take(.printEnd, "\"}}\"")
        statements.append(PrintNode(escaped(expression, at: token.offset), at: token.offset))
      default:
        advance()
        let name = current
        guard name.kind == .name else { throw TemplateFault(.missingTagName, at: name.offset) }
        if names.contains(name.value) { return TemplateBody(statements) }
        if let statement = try tag(name) { statements.append(statement) }
      }
    }
    guard names.isEmpty else {
      let wanted = names.map { "{% \($0) %}" }.joined(separator: " or ")
      throw unexpected(wanted)
    }
    return TemplateBody(statements)
  }

  /// A printed expression with the automatic escaping that is on here.
  func escaped(_ expression: any ExpressionNode, at offset: Int) -> any ExpressionNode {
    guard let strategy = escaping[escaping.count - 1] else { return expression }
    func wrapped(_ node: any ExpressionNode) -> any ExpressionNode {
      isSafe(node) ? node : EscapeNode(node, strategy: strategy, at: offset)
    }
    guard let ternary = expression as? TernaryNode else { return wrapped(expression) }
    return TernaryNode(
      ternary.condition, then: wrapped(ternary.then), otherwise: wrapped(ternary.otherwise),
      at: ternary.offset)
  }

  private func isSafe(_ node: any ExpressionNode) -> Bool {
    if node.isTextLiteral || node is BlockCallNode { return true }
    guard let joined = node as? ConcatenationNode else { return false }
    return joined.parts.count == 2 && joined.parts.allSatisfy(\.isTextLiteral)
  }

  /// Goes one level deeper; fails where that is too deep.
  mutating func descend(to limit: Int) throws(TemplateFault) {
    depth += 1
    guard depth <= limit else {
      throw TemplateFault(.nestedTooDeep(limit: limit), at: current.offset)
    }
  }
}

extension TemplateParser {
  /// The sign and the two words before an operand bind tighter than every operator.
  private static let unaryPrecedence = 500

  /// An expression, with a ternary if there is one.
  mutating func expression() throws(TemplateFault) -> any ExpressionNode {
    let node = try expression(0)
    return isAt(.question) ? try ternary(node) : node
  }

  /// An expression whose operators bind at least that tight.
  private mutating func expression(
    _ minimum: Int
  ) throws(TemplateFault) -> any ExpressionNode {
    try descend(to: TemplateLimits.nesting)
    var node = try operand()
    while let precedence = sign?.precedence, precedence >= minimum {
      node = try measured(try binary(node, precedence))
    }
    depth -= 1
    return try measured(node)
  }

  /// Fails where evaluating the node would go too deep.
  private func measured(
    _ node: any ExpressionNode
  ) throws(TemplateFault) -> any ExpressionNode {
    guard node.height <= TemplateLimits.expressionHeight else {
      let limit = TemplateLimits.expressionHeight
      throw TemplateFault(.nestedTooDeep(limit: limit), at: current.offset)
    }
    return node
  }

  /// A row of conditions, each the last branch of the one before.
  private mutating func ternary(
    _ first: any ExpressionNode
  ) throws(TemplateFault) -> any ExpressionNode {
    var branches: [(condition: any ExpressionNode, then: any ExpressionNode, offset: Int)] = []
    var node = first
    try descend(to: TemplateLimits.nesting)
    while isAt(.question) {
      let offset = current.offset
      advance()
      branches.append((node, try expression(), offset))
      try take(.colon)
      node = try expression(0)
    }
    depth -= 1
    for branch in branches.reversed() {
      node = try measured(
        TernaryNode(branch.condition, then: branch.then, otherwise: node, at: branch.offset))
    }
    return node
  }

  // MARK: Operators

  private mutating func binary(
    _ left: any ExpressionNode, _ precedence: Int
  ) throws(TemplateFault) -> any ExpressionNode {
    let sign = sign
    let offset = current.offset
    advance()
    switch sign {
    case .filter: return try filter(left)
    case .isTest, .isNotTest: return try test(left, isNegated: sign == .isNotTest)
    default: return operation(sign, left, try expression(precedence + 1), at: offset)
    }
  }

  private func operation(
    _ sign: TemplateToken.Sign?, _ left: any ExpressionNode, _ right: any ExpressionNode,
    at offset: Int
  ) -> any ExpressionNode {
    switch sign {
    case .and, .or: LogicalNode(left, right, isAnd: sign == .and, at: offset)
    case .contains: ContainsNode(left, right, at: offset)
    case .concatenate: concatenation(left, right, at: offset)
    case .range:
      FunctionNode("range", arguments: WrittenArguments(positional: [left, right]), at: offset)
    case .equals: ComparisonNode(.equal, left, right, at: offset)
    default:
      if let comparison = sign.flatMap({ Comparison(rawValue: $0.rawValue) }) {
        ComparisonNode(comparison, left, right, at: offset)
      } else {
        ArithmeticNode(
          sign.flatMap { Arithmetic(rawValue: $0.rawValue) } ?? .add, left, right, at: offset)
      }
    }
  }

  private func concatenation(
    _ left: any ExpressionNode, _ right: any ExpressionNode, at offset: Int
  ) -> any ExpressionNode {
    let parts = (left as? ConcatenationNode)?.parts ?? [left]
    return ConcatenationNode(parts + [right], at: offset)
  }

  /// The name behind a `|`, with its arguments.
  mutating func filter(_ input: any ExpressionNode) throws(TemplateFault) -> any ExpressionNode {
    let name = try take(.name, "the name of a filter")
    let arguments = try optionalArguments()
    return FilterNode(
      name.value, input: input, arguments: arguments, dialect: dialect, at: name.offset)
  }

  private mutating func test(
    _ input: any ExpressionNode, isNegated: Bool
  ) throws(TemplateFault) -> any ExpressionNode {
    let name = try take(.name, "the name of a test")
    let arguments = try optionalArguments()
    return TestNode(
      name.value, input: input, arguments: arguments, isNegated: isNegated, at: name.offset)
  }

  // MARK: Operands

  private mutating func operand() throws(TemplateFault) -> any ExpressionNode {
    switch sign {
    case .not, .plus, .minus:
      let token = current
      advance()
      return unary(token, try expression(Self.unaryPrecedence))
    case .leftParenthesis: return try parenthesized()
    case .leftBracket: return try list()
    case .leftBrace: return try map()
    default: return try simple()
    }
  }

  private mutating func parenthesized() throws(TemplateFault) -> any ExpressionNode {
    advance()
    let inner = try expression()
    try take(.rightParenthesis)
    return try postfix(inner)
  }

  private func unary(
    _ token: TemplateToken, _ operand: any ExpressionNode
  ) -> any ExpressionNode {
    if token.sign == .not { return NotNode(operand, at: token.offset) }
    let factor = LiteralNode(.smallInteger(token.sign == .minus ? -1 : 1))
    let isPlainNumber = (operand as? LiteralNode)?.literal.isNumber ?? false
    if isPlainNumber, token.sign == .minus, let literal = operand as? LiteralNode {
      if case .integer(let whole) = literal.literal { return LiteralNode(.integer(0 &- whole)) }
      if case .double(let number) = literal.literal { return LiteralNode(.double(-1 * number)) }
    }
    return ArithmeticNode(.multiply, factor, operand, at: token.offset)
  }

  private mutating func simple() throws(TemplateFault) -> any ExpressionNode {
    switch current.kind {
    case .name: return try postfix(try name())
    case .number, .long: return try postfix(try number())
    case .string, .interpolationStart: return try postfix(try string())
    default: throw unexpected("a value")
    }
  }

  /// A literal word, a variable or a call.
  private mutating func name() throws(TemplateFault) -> any ExpressionNode {
    let token = current
    advance()
    if let literal = Self.constant(token.value) { return LiteralNode(literal) }
    return isAt(.leftParenthesis) ? try call(token) : NameNode(token.value, at: token.offset)
  }

  private static func constant(_ name: String) -> TemplateValue? {
    switch name {
    case "true", "TRUE": .bool(true)
    case "false", "FALSE": .bool(false)
    case "null", "NULL", "none", "NONE": .null
    default: nil
    }
  }

  private mutating func number() throws(TemplateFault) -> any ExpressionNode {
    let token = current
    advance()
    if token.value.utf8.contains(UInt8(ascii: ".")) {
      return LiteralNode(.double(Double(token.value) ?? .infinity))
    }
    guard let whole = Int64(token.value) else {
      throw TemplateFault(.numberTooLarge(token.value), at: token.offset)
    }
    return LiteralNode(.integer(whole))
  }

  /// A string with its interpolations; one that is nothing but an interpolation is its value.
  private mutating func string() throws(TemplateFault) -> any ExpressionNode {
    let offset = current.offset
    var parts: [any ExpressionNode] = []
    var lastWasString = false
    while true {
      if current.kind == .string, !lastWasString {
        parts.append(LiteralNode(.text(current.value)))
        advance()
        lastWasString = true
      } else if current.kind == .interpolationStart {
        advance()
        parts.append(try expression())
        try take(.interpolationEnd, "\"}\"")
        lastWasString = false
      } else {
        break
      }
    }
    return parts.count == 1 ? parts[0] : ConcatenationNode(parts, at: offset)
  }

  private mutating func list() throws(TemplateFault) -> any ExpressionNode {
    let offset = current.offset
    advance()
    var members: [any ExpressionNode] = []
    if !isAt(.rightBracket) {
      members.append(try expression())
      while !isAt(.rightBracket) {
        try take(.comma)
        members.append(try expression())
      }
    }
    advance()
    return ListNode(members, at: offset)
  }

  private mutating func map() throws(TemplateFault) -> any ExpressionNode {
    let offset = current.offset
    advance()
    var pairs: [(key: any ExpressionNode, value: any ExpressionNode)] = []
    while !isAt(.rightBrace) || !pairs.isEmpty {
      let key = try expression()
      try take(.colon)
      pairs.append((key, try expression()))
      if isAt(.rightBrace) { break }
      try take(.comma)
    }
    advance()
    return MapNode(pairs, at: offset)
  }

  // MARK: Attributes and arguments

  /// Attributes and indexes behind an operand.
  private mutating func postfix(
    _ operand: any ExpressionNode
  ) throws(TemplateFault) -> any ExpressionNode {
    var node = operand
    while true {
      switch sign {
      case .period: node = try measured(try attribute(of: node))
      case .leftBracket: node = try measured(try index(of: node))
      case .leftParenthesis: throw TemplateFault(.notCallable, at: current.offset)
      default: return node
      }
    }
  }

  private mutating func call(_ name: TemplateToken) throws(TemplateFault) -> any ExpressionNode {
    let arguments = try arguments()
    switch name.value {
    case "block":
      guard let block = arguments.positional.first else {
        throw TemplateFault(.missingArgument("name", of: "block"), at: name.offset)
      }
      return BlockCallNode(block, at: name.offset)
    default:
      return FunctionNode(name.value, arguments: arguments, at: name.offset)
    }
  }

  private mutating func attribute(
    of target: any ExpressionNode
  ) throws(TemplateFault) -> any ExpressionNode {
    advance()
    let name = try take(.name, "the name of an attribute")
    var values: [any ExpressionNode]?
    if isAt(.leftParenthesis) {
      let written = try arguments()
      if let first = written.named.first {
        throw TemplateFault(.namedMethodArgument(first.name), at: name.offset)
      }
      values = written.positional
    }
    return AttributeNode(
      of: target, key: LiteralNode(.text(name.value)), arguments: values, at: name.offset)
  }

  private mutating func index(
    of target: any ExpressionNode
  ) throws(TemplateFault) -> any ExpressionNode {
    let offset = current.offset
    advance()
    let key = try expression()
    try take(.rightBracket)
    return AttributeNode(of: target, key: key, arguments: nil, at: offset)
  }

  private mutating func optionalArguments() throws(TemplateFault) -> WrittenArguments {
    isAt(.leftParenthesis) ? try arguments() : WrittenArguments()
  }

  private mutating func arguments() throws(TemplateFault) -> WrittenArguments {
    var written = WrittenArguments(offset: current.offset)
    try take(.leftParenthesis)
    while !isAt(.rightParenthesis) {
      if !written.positional.isEmpty || !written.named.isEmpty { try take(.comma) }
      let start = current.offset
      if next.sign == .assign {
        let name = try newName("the name of an argument")
        try take(.assign)
        written.named.append((name, try expression()))
      } else {
        let value = try expression()
        guard written.named.isEmpty else {
          throw TemplateFault(.positionalAfterNamed, at: start)
        }
        written.positional.append(value)
      }
    }
    advance()
    return written
  }

  /// A name that is given a value; the literals of the language are refused.
  mutating func newName(_ expected: String) throws(TemplateFault) -> String {
    let name = try take(.name, expected)
    guard !["true", "false", "null", "none"].contains(name.value) else {
      throw TemplateFault(.reservedName(name.value), at: name.offset)
    }
    return name.value
  }
}

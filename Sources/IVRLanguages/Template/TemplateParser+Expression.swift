extension TemplateParser {
  /// The sign and the two words before an operand bind tighter than every operator.
  private static let unaryPrecedence = 500

  private static func precedence(of sign: String) -> Int? {
    switch sign {
    case "or": 10
    case "and": 15
    case "is", "is not", "contains": 20
    case "==", "equals", "!=", ">", "<", ">=", "<=": 30
    case "+", "-": 40
    case "*", "/", "%": 60
    case "|": 100
    case "~": 110
    case "..": 120
    default: nil
    }
  }

  /// An expression whose operators bind at least that tight; 0 takes a ternary, too.
  mutating func expression(
    _ minimum: Int = 0
  ) throws(TemplateFault) -> any ExpressionNode {
    try nested(TemplateLimits.expressionHeight) {
      parser throws(TemplateFault) in
      var node = try parser.operand()
      while parser.current.kind == .operator_,
        let precedence = Self.precedence(of: parser.current.value), precedence >= minimum
      {
        node = try parser.measured(try parser.binary(node, precedence))
      }
      return try parser.measured(minimum == 0 ? try parser.ternary(node) : node)
    }
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

  private mutating func ternary(
    _ condition: any ExpressionNode
  ) throws(TemplateFault) -> any ExpressionNode {
    guard current.isPunctuation("?") else { return condition }
    let offset = current.offset
    advance()
    let then = try expression()
    try takePunctuation(":")
    return TernaryNode(condition, then: then, otherwise: try expression(), at: offset)
  }

  // MARK: Operators

  private mutating func binary(
    _ left: any ExpressionNode, _ precedence: Int
  ) throws(TemplateFault) -> any ExpressionNode {
    let sign = current.value
    let offset = current.offset
    advance()
    switch sign {
    case "|": return try filter(left)
    case "is", "is not": return try test(left, isNegated: sign == "is not")
    default:
      let right = try expression(precedence + 1)
      return operation(sign, left, right, at: offset)
    }
  }

  private func operation(
    _ sign: String, _ left: any ExpressionNode, _ right: any ExpressionNode, at offset: Int
  ) -> any ExpressionNode {
    switch sign {
    case "and", "or": LogicalNode(left, right, isAnd: sign == "and", at: offset)
    case "contains": ContainsNode(left, right, at: offset)
    case "~": concatenation(left, right, at: offset)
    case "..":
      FunctionNode("range", arguments: WrittenArguments(positional: [left, right]), at: offset)
    default:
      if let comparison = Comparison(rawValue: sign == "equals" ? "==" : sign) {
        ComparisonNode(comparison, left, right, at: offset)
      } else {
        ArithmeticNode(Arithmetic(rawValue: sign) ?? .add, left, right, at: offset)
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
    let token = current
    switch token.kind {
    case .operator_ where ["not", "+", "-"].contains(token.value):
      advance()
      return unary(token, try expression(Self.unaryPrecedence))
    case .punctuation where token.value == "(":
      advance()
      let inner = try expression()
      try takePunctuation(")")
      return try postfix(inner, callable: nil)
    case .punctuation where token.value == "[": return try list()
    case .punctuation where token.value == "{": return try map()
    default: return try simple(token)
    }
  }

  private func unary(
    _ token: TemplateToken, _ operand: any ExpressionNode
  ) -> any ExpressionNode {
    if token.value == "not" { return NotNode(operand, at: token.offset) }
    let factor = LiteralNode(.smallInteger(token.value == "-" ? -1 : 1))
    let isPlainNumber = (operand as? LiteralNode)?.literal.isNumber ?? false
    if isPlainNumber, token.value == "-", let literal = operand as? LiteralNode {
      if case .integer(let whole) = literal.literal { return LiteralNode(.integer(0 &- whole)) }
      if case .double(let number) = literal.literal { return LiteralNode(.double(-1 * number)) }
    }
    return ArithmeticNode(.multiply, factor, operand, at: token.offset)
  }

  private mutating func simple(_ token: TemplateToken) throws(TemplateFault) -> any ExpressionNode {
    switch token.kind {
    case .name:
      advance()
      if let literal = Self.constant(token.value) {
        return try postfix(LiteralNode(literal), callable: nil)
      }
      if current.isPunctuation("(") { return try postfix(nil, callable: token) }
      return try postfix(NameNode(token.value, at: token.offset), callable: nil)
    case .number, .long:
      advance()
      return try postfix(LiteralNode(try Self.number(token)), callable: nil)
    case .string, .interpolationStart: return try postfix(try string(), callable: nil)
    default: throw unexpected("a value")
    }
  }

  private static func constant(_ name: String) -> TemplateValue? {
    switch name {
    case "true", "TRUE": .bool(true)
    case "false", "FALSE": .bool(false)
    case "null", "NULL", "none", "NONE": .null
    default: nil
    }
  }

  private static func number(_ token: TemplateToken) throws(TemplateFault) -> TemplateValue {
    if token.value.utf8.contains(UInt8(ascii: ".")) {
      return .double(Double(token.value) ?? .infinity)
    }
    guard let whole = Int64(token.value) else {
      throw TemplateFault(.numberTooLarge(token.value), at: token.offset)
    }
    return .integer(whole)
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
    if !current.isPunctuation("]") {
      members.append(try expression())
      while !current.isPunctuation("]") {
        try takePunctuation(",")
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
    while !current.isPunctuation("}") || !pairs.isEmpty {
      let key = try expression()
      try takePunctuation(":")
      pairs.append((key, try expression()))
      if current.isPunctuation("}") { break }
      try takePunctuation(",")
    }
    advance()
    return MapNode(pairs, at: offset)
  }

  // MARK: Attributes and arguments

  /// Attributes, indexes and calls behind an operand; `callable` is a name that is called.
  private mutating func postfix(
    _ operand: (any ExpressionNode)?, callable: TemplateToken?
  ) throws(TemplateFault) -> any ExpressionNode {
    var node: any ExpressionNode
    if let callable {
      node = try call(callable)
    } else if let operand {
      node = operand
    } else {
      throw unexpected("a value")
    }
    while current.kind == .punctuation {
      switch current.value {
      case ".": node = try attribute(of: node)
      case "[": node = try index(of: node)
      case "(": throw TemplateFault(.notCallable, at: current.offset)
      default: return node
      }
      node = try measured(node)
    }
    return node
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
    if current.isPunctuation("(") {
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
    try takePunctuation("]")
    return AttributeNode(of: target, key: key, arguments: nil, at: offset)
  }

  private mutating func optionalArguments() throws(TemplateFault) -> WrittenArguments {
    current.isPunctuation("(") ? try arguments() : WrittenArguments()
  }

  private mutating func arguments() throws(TemplateFault) -> WrittenArguments {
    var written = WrittenArguments(offset: current.offset)
    try takePunctuation("(")
    while !current.isPunctuation(")") {
      if !written.positional.isEmpty || !written.named.isEmpty { try takePunctuation(",") }
      let start = current.offset
      if next.isPunctuation("=") {
        let name = try newName("the name of an argument")
        try takePunctuation("=")
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

extension GraphQLParser {
  mutating func arguments(isConstant: Bool) throws(GraphQLError) -> [GraphQLArgumentSyntax] {
    try optionalMany(.leftParenthesis, .rightParenthesis) { parser throws(GraphQLError) in
      let name = try parser.name()
      try parser.expect(.colon)
      return GraphQLArgumentSyntax(name: name, value: try parser.value(isConstant: isConstant))
    }
  }

  mutating func directives(isConstant: Bool) throws(GraphQLError) -> [GraphQLDirectiveSyntax] {
    var directives: [GraphQLDirectiveSyntax] = []
    while token.kind == .at {
      let start = try advance().start
      directives.append(
        GraphQLDirectiveSyntax(
          name: try name(), arguments: try arguments(isConstant: isConstant), offset: start))
    }
    return directives
  }

  /// A value; variables are refused where it has to be constant.
  mutating func value(isConstant: Bool) throws(GraphQLError) -> GraphQLLiteral {
    let start = token.start
    let kind: GraphQLLiteral.Kind
    switch token.kind {
    case .leftBracket: kind = .list(try listItems(isConstant: isConstant))
    case .leftBrace: kind = .object(try objectFields(isConstant: isConstant))
    case .dollar where !isConstant: kind = try variableUse()
    case .int: kind = .int(try advance().text)
    case .float: kind = .float(try advance().text)
    case .string: kind = .string(try advance().text, isBlock: false)
    case .blockString: kind = .string(try advance().text, isBlock: true)
    case .name: kind = Self.word(try advance().text)
    default: throw unexpected(expected: isConstant ? "a constant value" : "a value")
    }
    return GraphQLLiteral(kind: kind, offset: start)
  }

  /// A type such as `[Long!]!`.
  mutating func type() throws(GraphQLError) -> GraphQLTypeSyntax {
    let start = token.start
    var type: GraphQLType
    var nameOffset = start
    if token.kind == .leftBracket {
      try enter()
      try advance()
      let item = try self.type()
      try expect(.rightBracket)
      leave()
      type = .list(item.type)
      nameOffset = item.nameOffset
    } else {
      type = .named(try name().text)
    }
    if try skip(.bang) { type = .nonNull(type) }
    return GraphQLTypeSyntax(type: type, offset: start, nameOffset: nameOffset)
  }

  private static func word(_ text: String) -> GraphQLLiteral.Kind {
    switch text {
    case "true": .boolean(true)
    case "false": .boolean(false)
    case "null": .null
    default: .enumeration(text)
    }
  }

  private mutating func variableUse() throws(GraphQLError) -> GraphQLLiteral.Kind {
    try expect(.dollar)
    return .variable(try name().text)
  }

  private mutating func listItems(isConstant: Bool) throws(GraphQLError) -> [GraphQLLiteral] {
    try enter()
    try advance()
    var items: [GraphQLLiteral] = []
    while try !skip(.rightBracket) { items.append(try value(isConstant: isConstant)) }
    leave()
    return items
  }

  private mutating func objectFields(
    isConstant: Bool
  ) throws(GraphQLError) -> [GraphQLLiteralField] {
    try enter()
    try advance()
    var fields: [GraphQLLiteralField] = []
    while try !skip(.rightBrace) {
      let name = try name()
      try expect(.colon)
      let value = try value(isConstant: isConstant)
      fields.append(GraphQLLiteralField(name: name.text, value: value, offset: name.offset))
    }
    leave()
    return fields
  }
}

extension GraphQLParser {
  mutating func typeSystemDefinition(
    _ description: GraphQLLiteral?, first: GraphQLToken
  ) throws(GraphQLError) -> GraphQLDefinitionSyntax {
    let start = first.start
    let isExtension = description == nil ? try skipKeyword("extend") : false
    guard token.kind == .name else { throw unexpected() }
    switch token.text {
    case "schema":
      return .schema(try schema(description, isExtension: isExtension, start: start))
    case "directive" where !isExtension:
      return .directive(try directiveDefinition(description, start: start))
    default:
      guard let kind = GraphQLTypeKind(keyword: token.text) else {
        throw unexpected(description == nil ? token : first)
      }
      return .type(try typeDefinition(kind, description, isExtension, start: start))
    }
  }

  private mutating func schema(
    _ description: GraphQLLiteral?, isExtension: Bool, start: Int
  ) throws(GraphQLError) -> GraphQLSchemaSyntax {
    try advance()
    let directives = try directives(isConstant: true)
    let isBare = isExtension && !directives.isEmpty && token.kind != .leftBrace
    let roots =
      isBare
      ? []
      : try many(.leftBrace, .rightBrace) {
        parser throws(GraphQLError) in try parser.root()
      }
    return GraphQLSchemaSyntax(
      description: description, isExtension: isExtension, directives: directives, roots: roots,
      offset: start)
  }

  private mutating func root() throws(GraphQLError) -> (
    kind: GraphQLOperationKind, type: GraphQLName
  ) {
    guard token.kind == .name, let kind = GraphQLOperationKind(rawValue: token.text) else {
      throw unexpected(expected: "query, mutation or subscription")
    }
    try advance()
    try expect(.colon)
    return (kind, try name())
  }

  private mutating func directiveDefinition(
    _ description: GraphQLLiteral?, start: Int
  ) throws(GraphQLError) -> GraphQLDirectiveDefinitionSyntax {
    try advance()
    try expect(.at)
    let name = try name()
    let arguments = try inputDefinitions(.leftParenthesis, .rightParenthesis)
    let isRepeatable = try skipKeyword("repeatable")
    try expectKeyword("on")
    return GraphQLDirectiveDefinitionSyntax(
      description: description, name: name, arguments: arguments, isRepeatable: isRepeatable,
      locations: try separated(by: .pipe), offset: start)
  }

  private mutating func typeDefinition(
    _ kind: GraphQLTypeKind, _ description: GraphQLLiteral?, _ isExtension: Bool, start: Int
  ) throws(GraphQLError) -> GraphQLTypeDefinitionSyntax {
    try advance()
    let name = try name()
    let isComposite = kind == .object || kind == .interface
    let interfaces = isComposite ? try interfaces() : []
    let directives = try directives(isConstant: true)
    return GraphQLTypeDefinitionSyntax(
      kind: kind, description: description, isExtension: isExtension, name: name,
      interfaces: interfaces, directives: directives,
      fields: isComposite ? try fieldDefinitions() : [],
      inputFields: kind == .inputObject ? try inputDefinitions(.leftBrace, .rightBrace) : [],
      members: kind == .union ? try members() : [],
      values: kind == .enumeration ? try enumValues() : [], offset: start)
  }

  private mutating func interfaces() throws(GraphQLError) -> [GraphQLName] {
    try skipKeyword("implements") ? try separated(by: .ampersand) : []
  }

  private mutating func members() throws(GraphQLError) -> [GraphQLName] {
    try skip(.equals) ? try separated(by: .pipe) : []
  }

  /// Names with a separator between them and perhaps before the first.
  private mutating func separated(
    by separator: GraphQLToken.Kind
  ) throws(GraphQLError) -> [GraphQLName] {
    _ = try skip(separator)
    var names = [try name()]
    while try skip(separator) { names.append(try name()) }
    return names
  }

  private mutating func fieldDefinitions() throws(GraphQLError) -> [GraphQLFieldDefinitionSyntax] {
    try optionalMany(.leftBrace, .rightBrace) { parser throws(GraphQLError) in
      let description = try parser.description()
      let name = try parser.name()
      let arguments = try parser.inputDefinitions(.leftParenthesis, .rightParenthesis)
      try parser.expect(.colon)
      return GraphQLFieldDefinitionSyntax(
        description: description, name: name, arguments: arguments, type: try parser.type(),
        directives: try parser.directives(isConstant: true))
    }
  }

  private mutating func inputDefinitions(
    _ open: GraphQLToken.Kind, _ close: GraphQLToken.Kind
  ) throws(GraphQLError) -> [GraphQLInputDefinitionSyntax] {
    try optionalMany(open, close) { parser throws(GraphQLError) in
      let description = try parser.description()
      let name = try parser.name()
      try parser.expect(.colon)
      return GraphQLInputDefinitionSyntax(
        description: description, name: name, type: try parser.type(),
        defaultValue: try parser.skip(.equals) ? try parser.value(isConstant: true) : nil,
        directives: try parser.directives(isConstant: true))
    }
  }

  private mutating func enumValues() throws(GraphQLError) -> [GraphQLEnumValueSyntax] {
    try optionalMany(.leftBrace, .rightBrace) { parser throws(GraphQLError) in
      let description = try parser.description()
      guard !["true", "false", "null"].contains(where: { parser.isKeyword($0) }) else {
        throw parser.unexpected(expected: "the name of an enum value")
      }
      return GraphQLEnumValueSyntax(
        description: description, name: try parser.name(),
        directives: try parser.directives(isConstant: true))
    }
  }
}

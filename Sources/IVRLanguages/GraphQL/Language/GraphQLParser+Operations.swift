extension GraphQLParser {
  mutating func operation(
    _ description: GraphQLLiteral?, start: Int
  ) throws(GraphQLError) -> GraphQLOperationSyntax {
    guard token.kind == .name, let kind = GraphQLOperationKind(rawValue: token.text) else {
      return GraphQLOperationSyntax(
        description: nil, kind: .query, name: nil, variables: [], directives: [],
        selectionSet: try selectionSet(), offset: start)
    }
    try advance()
    let name = token.kind == .name ? try name() : nil
    let variables = try optionalMany(.leftParenthesis, .rightParenthesis) {
      parser throws(GraphQLError) in try parser.variable()
    }
    return GraphQLOperationSyntax(
      description: description, kind: kind, name: name, variables: variables,
      directives: try directives(isConstant: false), selectionSet: try selectionSet(),
      offset: start)
  }

  mutating func fragment(
    _ description: GraphQLLiteral?, start: Int
  ) throws(GraphQLError) -> GraphQLFragmentSyntax {
    try expectKeyword("fragment")
    guard !isKeyword("on") else { throw unexpected(expected: "the name of the fragment") }
    let name = try name()
    try expectKeyword("on")
    return GraphQLFragmentSyntax(
      description: description, name: name, condition: try self.name(),
      directives: try directives(isConstant: false), selectionSet: try selectionSet(), offset: start
    )
  }

  private mutating func variable() throws(GraphQLError) -> GraphQLVariableSyntax {
    let start = token.start
    let description = try description()
    try expect(.dollar)
    let name = try name()
    try expect(.colon)
    let type = try type()
    let defaultValue = try skip(.equals) ? try value(isConstant: true) : nil
    return GraphQLVariableSyntax(
      description: description, name: name, type: type, defaultValue: defaultValue,
      directives: try directives(isConstant: true), offset: start)
  }

  private mutating func selectionSet() throws(GraphQLError) -> GraphQLSelectionSet {
    let start = token.start
    try enter()
    let selections = try many(.leftBrace, .rightBrace) {
      parser throws(GraphQLError) in try parser.selection()
    }
    leave()
    return GraphQLSelectionSet(selections: selections, offset: start)
  }

  private mutating func selection() throws(GraphQLError) -> GraphQLSelection {
    token.kind == .spread ? try spread() : .field(try field())
  }

  private mutating func field() throws(GraphQLError) -> GraphQLFieldSyntax {
    let first = try name()
    let second = try skip(.colon) ? try name() : nil
    return GraphQLFieldSyntax(
      alias: second == nil ? nil : first, name: second ?? first,
      arguments: try arguments(isConstant: false),
      directives: try directives(isConstant: false),
      selectionSet: token.kind == .leftBrace ? try selectionSet() : nil, offset: first.offset)
  }

  private mutating func spread() throws(GraphQLError) -> GraphQLSelection {
    let start = token.start
    try expect(.spread)
    let hasCondition = try skipKeyword("on")
    if !hasCondition, token.kind == .name {
      return .spread(
        GraphQLSpreadSyntax(
          name: try name(), directives: try directives(isConstant: false), offset: start))
    }
    return .inline(
      GraphQLInlineSyntax(
        condition: hasCondition ? try name() : nil,
        directives: try directives(isConstant: false),
        selectionSet: try selectionSet(), offset: start))
  }
}

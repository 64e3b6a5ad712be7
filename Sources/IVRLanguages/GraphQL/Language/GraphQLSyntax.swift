/// A name with its place.
struct GraphQLName: Sendable {
  let text: String
  let offset: Int
}

/// A type with the places of its first byte and of its innermost name.
struct GraphQLTypeSyntax: Sendable {
  let type: GraphQLType
  let offset: Int
  let nameOffset: Int

  /// The innermost name.
  var innermost: GraphQLName { GraphQLName(text: type.name, offset: nameOffset) }
}

/// `name: value` between round brackets.
struct GraphQLArgumentSyntax: Sendable {
  let name: GraphQLName
  let value: GraphQLLiteral
}

/// `@name(…)`.
struct GraphQLDirectiveSyntax: Sendable {
  let name: GraphQLName
  let arguments: [GraphQLArgumentSyntax]
  let offset: Int
}

/// `$name: Type = default @directives`, perhaps with a description before it.
struct GraphQLVariableSyntax: Sendable {
  let description: GraphQLLiteral?
  let name: GraphQLName
  let type: GraphQLTypeSyntax
  let defaultValue: GraphQLLiteral?
  let directives: [GraphQLDirectiveSyntax]
  let offset: Int
}

/// `{ … }`; its offset serves as its identity.
struct GraphQLSelectionSet: Sendable {
  let selections: [GraphQLSelection]
  let offset: Int
}

/// One entry of a selection set.
enum GraphQLSelection: Sendable {
  case field(GraphQLFieldSyntax)
  case spread(GraphQLSpreadSyntax)
  case inline(GraphQLInlineSyntax)
}

/// `alias: name(arguments) @directives { … }`; a class, since rules and plans pass it around.
final class GraphQLFieldSyntax: Sendable {
  let alias: GraphQLName?
  let name: GraphQLName
  let arguments: [GraphQLArgumentSyntax]
  let directives: [GraphQLDirectiveSyntax]
  let selectionSet: GraphQLSelectionSet?
  let offset: Int

  /// The key in the response.
  var responseName: String { alias?.text ?? name.text }

  init(
    alias: GraphQLName?, name: GraphQLName, arguments: [GraphQLArgumentSyntax],
    directives: [GraphQLDirectiveSyntax], selectionSet: GraphQLSelectionSet?, offset: Int
  ) {
    self.alias = alias
    self.name = name
    self.arguments = arguments
    self.directives = directives
    self.selectionSet = selectionSet
    self.offset = offset
  }
}

/// `...Name @directives`.
struct GraphQLSpreadSyntax: Sendable {
  let name: GraphQLName
  let directives: [GraphQLDirectiveSyntax]
  let offset: Int
}

/// `... on Type @directives { … }`.
struct GraphQLInlineSyntax: Sendable {
  let condition: GraphQLName?
  let directives: [GraphQLDirectiveSyntax]
  let selectionSet: GraphQLSelectionSet
  let offset: Int
}

/// What an operation does.
enum GraphQLOperationKind: String, Sendable, CaseIterable {
  case query, mutation, subscription
}

/// `query Name($variables) @directives { … }`, perhaps with a description before it.
struct GraphQLOperationSyntax: Sendable {
  let description: GraphQLLiteral?
  let kind: GraphQLOperationKind
  let name: GraphQLName?
  let variables: [GraphQLVariableSyntax]
  let directives: [GraphQLDirectiveSyntax]
  let selectionSet: GraphQLSelectionSet
  let offset: Int
}

/// `fragment Name on Type @directives { … }`, perhaps with a description before it.
struct GraphQLFragmentSyntax: Sendable {
  let description: GraphQLLiteral?
  let name: GraphQLName
  let condition: GraphQLName
  let directives: [GraphQLDirectiveSyntax]
  let selectionSet: GraphQLSelectionSet
  let offset: Int
}

/// A top-level entry of a document.
enum GraphQLDefinitionSyntax: Sendable {
  case operation(GraphQLOperationSyntax)
  case fragment(GraphQLFragmentSyntax)
  case schema(GraphQLSchemaSyntax)
  case type(GraphQLTypeDefinitionSyntax)
  case directive(GraphQLDirectiveDefinitionSyntax)

  var offset: Int {
    switch self {
    case .operation(let syntax): syntax.offset
    case .fragment(let syntax): syntax.offset
    case .schema(let syntax): syntax.offset
    case .type(let syntax): syntax.offset
    case .directive(let syntax): syntax.offset
    }
  }
}

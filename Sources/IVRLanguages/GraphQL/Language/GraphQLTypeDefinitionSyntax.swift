/// `schema @directives { query: Type }`, or its extension.
struct GraphQLSchemaSyntax: Sendable {
  let description: GraphQLLiteral?
  let isExtension: Bool
  let directives: [GraphQLDirectiveSyntax]
  let roots: [(kind: GraphQLOperationKind, type: GraphQLName)]
  let offset: Int
}

/// `type Name …`, `input Name …` and their kin, or their extension.
struct GraphQLTypeDefinitionSyntax: Sendable {
  let kind: GraphQLTypeKind
  let description: GraphQLLiteral?
  let isExtension: Bool
  let name: GraphQLName
  let interfaces: [GraphQLName]
  let directives: [GraphQLDirectiveSyntax]
  let fields: [GraphQLFieldDefinitionSyntax]
  let inputFields: [GraphQLInputDefinitionSyntax]
  let members: [GraphQLName]
  let values: [GraphQLEnumValueSyntax]
  let offset: Int
}

/// `name(arguments): Type @directives` of an object or interface.
struct GraphQLFieldDefinitionSyntax: Sendable {
  let description: GraphQLLiteral?
  let name: GraphQLName
  let arguments: [GraphQLInputDefinitionSyntax]
  let type: GraphQLTypeSyntax
  let directives: [GraphQLDirectiveSyntax]
}

/// `name: Type = default @directives` of an input object or an argument list.
struct GraphQLInputDefinitionSyntax: Sendable {
  let description: GraphQLLiteral?
  let name: GraphQLName
  let type: GraphQLTypeSyntax
  let defaultValue: GraphQLLiteral?
  let directives: [GraphQLDirectiveSyntax]
}

/// `NAME @directives` of an enum.
struct GraphQLEnumValueSyntax: Sendable {
  let description: GraphQLLiteral?
  let name: GraphQLName
  let directives: [GraphQLDirectiveSyntax]
}

/// `directive @name(arguments) repeatable on LOCATION | …`.
struct GraphQLDirectiveDefinitionSyntax: Sendable {
  let description: GraphQLLiteral?
  let name: GraphQLName
  let arguments: [GraphQLInputDefinitionSyntax]
  let isRepeatable: Bool
  let locations: [GraphQLName]
  let offset: Int
}

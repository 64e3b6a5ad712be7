/// What a schema is made of, in the order of the text.
struct GraphQLSchemaParts {
  var description: String?
  var types: [GraphQLTypeDefinition] = []
  var directives: [GraphQLDirectiveDefinition] = []
  var roots: [GraphQLOperationKind: String] = [:]
  /// How many of the types come from the user's text; the built-in ones follow.
  var ownTypes = 0
}

/// Puts the definitions of one text together with the built-in ones.
struct GraphQLSchemaBuilder {
  /// The definitions of the user's text, with their extensions merged, in order.
  private(set) var definitions: [GraphQLTypeDefinitionSyntax] = []
  private var places: [String: Int] = [:]
  private var directives: [GraphQLDirectiveDefinitionSyntax] = []
  private var schemas: [GraphQLSchemaSyntax] = []
  private let prelude: [GraphQLDefinitionSyntax]

  init() throws(GraphQLError) {
    var parser = try GraphQLParser(SourceText(GraphQLIntrospection.prelude), limits: .standard)
    prelude = try parser.document()
  }

  /// Reads a text.
  mutating func add(_ source: SourceText, limits: GraphQLLimits) throws(GraphQLError) {
    var parser = try GraphQLParser(source, limits: limits)
    var extensions: [GraphQLTypeDefinitionSyntax] = []
    for definition in try parser.document() {
      switch definition {
      case .type(let type) where type.isExtension: extensions.append(type)
      case .type(let type): try add(type, source)
      case .directive(let directive): try add(directive, source)
      case .schema(let schema): try add(schema, source)
      case .operation, .fragment: throw fault(.executableDefinition, source, definition.offset)
      }
    }
    for type in extensions { try extend(type, source) }
  }

  private mutating func add(
    _ type: GraphQLTypeDefinitionSyntax, _ source: SourceText
  ) throws(GraphQLError) {
    let name = type.name.text
    guard places[name] == nil, !name.hasPrefix("__") else {
      throw fault(.duplicateType(name), source, type.name.offset)
    }
    places[name] = definitions.count
    definitions.append(type)
  }

  private mutating func add(
    _ directive: GraphQLDirectiveDefinitionSyntax, _ source: SourceText
  ) throws(GraphQLError) {
    guard !directives.contains(where: { $0.name.text == directive.name.text }) else {
      throw fault(.duplicateType("@" + directive.name.text), source, directive.name.offset)
    }
    directives.append(directive)
  }

  private mutating func add(
    _ schema: GraphQLSchemaSyntax, _ source: SourceText
  ) throws(GraphQLError) {
    let isSecond = !schema.isExtension && schemas.contains { !$0.isExtension }
    guard !isSecond else { throw fault(.duplicateRoot("schema"), source, schema.offset) }
    for (index, root) in schema.roots.enumerated() {
      let known = schemas.flatMap(\.roots) + schema.roots[..<index]
      guard !known.contains(where: { $0.kind == root.kind }) else {
        throw fault(.duplicateRoot(root.kind.rawValue), source, root.type.offset)
      }
    }
    schemas.append(schema)
  }

  private mutating func extend(
    _ type: GraphQLTypeDefinitionSyntax, _ source: SourceText
  ) throws(GraphQLError) {
    guard let place = places[type.name.text], definitions[place].kind == type.kind else {
      throw fault(.unknownExtension(type.name.text), source, type.name.offset)
    }
    definitions[place] = definitions[place].merged(with: type)
  }

  private func fault(
    _ fault: GraphQLSchemaFault, _ source: SourceText, _ offset: Int
  ) -> GraphQLError {
    GraphQLError(.schema(fault), in: source, at: [offset])
  }
}

extension GraphQLSchemaBuilder {
  /// The parts of the schema; built-in types and directives that the text defines are its own.
  func finish() throws(GraphQLError) -> GraphQLSchemaParts {
    var parts = GraphQLSchemaParts()
    parts.types = definitions.map { $0.definition }
    parts.ownTypes = parts.types.count
    parts.directives = directives.map { $0.definition }
    for definition in prelude {
      switch definition {
      case .type(let type) where places[type.name.text] == nil:
        parts.types.append(type.definition)
      case .directive(let directive)
      where !directives.contains { $0.name.text == directive.name.text }:
        parts.directives.append(directive.definition)
      default: break
      }
    }
    parts.description = schemas.first { $0.description != nil }?.description?.json().string
    parts.roots = roots()
    return parts
  }

  private func roots() -> [GraphQLOperationKind: String] {
    var roots: [GraphQLOperationKind: String] = [:]
    if !schemas.contains(where: { !$0.isExtension }) {
      for (kind, name) in [
        (GraphQLOperationKind.query, "Query"), (.mutation, "Mutation"),
        (.subscription, "Subscription"),
      ] where places[name] != nil {
        roots[kind] = name
      }
    }
    for root in schemas.flatMap(\.roots) { roots[root.kind] = root.type.text }
    return roots
  }
}

/// The types, fields and directives that queries are checked against and executed with.
///
/// Source: GraphQL specification, October 2021, section 3.
public struct GraphQLSchema: Sendable {
  let description: String?
  let types: [String: GraphQLTypeDefinition]
  /// The names of all types in the order that introspection lists them.
  let typeNames: [String]
  let directives: GraphQLNamedList<GraphQLDirectiveDefinition>
  let roots: [GraphQLOperationKind: String]
  let scalars: GraphQLScalarRules
  private let possible: [String: [String]]
  /// Whether queries may ask for `__schema` and `__type`.
  public var hasIntrospection = true

  /// The schema written in `sdl`; extensions are merged into what they extend.
  ///
  /// - Throws: `.syntax`, `.limit` or `.schema` at the first fault.
  public init(
    sdl: String, scalars: GraphQLScalarRules = GraphQLScalarRules(),
    limits: GraphQLLimits = .standard
  ) throws(GraphQLError) {
    let source = SourceText(sdl)
    var builder = try GraphQLSchemaBuilder()
    try builder.add(source, limits: limits)
    self.init(try builder.finish(), scalars: scalars)
    try GraphQLSchemaCheck(schema: self, source: source, definitions: builder.definitions).run()
  }

  private init(_ parts: GraphQLSchemaParts, scalars: GraphQLScalarRules) {
    self.scalars = scalars
    description = parts.description
    roots = parts.roots
    directives = GraphQLNamedList(parts.directives)
    types = Dictionary(uniqueKeysWithValues: parts.types.map { ($0.name, $0) })
    possible = Self.possibleTypes(of: parts.types)
    typeNames = GraphQLTypeOrder(parts).names
  }

  private static func possibleTypes(of types: [GraphQLTypeDefinition]) -> [String: [String]] {
    var possible: [String: [String]] = [:]
    for type in types {
      switch type.kind {
      case .union: possible[type.name] = type.members
      case .object:
        for interface in type.interfaces { possible[interface, default: []].append(type.name) }
      default: break
      }
    }
    return possible
  }
}

extension GraphQLSchema {
  /// The type of this name.
  func type(_ name: String) -> GraphQLTypeDefinition? { types[name] }

  /// The type at the core of `type`.
  func definition(of type: GraphQLType) -> GraphQLTypeDefinition? { types[type.name] }

  /// The type whose fields an operation selects.
  func root(_ kind: GraphQLOperationKind) -> GraphQLTypeDefinition? {
    roots[kind].flatMap { types[$0] }
  }

  /// The object types that a value of this type can have.
  func possibleTypes(of type: GraphQLTypeDefinition) -> [String] {
    type.kind.isAbstract ? possible[type.name] ?? [] : [type.name]
  }

  /// Whether a value of the type `name` is also a value of `type`.
  func isPossible(_ name: String, in type: GraphQLTypeDefinition) -> Bool {
    if type.name == name { return true }
    return type.kind.isAbstract && (possible[type.name] ?? []).contains(name)
  }

  /// Whether some object type is both.
  func overlap(_ left: GraphQLTypeDefinition, _ right: GraphQLTypeDefinition) -> Bool {
    if left.name == right.name { return true }
    let others = possibleTypes(of: right)
    return possibleTypes(of: left).contains { others.contains($0) }
  }

  /// Whether every value of `type` fits where `other` is expected.
  func isSubtype(_ type: GraphQLType, of other: GraphQLType) -> Bool {
    switch (type, other) {
    case (.nonNull(let inner), .nonNull(let outer)): isSubtype(inner, of: outer)
    case (_, .nonNull): false
    case (.nonNull(let inner), _): isSubtype(inner, of: other)
    case (.list(let inner), .list(let outer)): isSubtype(inner, of: outer)
    case (.named(let name), .named(let outer)): isSubtype(name, of: outer)
    default: false
    }
  }

  private func isSubtype(_ name: String, of other: String) -> Bool {
    if name == other { return true }
    guard let type = types[name], let outer = types[other], outer.kind.isAbstract else {
      return false
    }
    return isPossible(name, in: outer) || type.interfaces.contains(other)
  }

  /// The field of a type, with the fields that every type or the query root has.
  func field(_ name: String, of type: GraphQLTypeDefinition) -> GraphQLFieldDefinition? {
    if let field = type.fields[name] { return field }
    switch name {
    case "__typename" where type.kind.isComposite: return GraphQLIntrospection.typeName
    case "__schema" where hasIntrospection && type.name == roots[.query]:
      return GraphQLIntrospection.schema
    case "__type" where hasIntrospection && type.name == roots[.query]:
      return GraphQLIntrospection.type
    default: return nil
    }
  }
}

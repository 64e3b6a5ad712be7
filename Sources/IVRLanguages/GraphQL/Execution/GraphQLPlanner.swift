/// Collects the fields of selection sets: fragments expanded, directives applied, keys merged.
///
/// Source: GraphQL specification, October 2021, sections 6.3.2 and 6.4.1.
final class GraphQLPlanner {
  let schema: GraphQLSchema
  let source: SourceText
  /// Who tells which fields are plain members; set before the first plan.
  var resolver: (any GraphQLResolver)?
  private let coercion: GraphQLInputCoercion
  private let fragments: [String: GraphQLFragmentSyntax]

  init(schema: GraphQLSchema, document: GraphQLDocument, variables: JSONObject) {
    self.schema = schema
    source = document.source
    coercion = GraphQLInputCoercion(schema: schema, variables: variables)
    fragments = Dictionary(
      document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { $1 })
  }

  /// The fields that selection sets ask of an object of this type.
  func plan(
    _ sets: [GraphQLSelectionSet], on type: GraphQLTypeDefinition
  ) throws(GraphQLError) -> GraphQLSelectionPlan {
    var collected = Collected()
    for set in sets { try collect(set, on: type, into: &collected) }
    var plan = GraphQLSelectionPlan()
    for key in collected.keys {
      guard let nodes = collected.nodes[key], let first = nodes.first,
        let definition = schema.field(first.name.text, of: type)
      else { continue }
      plan.fields.append(
        GraphQLPlannedField(
          nodes, responseName: key, definition: definition, on: type, planner: self))
    }
    return plan
  }

  private struct Collected {
    var keys: [String] = []
    var nodes: [String: [GraphQLFieldSyntax]] = [:]
    var visited: Set<String> = []
  }

  private func collect(
    _ set: GraphQLSelectionSet, on type: GraphQLTypeDefinition, into result: inout Collected
  ) throws(GraphQLError) {
    for selection in set.selections {
      switch selection {
      case .field(let field):
        guard try isIncluded(field.directives) else { continue }
        let key = field.responseName
        if result.nodes[key] == nil { result.keys.append(key) }
        result.nodes[key, default: []].append(field)
      case .inline(let inline):
        guard try isIncluded(inline.directives), applies(inline.condition, to: type) else {
          continue
        }
        try collect(inline.selectionSet, on: type, into: &result)
      case .spread(let spread):
        guard try isIncluded(spread.directives), let fragment = fragments[spread.name.text],
          result.visited.insert(spread.name.text).inserted, applies(fragment.condition, to: type)
        else { continue }
        try collect(fragment.selectionSet, on: type, into: &result)
      }
    }
  }

  private func applies(_ condition: GraphQLName?, to type: GraphQLTypeDefinition) -> Bool {
    guard let condition else { return true }
    return schema.type(condition.text).map { schema.isPossible(type.name, in: $0) } ?? false
  }

  private func isIncluded(_ directives: [GraphQLDirectiveSyntax]) throws(GraphQLError) -> Bool {
    if directives.isEmpty { return true }
    if try flag("skip", directives) == true { return false }
    return try flag("include", directives) != false
  }

  /// The argument `if` of a directive, where the directive is there.
  private func flag(
    _ name: String, _ directives: [GraphQLDirectiveSyntax]
  ) throws(GraphQLError) -> Bool? {
    guard let directive = directives.first(where: { $0.name.text == name }),
      let definition = schema.directives[name]
    else { return nil }
    return try arguments(directive.arguments, definition.arguments)["if"]?.bool
  }
}

extension GraphQLPlanner {
  /// The arguments of a field or directive with their types' values, in the schema's order.
  func arguments(
    _ given: [GraphQLArgumentSyntax], _ definitions: GraphQLNamedList<GraphQLInputDefinition>
  ) throws(GraphQLError) -> JSONObject {
    var result = JSONObject()
    for definition in definitions.elements {
      let argument = given.first { $0.name.text == definition.name }
      if let value = try value(of: definition, argument) { result[definition.name] = value }
    }
    return result
  }

  private func value(
    of definition: GraphQLInputDefinition, _ argument: GraphQLArgumentSyntax?
  ) throws(GraphQLError) -> JSONValue? {
    let name = argument?.value.variableName
    let isMissing = name.map { coercion.variables[$0] == nil } ?? (argument == nil)
    if isMissing || argument == nil {
      if let value = coercion.defaultValue(of: definition) { return value }
      guard !definition.type.isNonNull else { throw null(definition, argument) }
      return nil
    }
    guard let argument else { return nil }
    if let value = coercion.value(of: argument.value, as: definition.type) { return value }
    throw null(definition, argument)
  }

  private func null(
    _ definition: GraphQLInputDefinition, _ argument: GraphQLArgumentSyntax?
  ) -> GraphQLError {
    let fault = GraphQLExecutionFault.argument(
      definition.name, .null(type: "\(definition.type)"))
    return GraphQLError(
      .execution(fault), in: source, at: argument.map { [$0.value.offset] } ?? [])
  }
}

/// Gives the variables of a request the values of their types.
///
/// Source: GraphQL specification, October 2021, section 6.1.2. All faults are collected.
struct GraphQLVariableCoercion {
  private let schema: GraphQLSchema
  private let source: SourceText
  private let depthLimit: Int
  private(set) var errors: [GraphQLError] = []
  private(set) var values = JSONObject()
  private var variable: GraphQLVariableSyntax?

  private static let errorLimit = 50

  init(
    _ variables: [GraphQLVariableSyntax], given: JSONObject, schema: GraphQLSchema,
    source: SourceText, limits: GraphQLLimits
  ) {
    self.schema = schema
    self.source = source
    depthLimit = limits.depth
    for variable in variables where errors.count <= Self.errorLimit {
      self.variable = variable
      add(variable, given[variable.name.text])
    }
    if errors.count > Self.errorLimit {
      errors.removeLast(errors.count - Self.errorLimit)
      errors.append(GraphQLError(.request(.tooManyFaults), in: nil, at: []))
    }
  }

  private mutating func add(_ variable: GraphQLVariableSyntax, _ given: JSONValue?) {
    let name = variable.name.text
    let type = variable.type.type
    guard schema.definition(of: type)?.kind.isInput == true else { return }
    switch given {
    case nil where variable.defaultValue != nil: values[name] = defaultValue(of: variable)
    case nil where type.isNonNull: fault(.missingVariable(name, type: "\(type)"))
    case nil: break
    case .some(.null) where type.isNonNull: fault(.nullVariable(name, type: "\(type)"))
    case .some(let value): values[name] = coerce(value, type, GraphQLValuePath())
    }
  }

  private func defaultValue(of variable: GraphQLVariableSyntax) -> JSONValue? {
    variable.defaultValue.flatMap {
      GraphQLInputCoercion(schema: schema, variables: [:]).value(of: $0, as: variable.type.type)
    }
  }

  private mutating func fault(_ fault: GraphQLRequestFault) {
    let place = variable?.offset ?? 0
    errors.append(GraphQLError(.request(fault), in: source, at: [place]))
  }

  private mutating func fault(
    _ fault: GraphQLValueFault, _ path: GraphQLValuePath
  ) -> JSONValue {
    self.fault(.badVariable(variable?.name.text ?? "", path: path.text, fault))
    return .null
  }
}

/// Where in a variable a value stands, such as `.status.in[1]`.
private struct GraphQLValuePath {
  var text = ""
  var depth = 0

  func key(_ name: String) -> GraphQLValuePath {
    GraphQLValuePath(text: text + "." + name, depth: depth + 1)
  }

  func index(_ place: Int) -> GraphQLValuePath {
    GraphQLValuePath(text: text + "[\(place)]", depth: depth + 1)
  }
}

extension GraphQLVariableCoercion {
  private mutating func coerce(
    _ value: JSONValue, _ type: GraphQLType, _ path: GraphQLValuePath
  ) -> JSONValue {
    guard errors.count <= Self.errorLimit else { return .null }
    guard path.depth <= depthLimit else { return fault(.tooDeep(depthLimit), path) }
    switch type {
    case .nonNull(let inner):
      return value.isNull ? fault(.null(type: "\(type)"), path) : coerce(value, inner, path)
    case _ where value.isNull: return .null
    case .list(let item): return list(value, item, path)
    case .named(let name): return named(value, name, path)
    }
  }

  private mutating func list(
    _ value: JSONValue, _ item: GraphQLType, _ path: GraphQLValuePath
  ) -> JSONValue {
    guard let items = value.array else {
      return .array([coerce(value, item, path)])
    }
    var values: [JSONValue] = []
    for (place, value) in items.enumerated() {
      values.append(coerce(value, item, path.index(place)))
    }
    return .array(values)
  }

  private mutating func named(
    _ value: JSONValue, _ name: String, _ path: GraphQLValuePath
  ) -> JSONValue {
    guard let type = schema.type(name) else { return .null }
    switch type.kind {
    case .inputObject: return object(value, type, path)
    case .enumeration:
      if let text = value.string, type.values[text] != nil { return value }
      let near = GraphQLSuggestion(for: value.string ?? "", in: type.values.names)
      return fault(.enumeration(found: shown(value), type: name, suggestion: near), path)
    default:
      let scalar = schema.scalars[name]
      if let result = scalar.input(value) { return result }
      return fault(
        .scalar(found: shown(value), type: name, expected: scalar.expectation), path)
    }
  }

  private mutating func object(
    _ value: JSONValue, _ type: GraphQLTypeDefinition, _ path: GraphQLValuePath
  ) -> JSONValue {
    guard let given = value.object else {
      return fault(.notObject(found: shown(value), type: type.name), path)
    }
    var result = JSONObject()
    let defaults = GraphQLInputCoercion(schema: schema, variables: [:])
    for field in type.inputFields.elements {
      if let value = given[field.name] {
        result[field.name] = coerce(value, field.type, path.key(field.name))
      } else if field.defaultValue != nil {
        result[field.name] = defaults.defaultValue(of: field)
      } else if field.type.isNonNull {
        let fieldType = "\(field.type)"
        _ = fault(
          .missingField(field.name, type: type.name, fieldType: fieldType), path)
      }
    }
    for key in given.keys where type.inputFields[key] == nil {
      let near = GraphQLSuggestion(for: key, in: type.inputFields.names)
      _ = fault(.unknownField(key, type: type.name, suggestion: near), path)
    }
    if type.isOneOf, given.count != 1 || given.members.contains(where: { $0.value.isNull }) {
      _ = fault(.notOneField(type: type.name), path)
    }
    return .object(result)
  }

  private func shown(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): "\"\(text.prefix(40))\""
    case .number(let number): number.text
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

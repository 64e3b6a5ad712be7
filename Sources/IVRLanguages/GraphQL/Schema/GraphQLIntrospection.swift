/// Answers the fields that ask for the schema itself.
///
/// A type is carried as the text of its reference (`"[Task!]!"`), so that the endless graph of
/// types needs no value of its own; everything below a type is carried as a finished object.
/// Source: GraphQL specification, October 2021, section 4.
struct GraphQLIntrospection {
  let schema: GraphQLSchema

  /// `__typename` of every composite type.
  static let typeName = meta("__typename", type: .nonNull(.named("String")))
  /// `__schema` of the query root.
  static let schema = meta("__schema", type: .nonNull(.named("__Schema")))
  /// `__type(name:)` of the query root.
  static let type = meta(
    "__type", type: .named("__Type"),
    arguments: [
      GraphQLInputDefinition(
        name: "name", description: nil, type: .nonNull(.named("String")), defaultValue: nil,
        deprecationReason: nil)
    ])

  private static func meta(
    _ name: String, type: GraphQLType, arguments: [GraphQLInputDefinition] = []
  ) -> GraphQLFieldDefinition {
    GraphQLFieldDefinition(
      name: name, description: nil, arguments: GraphQLNamedList(arguments), type: type,
      deprecationReason: nil)
  }

  /// The value of an introspection field.
  func value(
    of field: String, on owner: String, arguments: JSONObject, parent: JSONValue
  ) -> JSONValue {
    let withDeprecated = arguments["includeDeprecated"]?.bool ?? false
    switch (owner, field) {
    case (_, "__schema"): return [:]
    case (_, "__type"):
      let name = arguments["name"]?.string ?? ""
      return schema.type(name) == nil ? .null : .string(name)
    case ("__Schema", _): return schemaField(field)
    case ("__Type", _): return typeField(field, parent.string ?? "", withDeprecated)
    case (_, "args") where !withDeprecated: return current(parent["args"] ?? .null)
    default: return parent[field] ?? .null
    }
  }

  private func schemaField(_ field: String) -> JSONValue {
    switch field {
    case "description": text(schema.description)
    case "types": .array(schema.typeNames.map { .string($0) })
    case "queryType": text(schema.roots[.query])
    case "mutationType": text(schema.roots[.mutation])
    case "subscriptionType": text(schema.roots[.subscription])
    case "directives": .array(schema.directives.elements.map(directive))
    default: .null
    }
  }

  private func typeField(_ field: String, _ reference: String, _ withDeprecated: Bool) -> JSONValue
  {
    if reference.hasSuffix("!") {
      return wrapped("NON_NULL", field, String(reference.dropLast()))
    }
    if reference.hasPrefix("[") {
      return wrapped("LIST", field, String(reference.dropFirst().dropLast()))
    }
    guard let type = schema.type(reference) else { return .null }
    return named(type, field, withDeprecated)
  }

  private func wrapped(_ kind: String, _ field: String, _ inner: String) -> JSONValue {
    switch field {
    case "kind": .string(kind)
    case "ofType": .string(inner)
    default: .null
    }
  }

  private func named(
    _ type: GraphQLTypeDefinition, _ field: String, _ withDeprecated: Bool
  ) -> JSONValue {
    switch field {
    case "kind": .string(type.kind.introspectionName)
    case "name": .string(type.name)
    case "description": text(type.description)
    case "specifiedByURL": text(type.specifiedBy)
    case "isOneOf" where type.kind == .inputObject: .bool(type.isOneOf)
    case "possibleTypes" where type.kind.isAbstract: names(schema.possibleTypes(of: type))
    case "interfaces" where type.kind == .object || type.kind == .interface:
      names(type.interfaces)
    default: members(type, field, withDeprecated)
    }
  }

  private func members(
    _ type: GraphQLTypeDefinition, _ field: String, _ withDeprecated: Bool
  ) -> JSONValue {
    let all: JSONValue
    switch (field, type.kind) {
    case ("fields", .object), ("fields", .interface):
      all = .array(type.fields.elements.map(self.field))
    case ("enumValues", .enumeration): all = .array(type.values.elements.map(enumValue))
    case ("inputFields", .inputObject): all = inputs(type.inputFields)
    default: return .null
    }
    return withDeprecated ? all : current(all)
  }
}

extension GraphQLIntrospection {
  private func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  private func names(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }

  /// Without what is deprecated.
  private func current(_ members: JSONValue) -> JSONValue {
    .array((members.array ?? []).filter { $0["isDeprecated"] != true })
  }

  private func field(_ field: GraphQLFieldDefinition) -> JSONValue {
    var object = head(field.name, field.description, field.deprecationReason)
    object["args"] = inputs(field.arguments)
    object["type"] = .string("\(field.type)")
    return .object(object)
  }

  private func enumValue(_ value: GraphQLEnumValue) -> JSONValue {
    .object(head(value.name, value.description, value.deprecationReason))
  }

  private func inputs(_ inputs: GraphQLNamedList<GraphQLInputDefinition>) -> JSONValue {
    .array(
      inputs.elements.map { input in
        var object = head(input.name, input.description, input.deprecationReason)
        object["type"] = .string("\(input.type)")
        object["defaultValue"] = text(
          input.defaultValue.map { GraphQLPrinter.inline($0) })
        return .object(object)
      })
  }

  private func directive(_ directive: GraphQLDirectiveDefinition) -> JSONValue {
    [
      "name": .string(directive.name), "description": text(directive.description),
      "isRepeatable": .bool(directive.isRepeatable), "locations": names(directive.locations),
      "args": inputs(directive.arguments),
    ]
  }

  private func head(_ name: String, _ description: String?, _ reason: String?) -> JSONObject {
    [
      "name": .string(name), "description": text(description),
      "isDeprecated": .bool(reason != nil), "deprecationReason": text(reason),
    ]
  }
}

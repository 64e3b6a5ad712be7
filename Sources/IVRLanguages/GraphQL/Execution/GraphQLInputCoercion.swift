/// Gives literals the values of their types.
///
/// Source: GraphQL specification, October 2021, section 3.5 to 3.12, "Input Coercion". Fields of
/// input objects come out in the order of their definition, with defaults filled in.
struct GraphQLInputCoercion {
  let schema: GraphQLSchema
  let variables: JSONObject
  /// Deeper values are refused; defaults may refer to themselves without end.
  private static let depthLimit = 200

  /// The value of a literal; `nil` where it does not fit or a variable it needs is missing.
  func value(of literal: GraphQLLiteral, as type: GraphQLType, depth: Int = 0) -> JSONValue? {
    guard depth <= Self.depthLimit else { return nil }
    if let name = literal.variableName {
      guard let value = variables[name], !(type.isNonNull && value.isNull) else { return nil }
      return value
    }
    if literal.isNull { return type.isNonNull ? nil : .null }
    switch type {
    case .nonNull(let inner): return value(of: literal, as: inner, depth: depth)
    case .list(let item): return list(of: literal, item: item, depth: depth + 1)
    case .named(let name): return named(literal, name, depth: depth + 1)
    }
  }

  /// The value of a definition's default.
  func defaultValue(of input: GraphQLInputDefinition, depth: Int = 0) -> JSONValue? {
    input.defaultValue.flatMap { value(of: $0, as: input.type, depth: depth) }
  }

  private func list(of literal: GraphQLLiteral, item: GraphQLType, depth: Int) -> JSONValue? {
    guard case .list(let literals) = literal.kind else {
      return value(of: literal, as: item, depth: depth).map { .array([$0]) }
    }
    var values: [JSONValue] = []
    for literal in literals {
      if isMissing(literal) {
        guard !item.isNonNull else { return nil }
        values.append(.null)
      } else {
        guard let value = value(of: literal, as: item, depth: depth) else { return nil }
        values.append(value)
      }
    }
    return .array(values)
  }

  private func named(_ literal: GraphQLLiteral, _ name: String, depth: Int) -> JSONValue? {
    guard let type = schema.type(name) else { return nil }
    return switch type.kind {
    case .inputObject: object(literal, type, depth: depth)
    case .enumeration: enumValue(literal, type)
    case .scalar: schema.scalars[name].literal(literal, variables)
    case .object, .interface, .union: nil
    }
  }

  private func object(
    _ literal: GraphQLLiteral, _ type: GraphQLTypeDefinition, depth: Int
  ) -> JSONValue? {
    guard case .object(let fields) = literal.kind,
      fields.allSatisfy({ type.inputFields[$0.name] != nil })
    else { return nil }
    var object = JSONObject()
    for field in type.inputFields.elements {
      if let given = fields.last(where: { $0.name == field.name }), !isMissing(given.value) {
        guard let value = value(of: given.value, as: field.type, depth: depth) else { return nil }
        object[field.name] = value
      } else if field.defaultValue != nil {
        guard let value = defaultValue(of: field, depth: depth) else { return nil }
        object[field.name] = value
      } else if field.type.isNonNull {
        return nil
      }
    }
    let isOne = object.count == 1 && !object.members.contains { $0.value.isNull }
    return type.isOneOf && !isOne ? nil : .object(object)
  }

  /// The enum value that a literal stands for.
  func enumValue(_ literal: GraphQLLiteral, _ type: GraphQLTypeDefinition) -> JSONValue? {
    switch literal.kind {
    case .enumeration(let name): return type.values[name].map { .string($0.name) }
    case .string(let name, _) where schema.scalars.enumsTakeStrings:
      return type.values[name].map { .string($0.name) }
    default: return nil
    }
  }

  private func isMissing(_ literal: GraphQLLiteral) -> Bool {
    literal.variableName.map { variables[$0] == nil } ?? false
  }
}

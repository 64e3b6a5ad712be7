/// Literals fit the types of their places.
///
/// Source: GraphQL specification, October 2021, sections 5.6.1, 5.6.2 and 5.6.4.
final class ValuesOfCorrectTypeRule: GraphQLRule {
  static let interests: GraphQLInterests = .value
  /// The places of the items of a list where none is expected, which is fault enough.
  private var skipped: Set<Int> = []

  func enter(value: GraphQLLiteral, _ context: GraphQLValidation) {
    guard let type = context.inputType, value.variableName == nil, !isSkipped(value, type) else {
      return
    }
    if value.isNull {
      if type.isNonNull { report(.null(type: "\(type)"), at: value, context) }
      return
    }
    guard let definition = context.schema.definition(of: type) else { return }
    switch value.kind {
    case .list where type.item != nil: break
    case .object(let fields) where definition.kind == .inputObject:
      checkRequired(definition, fields, at: value, context)
    default: check(value, type, definition, context)
    }
  }

  func enter(
    objectField: GraphQLLiteralField, of owner: GraphQLTypeDefinition?,
    _ context: GraphQLValidation
  ) {
    guard let owner, owner.kind == .inputObject, owner.inputFields[objectField.name] == nil
    else { return }
    let near = context.suggestion(for: objectField.name, in: owner.inputFields.names)
    context.report(
      .value(.unknownField(objectField.name, type: owner.name, suggestion: near)),
      at: objectField.offset)
  }

  private func isSkipped(_ value: GraphQLLiteral, _ type: GraphQLType) -> Bool {
    let isSkipped = skipped.contains(value.offset)
    if case .list(let items) = value.kind, isSkipped || type.item == nil {
      skipped.formUnion(items.map(\.offset))
    }
    return isSkipped
  }

  private func checkRequired(
    _ type: GraphQLTypeDefinition, _ fields: [GraphQLLiteralField], at value: GraphQLLiteral,
    _ context: GraphQLValidation
  ) {
    for field in type.inputFields.elements where field.isRequired {
      guard !fields.contains(where: { $0.name == field.name }) else { continue }
      let fieldType = "\(field.type)"
      report(
        .missingField(field.name, type: type.name, fieldType: fieldType), at: value, context)
    }
    if type.isOneOf, fields.count != 1 || fields.contains(where: { $0.value.isNull }) {
      report(.notOneField(type: type.name), at: value, context)
    }
  }

  private func check(
    _ value: GraphQLLiteral, _ type: GraphQLType, _ definition: GraphQLTypeDefinition,
    _ context: GraphQLValidation
  ) {
    let found = GraphQLPrinter.inline(value)
    switch definition.kind {
    case .scalar:
      let scalar = context.schema.scalars[definition.name]
      guard scalar.literal(value, [:]) == nil else { return }
      let expected = scalar.expectation
      report(.scalar(found: found, type: "\(type)", expected: expected), at: value, context)
    case .enumeration:
      let coercion = GraphQLInputCoercion(schema: context.schema, variables: [:])
      guard coercion.enumValue(value, definition) == nil else { return }
      let word = value.json().string ?? ""
      let near = context.suggestion(for: word, in: definition.values.names)
      report(
        .enumeration(found: found, type: definition.name, suggestion: near), at: value, context)
    default:
      report(.notObject(found: found, type: "\(type)"), at: value, context)
    }
  }

  private func report(
    _ fault: GraphQLValueFault, at value: GraphQLLiteral, _ context: GraphQLValidation
  ) {
    context.report(.value(fault), at: value.offset)
  }
}

extension GraphQLPrinter {
  static func written(_ schema: GraphQLSchemaSyntax) -> String {
    let roots = schema.roots.map { "\($0.kind.rawValue): \($0.type.text)" }
    let head = (schema.isExtension ? "extend " : "") + "schema"
    return described(
      schema.description, joined([head, written(schema.directives), block(roots)]))
  }

  static func written(_ type: GraphQLTypeDefinitionSyntax) -> String {
    let interfaces = wrapped("implements ", type.interfaces.map(\.text), " & ", "")
    let members = wrapped("= ", type.members.map(\.text), " | ", "")
    let body = block(
      type.fields.map(written) + type.inputFields.map(written) + type.values.map(written))
    let head = (type.isExtension ? "extend " : "") + type.kind.keyword
    return described(
      type.description,
      joined([head, type.name.text, interfaces, written(type.directives), members, body]))
  }

  static func written(_ directive: GraphQLDirectiveDefinitionSyntax) -> String {
    let repeatable = directive.isRepeatable ? " repeatable" : ""
    let locations = directive.locations.map(\.text).joined(separator: " | ")
    return described(
      directive.description,
      "directive @\(directive.name.text)\(arguments(directive.arguments))\(repeatable)"
        + " on \(locations)")
  }

  private static func written(_ field: GraphQLFieldDefinitionSyntax) -> String {
    let head = "\(field.name.text)\(arguments(field.arguments)): \(field.type.type)"
    return described(field.description, joined([head, written(field.directives)]))
  }

  private static func written(_ input: GraphQLInputDefinitionSyntax) -> String {
    let value = input.defaultValue.map { "= " + written($0) } ?? ""
    let head = "\(input.name.text): \(input.type.type)"
    return described(input.description, joined([head, value, written(input.directives)]))
  }

  private static func written(_ value: GraphQLEnumValueSyntax) -> String {
    described(value.description, joined([value.name.text, written(value.directives)]))
  }

  private static func arguments(_ inputs: [GraphQLInputDefinitionSyntax]) -> String {
    list(inputs.map(written))
  }
}

extension GraphQLPrinter {
  static func print(_ schema: GraphQLSchemaSyntax) -> String {
    let roots = schema.roots.map { "\($0.kind.rawValue): \($0.type.text)" }
    let head = (schema.isExtension ? "extend " : "") + "schema"
    return described(
      schema.description, joined([head, print(schema.directives), block(roots)]))
  }

  static func print(_ type: GraphQLTypeDefinitionSyntax) -> String {
    let interfaces = wrapped("implements ", type.interfaces.map(\.text), " & ", "")
    let members = wrapped("= ", type.members.map(\.text), " | ", "")
    let body = block(
      type.fields.map(print) + type.inputFields.map(print) + type.values.map(print))
    let head = (type.isExtension ? "extend " : "") + type.kind.keyword
    return described(
      type.description,
      joined([head, type.name.text, interfaces, print(type.directives), members, body]))
  }

  static func print(_ directive: GraphQLDirectiveDefinitionSyntax) -> String {
    let repeatable = directive.isRepeatable ? " repeatable" : ""
    let locations = directive.locations.map(\.text).joined(separator: " | ")
    return described(
      directive.description,
      "directive @\(directive.name.text)\(arguments(directive.arguments))\(repeatable)"
        + " on \(locations)")
  }

  private static func print(_ field: GraphQLFieldDefinitionSyntax) -> String {
    let head = "\(field.name.text)\(arguments(field.arguments)): \(field.type.type)"
    return described(field.description, joined([head, print(field.directives)]))
  }

  private static func print(_ input: GraphQLInputDefinitionSyntax) -> String {
    let value = input.defaultValue.map { "= " + print($0) } ?? ""
    let head = "\(input.name.text): \(input.type.type)"
    return described(input.description, joined([head, value, print(input.directives)]))
  }

  private static func print(_ value: GraphQLEnumValueSyntax) -> String {
    described(value.description, joined([value.name.text, print(value.directives)]))
  }

  private static func arguments(_ inputs: [GraphQLInputDefinitionSyntax]) -> String {
    list(inputs.map(print))
  }
}

/// Type definitions have no place in a document that is executed; their names are checked anyway.
extension GraphQLWalker {
  func walk(_ schema: GraphQLSchemaSyntax) {
    walk(schema.directives, at: "SCHEMA")
    for root in schema.roots { tell(.typeName) { $0.enter(typeName: root.type, context) } }
  }

  func walk(_ type: GraphQLTypeDefinitionSyntax) {
    for interface in type.interfaces { tell(.typeName) { $0.enter(typeName: interface, context) } }
    walk(type.directives, at: type.kind.introspectionName)
    for member in type.members { tell(.typeName) { $0.enter(typeName: member, context) } }
    for value in type.values { walk(value.directives, at: "ENUM_VALUE") }
    for field in type.fields { walk(field) }
    walk(type.inputFields, at: "INPUT_FIELD_DEFINITION")
  }

  func walk(
    _ inputs: [GraphQLInputDefinitionSyntax], at location: String = "ARGUMENT_DEFINITION"
  ) {
    for input in inputs {
      tell(.typeName) { $0.enter(typeName: input.type.innermost, context) }
      walk(input.directives, at: location)
    }
  }

  private func walk(_ field: GraphQLFieldDefinitionSyntax) {
    walk(field.arguments)
    tell(.typeName) { $0.enter(typeName: field.type.innermost, context) }
    walk(field.directives, at: "FIELD_DEFINITION")
  }
}

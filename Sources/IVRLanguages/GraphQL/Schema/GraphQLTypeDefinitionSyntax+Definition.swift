extension GraphQLTypeDefinitionSyntax {
  /// The definition with what an extension adds.
  func merged(with other: GraphQLTypeDefinitionSyntax) -> GraphQLTypeDefinitionSyntax {
    GraphQLTypeDefinitionSyntax(
      kind: kind, description: description, isExtension: false, name: name,
      interfaces: interfaces + other.interfaces, directives: directives + other.directives,
      fields: fields + other.fields, inputFields: inputFields + other.inputFields,
      members: members + other.members, values: values + other.values, offset: offset)
  }

  /// The type as the schema keeps it.
  var definition: GraphQLTypeDefinition {
    GraphQLTypeDefinition(
      kind: kind, name: name.text, description: description?.json().string,
      interfaces: interfaces.map(\.text), members: members.map(\.text),
      fields: fields.map(\.definition), inputFields: inputFields.map(\.definition),
      values: values.map(\.definition),
      specifiedBy: directives.text(of: "url", in: "specifiedBy"),
      isOneOf: directives.contains { $0.name.text == "oneOf" })
  }
}

extension GraphQLFieldDefinitionSyntax {
  var definition: GraphQLFieldDefinition {
    GraphQLFieldDefinition(
      name: name.text, description: description?.json().string,
      arguments: GraphQLNamedList(arguments.map(\.definition)), type: type.type,
      deprecationReason: directives.deprecationReason)
  }
}

extension GraphQLInputDefinitionSyntax {
  var definition: GraphQLInputDefinition {
    GraphQLInputDefinition(
      name: name.text, description: description?.json().string, type: type.type,
      defaultValue: defaultValue, deprecationReason: directives.deprecationReason)
  }
}

extension GraphQLEnumValueSyntax {
  var definition: GraphQLEnumValue {
    GraphQLEnumValue(
      name: name.text, description: description?.json().string,
      deprecationReason: directives.deprecationReason)
  }
}

extension GraphQLDirectiveDefinitionSyntax {
  var definition: GraphQLDirectiveDefinition {
    GraphQLDirectiveDefinition(
      name: name.text, description: description?.json().string,
      arguments: GraphQLNamedList(arguments.map(\.definition)), isRepeatable: isRepeatable,
      locations: locations.map(\.text))
  }
}

extension [GraphQLDirectiveSyntax] {
  /// The text that an argument of a directive has, where both are there.
  fileprivate func text(of argument: String, in name: String) -> String? {
    first { $0.name.text == name }?.arguments.first { $0.name.text == argument }?.value.json()
      .string
  }

  /// The reason of `@deprecated`, with its default.
  fileprivate var deprecationReason: String? {
    guard contains(where: { $0.name.text == "deprecated" }) else { return nil }
    return text(of: "reason", in: "deprecated") ?? "No longer supported"
  }
}

/// Checks that the types of a text fit together; stops at the first fault.
///
/// Source: GraphQL specification, October 2021, section 3.3 and the type validation of 3.6 to 3.10.
struct GraphQLSchemaCheck {
  let schema: GraphQLSchema
  let source: SourceText
  let definitions: [GraphQLTypeDefinitionSyntax]

  func run() throws(GraphQLError) {
    for definition in definitions { try check(definition) }
    for kind in GraphQLOperationKind.allCases {
      guard let name = schema.roots[kind] else { continue }
      guard schema.type(name)?.kind == .object else {
        throw fault(.notObject(name, at: kind.rawValue), at: 0)
      }
    }
    guard schema.roots[.query] != nil else { throw fault(.noQuery, at: 0) }
  }

  private func check(_ type: GraphQLTypeDefinitionSyntax) throws(GraphQLError) {
    let name = type.name.text
    try checkSize(type)
    try checkUnique(type.fields.map(\.name), of: name)
    try checkUnique(type.inputFields.map(\.name), of: name)
    try checkUnique(type.values.map(\.name), of: name)
    try checkUnique(type.members, of: name)
    try checkUnique(type.interfaces, of: name)
    for field in type.fields { try check(field, of: name) }
    for field in type.inputFields { try check(field, at: "\(name).\(field.name.text)") }
    for member in type.members {
      guard try known(member.text, at: member.offset).kind == .object else {
        throw fault(.notObject(member.text, at: name), at: member.offset)
      }
    }
    for interface in type.interfaces { try check(interface, of: type) }
  }

  private func checkSize(_ type: GraphQLTypeDefinitionSyntax) throws(GraphQLError) {
    let isEmpty =
      switch type.kind {
      case .scalar: false
      case .object, .interface: type.fields.isEmpty
      case .union: type.members.isEmpty
      case .enumeration: type.values.isEmpty
      case .inputObject: type.inputFields.isEmpty
      }
    if isEmpty { throw fault(.emptyType(type.name.text), at: type.name.offset) }
  }

  private func checkUnique(_ names: [GraphQLName], of owner: String) throws(GraphQLError) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.text).inserted {
      throw fault(.duplicateMember(name.text, of: owner), at: name.offset)
    }
  }

  private func check(
    _ field: GraphQLFieldDefinitionSyntax, of owner: String
  ) throws(GraphQLError) {
    let place = "\(owner).\(field.name.text)"
    let type = try known(field.type.type.name, at: field.type.nameOffset)
    guard type.kind.isOutput else {
      throw fault(.notOutputType(type.name, at: place), at: field.type.nameOffset)
    }
    try checkUnique(field.arguments.map(\.name), of: place)
    for argument in field.arguments {
      try check(argument, at: "\(place)(\(argument.name.text))")
    }
  }

  private func check(
    _ input: GraphQLInputDefinitionSyntax, at place: String
  ) throws(GraphQLError) {
    let type = try known(input.type.type.name, at: input.type.nameOffset)
    guard type.kind.isInput else {
      throw fault(.notInputType(type.name, at: place), at: input.type.nameOffset)
    }
    guard let literal = input.defaultValue else { return }
    let coercion = GraphQLInputCoercion(schema: schema, variables: [:])
    guard coercion.value(of: literal, as: input.type.type) != nil else {
      throw fault(.badDefault(place, type: "\(input.type.type)"), at: literal.offset)
    }
  }

  private func check(
    _ interface: GraphQLName, of type: GraphQLTypeDefinitionSyntax
  ) throws(GraphQLError) {
    let declared = try known(interface.text, at: interface.offset)
    guard declared.kind == .interface, interface.text != type.name.text else {
      throw fault(.notInterface(interface.text, of: type.name.text), at: interface.offset)
    }
    for field in declared.fields.elements {
      let own = type.fields.first { $0.name.text == field.name }
      guard let own, schema.isSubtype(own.type.type, of: field.type),
        field.arguments.elements.allSatisfy({ has($0, own) })
      else {
        let kind = GraphQLSchemaFault.interfaceField(
          field.name, interface: interface.text, type: type.name.text)
        throw fault(kind, at: own?.name.offset ?? type.name.offset)
      }
    }
  }

  private func has(
    _ argument: GraphQLInputDefinition, _ field: GraphQLFieldDefinitionSyntax
  ) -> Bool {
    field.arguments.contains { $0.name.text == argument.name && $0.type.type == argument.type }
  }

  private func known(_ name: String, at offset: Int) throws(GraphQLError) -> GraphQLTypeDefinition {
    if let type = schema.type(name) { return type }
    let suggestion = GraphQLSuggestion(for: name, in: schema.typeNames)
    throw fault(.unknownType(name, suggestion: suggestion), at: offset)
  }

  private func fault(_ fault: GraphQLSchemaFault, at offset: Int) -> GraphQLError {
    GraphQLError(.schema(fault), in: source, at: [offset])
  }
}

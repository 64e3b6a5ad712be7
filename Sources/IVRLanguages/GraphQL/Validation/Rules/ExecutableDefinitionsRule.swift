/// A document to be executed holds operations and fragments only.
///
/// Source: GraphQL specification, October 2021, section 5.1.1.
final class ExecutableDefinitionsRule: GraphQLRule {
  static let interests: GraphQLInterests = .document

  func enter(document: GraphQLDocument, _ context: GraphQLValidation) {
    for definition in document.definitions {
      guard let name = name(of: definition) else { continue }
      context.report(.operation(.notExecutable(name)), at: definition.offset)
    }
  }

  private func name(of definition: GraphQLDefinitionSyntax) -> String? {
    switch definition {
    case .operation, .fragment: nil
    case .schema: "schema"
    case .type(let type): type.name.text
    case .directive(let directive): "@" + directive.name.text
    }
  }
}

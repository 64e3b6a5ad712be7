/// Variables and fragments name types that exist.
///
/// Source: GraphQL specification, October 2021, section 5.5.1.2.
final class KnownTypeNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = [.document, .typeName]
  /// The types that the document itself defines, which another rule refuses.
  private var defined: Set<String> = []

  func enter(document: GraphQLDocument, _ context: GraphQLValidation) {
    for definition in document.definitions {
      if case .type(let type) = definition, !type.isExtension { defined.insert(type.name.text) }
    }
  }

  func enter(typeName: GraphQLName, _ context: GraphQLValidation) {
    guard context.schema.type(typeName.text) == nil, !defined.contains(typeName.text) else {
      return
    }
    let near = context.suggestion(for: typeName.text, in: context.schema.typeNames)
    context.report(
      .operation(.unknownType(typeName.text, suggestion: near)), at: typeName.offset)
  }
}

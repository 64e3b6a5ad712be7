/// Variables and fragments name types that exist.
///
/// Source: GraphQL specification, October 2021, section 5.5.1.2.
final class KnownTypeNamesRule: GraphQLRule {
  func enter(typeName: GraphQLName, _ context: GraphQLValidation) {
    guard context.schema.type(typeName.text) == nil else { return }
    let near = context.suggestion(for: typeName.text, in: context.schema.typeNames)
    context.report(
      .operation(.unknownType(typeName.text, suggestion: near)), at: typeName.offset)
  }
}

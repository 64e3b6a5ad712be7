/// An operation without a name is the only one of its document.
///
/// Source: GraphQL specification, October 2021, section 5.2.2.1.
final class LoneAnonymousOperationRule: GraphQLRule {
  static let interests: GraphQLInterests = [.document, .operation]
  private var count = 0

  func enter(document: GraphQLDocument, _ context: GraphQLValidation) {
    count = document.operations.count
  }

  func enter(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    if operation.name == nil, count > 1 {
      context.report(.operation(.anonymousNotAlone), at: operation.offset)
    }
  }
}

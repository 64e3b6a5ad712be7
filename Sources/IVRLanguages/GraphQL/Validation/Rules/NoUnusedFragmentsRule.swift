/// Every fragment is used by some operation.
///
/// Source: GraphQL specification, October 2021, section 5.5.1.4.
final class NoUnusedFragmentsRule: GraphQLRule {
  static let interests: GraphQLInterests = .document

  func leave(document: GraphQLDocument, _ context: GraphQLValidation) {
    let used = Set(
      document.operations.flatMap { context.fragments(below: $0.selectionSet) }
        .map(\.name.text))
    for fragment in document.fragments where !used.contains(fragment.name.text) {
      context.report(.fragment(.unused(fragment.name.text)), at: fragment.offset)
    }
  }
}

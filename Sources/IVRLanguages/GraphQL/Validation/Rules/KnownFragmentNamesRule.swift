/// Spread fragments are defined.
///
/// Source: GraphQL specification, October 2021, section 5.5.2.1.
final class KnownFragmentNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = .spread

  func enter(spread: GraphQLSpreadSyntax, _ context: GraphQLValidation) {
    guard context.fragments[spread.name.text] == nil else { return }
    let names = context.document.fragments.map(\.name.text)
    let near = context.suggestion(for: spread.name.text, in: names)
    context.report(
      .fragment(.unknown(spread.name.text, suggestion: near)), at: spread.name.offset)
  }
}

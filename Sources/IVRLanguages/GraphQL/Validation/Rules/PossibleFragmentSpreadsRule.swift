/// Fragments are on types that can occur where they are used.
///
/// Source: GraphQL specification, October 2021, section 5.5.2.3.
final class PossibleFragmentSpreadsRule: GraphQLRule {
  static let interests: GraphQLInterests = [.inline, .spread]

  func enter(inline: GraphQLInlineSyntax, _ context: GraphQLValidation) {
    guard let type = context.type else { return }
    check(nil, type.name, at: inline.offset, context)
  }

  func enter(spread: GraphQLSpreadSyntax, _ context: GraphQLValidation) {
    guard let fragment = context.fragments[spread.name.text] else { return }
    check(spread.name.text, fragment.condition.text, at: spread.offset, context)
  }

  private func check(
    _ fragment: String?, _ name: String, at offset: Int, _ context: GraphQLValidation
  ) {
    guard let type = context.schema.type(name), type.kind.isComposite,
      let parent = context.parentType, !context.schema.overlap(type, parent)
    else { return }
    context.report(
      .fragment(.impossible(fragment, type: type.name, parent: parent.name)), at: offset)
  }
}

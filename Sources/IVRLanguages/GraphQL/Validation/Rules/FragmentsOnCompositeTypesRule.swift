/// Fragments stand on types that have fields.
///
/// Source: GraphQL specification, October 2021, section 5.5.1.3.
final class FragmentsOnCompositeTypesRule: GraphQLRule {
  static let interests: GraphQLInterests = [.inline, .fragment]

  func enter(inline: GraphQLInlineSyntax, _ context: GraphQLValidation) {
    if let condition = inline.condition { check(nil, condition, context) }
  }

  func enter(fragment: GraphQLFragmentSyntax, _ context: GraphQLValidation) {
    check(fragment.name.text, fragment.condition, context)
  }

  private func check(_ name: String?, _ condition: GraphQLName, _ context: GraphQLValidation) {
    guard let type = context.schema.type(condition.text), !type.kind.isComposite else { return }
    context.report(.fragment(.notComposite(name, type: type.name)), at: condition.offset)
  }
}

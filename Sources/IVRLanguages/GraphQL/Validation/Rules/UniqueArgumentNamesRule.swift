/// An argument is given once.
///
/// Source: GraphQL specification, October 2021, section 5.4.2.
final class UniqueArgumentNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = [.field, .directive]

  func enter(field: GraphQLFieldSyntax, _ context: GraphQLValidation) {
    check(field.arguments, context)
  }

  func enter(
    directive: GraphQLDirectiveSyntax, at location: String, _ context: GraphQLValidation
  ) {
    check(directive.arguments, context)
  }

  private func check(_ arguments: [GraphQLArgumentSyntax], _ context: GraphQLValidation) {
    guard arguments.count > 1 else { return }
    for group in GraphQLNameGroups(arguments.map(\.name)).duplicates {
      context.report(.field(.duplicateArgument(group[0].text)), at: group.map(\.offset))
    }
  }
}

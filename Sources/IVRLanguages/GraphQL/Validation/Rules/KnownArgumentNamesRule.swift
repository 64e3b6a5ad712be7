/// Given arguments exist on their field or directive.
///
/// Source: GraphQL specification, October 2021, section 5.4.1.
final class KnownArgumentNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = [.argument, .directive]

  func enter(argument: GraphQLArgumentSyntax, _ context: GraphQLValidation) {
    guard !context.isInDirective, let field = context.field, let parent = context.parentType
    else { return }
    check(argument, field.arguments, owner: "\(parent.name).\(field.name)", context)
  }

  func enter(
    directive: GraphQLDirectiveSyntax, at location: String, _ context: GraphQLValidation
  ) {
    guard let definition = context.directive else { return }
    for argument in directive.arguments {
      check(argument, definition.arguments, owner: "@" + definition.name, context)
    }
  }

  private func check(
    _ argument: GraphQLArgumentSyntax, _ known: GraphQLNamedList<GraphQLInputDefinition>,
    owner: String, _ context: GraphQLValidation
  ) {
    let name = argument.name.text
    guard known[name] == nil else { return }
    let near = context.suggestion(for: name, in: known.names)
    context.report(
      .field(.unknownArgument(name, owner: owner, suggestion: near)), at: argument.name.offset)
  }
}

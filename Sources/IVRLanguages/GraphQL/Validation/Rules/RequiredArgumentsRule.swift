/// Arguments that have to be given are given.
///
/// Source: GraphQL specification, October 2021, section 5.4.2.1.
final class RequiredArgumentsRule: GraphQLRule {
  static let interests: GraphQLInterests = [.field, .directive]

  func leave(field: GraphQLFieldSyntax, _ context: GraphQLValidation) {
    guard let definition = context.field, !definition.arguments.isEmpty else { return }
    let owner = (context.parentType?.name).map { $0 + "." } ?? ""
    check(
      definition.arguments, field.arguments, owner: owner + definition.name, at: field.offset,
      context)
  }

  func leave(directive: GraphQLDirectiveSyntax, _ context: GraphQLValidation) {
    guard let definition = context.directive else { return }
    check(
      definition.arguments, directive.arguments, owner: "@" + definition.name,
      at: directive.offset, context)
  }

  private func check(
    _ definitions: GraphQLNamedList<GraphQLInputDefinition>, _ given: [GraphQLArgumentSyntax],
    owner: String, at offset: Int, _ context: GraphQLValidation
  ) {
    for argument in definitions.elements where argument.isRequired {
      guard !given.contains(where: { $0.name.text == argument.name }) else { continue }
      let type = "\(argument.type)"
      context.report(
        .field(.missingArgument(argument.name, owner: owner, type: type)), at: offset)
    }
  }
}

/// Directives exist and stand where they may.
///
/// Source: GraphQL specification, October 2021, sections 5.7.1 and 5.7.2.
final class KnownDirectivesRule: GraphQLRule {
  static let interests: GraphQLInterests = .directive

  func enter(
    directive: GraphQLDirectiveSyntax, at location: String, _ context: GraphQLValidation
  ) {
    let name = directive.name.text
    guard let definition = context.directive else {
      let near = context.suggestion(for: name, in: context.schema.directives.names)
      context.report(.directive(.unknown(name, suggestion: near)), at: directive.offset)
      return
    }
    if !definition.locations.contains(location) {
      context.report(.directive(.misplaced(name, at: location)), at: directive.offset)
    }
  }
}

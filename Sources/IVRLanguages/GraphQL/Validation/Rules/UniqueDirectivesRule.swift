/// A directive stands once at one place, unless it is repeatable.
///
/// Source: GraphQL specification, October 2021, section 5.7.3.
final class UniqueDirectivesRule: GraphQLRule {
  static let interests: GraphQLInterests = .directive

  func enter(
    directives: [GraphQLDirectiveSyntax], at location: String, _ context: GraphQLValidation
  ) {
    var known: [String: GraphQLDirectiveSyntax] = [:]
    for directive in directives {
      let name = directive.name.text
      guard let definition = context.schema.directives[name], !definition.isRepeatable else {
        continue
      }
      if let first = known[name] {
        context.report(.directive(.duplicate(name)), at: first.offset, directive.offset)
      } else {
        known[name] = directive
      }
    }
  }
}

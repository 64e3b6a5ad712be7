/// Variables are of types that can be given.
///
/// Source: GraphQL specification, October 2021, section 5.8.2.
final class VariablesAreInputTypesRule: GraphQLRule {
  static let interests: GraphQLInterests = .variable

  func enter(variable: GraphQLVariableSyntax, _ context: GraphQLValidation) {
    let type = variable.type.type
    guard let definition = context.schema.definition(of: type), !definition.kind.isInput else {
      return
    }
    context.report(
      .variable(.notInputType(variable.name.text, type: "\(type)")), at: variable.type.offset)
  }
}

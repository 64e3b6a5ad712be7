/// Variables are used where their types fit.
///
/// Source: GraphQL specification, October 2021, section 5.8.5.
final class VariablesInAllowedPositionRule: GraphQLRule {
  static let interests: GraphQLInterests = .operation

  func leave(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    let variables = Dictionary(
      operation.variables.map { ($0.name.text, $0) }, uniquingKeysWith: { $1 })
    for usage in context.usages(in: operation) {
      guard let variable = variables[usage.name], let expected = usage.type,
        context.schema.definition(of: variable.type.type) != nil,
        !fits(variable, expected, usage, context.schema)
      else { continue }
      let type = "\(variable.type.type)"
      context.report(
        .variable(.wrongPosition(usage.name, type: type, expected: "\(expected)")),
        at: variable.offset, usage.offset)
    }
  }

  /// A default, of the variable or of the place, stands in for a missing value.
  private func fits(
    _ variable: GraphQLVariableSyntax, _ expected: GraphQLType, _ usage: GraphQLVariableUsage,
    _ schema: GraphQLSchema
  ) -> Bool {
    let type = variable.type.type
    if expected.isNonNull, !type.isNonNull {
      let hasDefault = variable.defaultValue.map { !$0.isNull } ?? false
      guard hasDefault || usage.hasDefault else { return false }
      return schema.isSubtype(type, of: expected.nullable)
    }
    return schema.isSubtype(type, of: expected)
  }
}

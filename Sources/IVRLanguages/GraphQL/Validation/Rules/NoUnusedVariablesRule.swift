/// Every variable of an operation is used.
///
/// Source: GraphQL specification, October 2021, section 5.8.4.
final class NoUnusedVariablesRule: GraphQLRule {
  static let interests: GraphQLInterests = .operation

  func leave(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    let used = Set(context.usages(in: operation).map(\.name))
    for variable in operation.variables where !used.contains(variable.name.text) {
      context.report(
        .variable(.unused(variable.name.text, operation: operation.name?.text)),
        at: variable.offset)
    }
  }
}

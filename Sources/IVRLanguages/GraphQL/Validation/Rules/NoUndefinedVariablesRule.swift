/// Every variable that an operation or its fragments use is defined by the operation.
///
/// Source: GraphQL specification, October 2021, section 5.8.3.
final class NoUndefinedVariablesRule: GraphQLRule {
  static let interests: GraphQLInterests = .operation

  func leave(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    let names = operation.variables.map(\.name.text)
    let known = Set(names)
    for usage in context.usages(in: operation) where !known.contains(usage.name) {
      let near = context.suggestion(for: usage.name, in: names)
      context.report(
        .variable(
          .undefined(usage.name, operation: operation.name?.text, suggestion: near)),
        at: usage.offset, operation.offset)
    }
  }
}

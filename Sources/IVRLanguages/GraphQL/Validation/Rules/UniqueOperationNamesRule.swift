/// Every operation has a name of its own.
///
/// Source: GraphQL specification, October 2021, section 5.2.1.1.
final class UniqueOperationNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = .operation
  private var known: [String: GraphQLName] = [:]

  func enter(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    guard let name = operation.name else { return }
    if let first = known[name.text] {
      context.report(.operation(.duplicate(name.text)), at: first.offset, name.offset)
    } else {
      known[name.text] = name
    }
  }
}

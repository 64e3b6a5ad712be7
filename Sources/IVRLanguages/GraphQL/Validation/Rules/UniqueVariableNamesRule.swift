/// The variables of an operation have different names.
///
/// Source: GraphQL specification, October 2021, section 5.8.1.
final class UniqueVariableNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = .operation

  func enter(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    for group in GraphQLNameGroups(operation.variables.map(\.name)).duplicates {
      context.report(.variable(.duplicate(group[0].text)), at: group.map(\.offset))
    }
  }
}

/// Names that occur more than once, in the order they first occur.
struct GraphQLNameGroups {
  let duplicates: [[GraphQLName]]

  init(_ names: [GraphQLName]) {
    guard names.count > 1 else {
      duplicates = []
      return
    }
    var order: [String] = []
    var groups: [String: [GraphQLName]] = [:]
    for name in names {
      if groups[name.text] == nil { order.append(name.text) }
      groups[name.text, default: []].append(name)
    }
    duplicates = order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }
}

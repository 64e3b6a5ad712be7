/// A subscription selects one field, and none of introspection.
///
/// Source: GraphQL specification, October 2021, section 5.2.3.1.
final class SingleFieldSubscriptionsRule: GraphQLRule {
  static let interests: GraphQLInterests = .operation

  func enter(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    guard operation.kind == .subscription, context.schema.root(.subscription) != nil else {
      return
    }
    let fields = groups(of: operation.selectionSet, context)
    let fault = GraphQLOperationFault.subscriptionFields(operation.name?.text)
    if fields.count > 1 {
      context.report(
        .operation(fault), at: fields.dropFirst().flatMap { $0 }.map(\.offset))
    }
    for group in fields where group.contains(where: { $0.name.text.hasPrefix("__") }) {
      context.report(.operation(fault), at: group.map(\.offset))
    }
  }

  /// The selected fields by their keys, fragments expanded.
  private func groups(
    of set: GraphQLSelectionSet, _ context: GraphQLValidation
  ) -> [[GraphQLFieldSyntax]] {
    var keys: [String] = []
    var groups: [String: [GraphQLFieldSyntax]] = [:]
    var visited: Set<String> = []
    var pending = Array(set.selections.reversed())
    while let selection = pending.popLast() {
      switch selection {
      case .field(let field):
        if groups[field.responseName] == nil { keys.append(field.responseName) }
        groups[field.responseName, default: []].append(field)
      case .inline(let inline):
        pending.append(contentsOf: inline.selectionSet.selections.reversed())
      case .spread(let spread):
        guard visited.insert(spread.name.text).inserted else { continue }
        let fragment = context.fragments[spread.name.text]
        pending.append(contentsOf: (fragment?.selectionSet.selections ?? []).reversed())
      }
    }
    return keys.compactMap { groups[$0] }
  }
}

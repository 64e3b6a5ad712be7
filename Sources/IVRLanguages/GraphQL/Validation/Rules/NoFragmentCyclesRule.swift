/// No fragment includes itself.
///
/// Source: GraphQL specification, October 2021, section 5.5.2.2.
final class NoFragmentCyclesRule: GraphQLRule {
  static let interests: GraphQLInterests = .fragment
  private var visited: Set<String> = []
  private var path: [GraphQLSpreadSyntax] = []
  /// How long the path was when each fragment on it was entered.
  private var places: [String: Int] = [:]

  func enter(fragment: GraphQLFragmentSyntax, _ context: GraphQLValidation) {
    search(fragment, context)
  }

  private func search(_ fragment: GraphQLFragmentSyntax, _ context: GraphQLValidation) {
    let name = fragment.name.text
    guard path.count <= context.limits.depth, visited.insert(name).inserted else { return }
    let spreads = GraphQLValidation.spreads(in: fragment.selectionSet)
    guard !spreads.isEmpty else { return }
    places[name] = path.count
    for spread in spreads {
      path.append(spread)
      if let start = places[spread.name.text] {
        report(path[start...], context)
      } else if let next = context.fragments[spread.name.text] {
        search(next, context)
      }
      path.removeLast()
    }
    places[name] = nil
  }

  private func report(_ cycle: ArraySlice<GraphQLSpreadSyntax>, _ context: GraphQLValidation) {
    let via = cycle.dropLast().map(\.name.text)
    context.report(
      .fragment(.cycle(cycle.last?.name.text ?? "", via: via)), at: cycle.map(\.offset))
  }
}

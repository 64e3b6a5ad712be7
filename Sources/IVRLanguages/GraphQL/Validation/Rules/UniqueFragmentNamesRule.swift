/// Every fragment has a name of its own.
///
/// Source: GraphQL specification, October 2021, section 5.5.1.1.
final class UniqueFragmentNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = .fragment
  private var known: [String: GraphQLName] = [:]

  func enter(fragment: GraphQLFragmentSyntax, _ context: GraphQLValidation) {
    let name = fragment.name
    if let first = known[name.text] {
      context.report(.fragment(.duplicate(name.text)), at: first.offset, name.offset)
    } else {
      known[name.text] = name
    }
  }
}

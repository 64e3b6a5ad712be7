/// One use of a variable.
struct GraphQLVariableUsage {
  let name: String
  let offset: Int
  /// The type that its place expects, where that is known.
  let type: GraphQLType?
  /// Whether its place has a default.
  let hasDefault: Bool
}

/// The uses of variables by the operation or fragment they stand in.
struct GraphQLVariableUsages {
  private var usages: [Int: [GraphQLVariableUsage]] = [:]

  /// Notes a use in the definition that starts at `definition`.
  mutating func add(_ usage: GraphQLVariableUsage, in definition: Int) {
    usages[definition, default: []].append(usage)
  }

  /// The uses in the definition that starts at `definition`.
  subscript(definition: Int) -> [GraphQLVariableUsage] { usages[definition] ?? [] }
}

/// Notes the uses of variables, on a walk of its own where there are fragments.
final class GraphQLVariableUsageCollector: GraphQLRule {
  static let interests: GraphQLInterests = [.operation, .fragment, .value]
  private var definition = 0

  func enter(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {
    definition = operation.offset
  }

  func enter(fragment: GraphQLFragmentSyntax, _ context: GraphQLValidation) {
    definition = fragment.offset
  }

  func enter(value: GraphQLLiteral, _ context: GraphQLValidation) {
    guard let name = value.variableName else { return }
    let usage = GraphQLVariableUsage(
      name: name, offset: value.offset, type: context.inputType, hasDefault: context.hasDefault)
    context.usages.add(usage, in: definition)
  }
}

extension GraphQLValidation {
  /// The variables that an operation uses, itself first, then by its fragments.
  func usages(in operation: GraphQLOperationSyntax) -> [GraphQLVariableUsage] {
    if let known = allUsages[operation.offset] { return known }
    let all = fragments(below: operation.selectionSet).reduce(usages[operation.offset]) {
      $0 + usages[$1.offset]
    }
    allUsages[operation.offset] = all
    return all
  }
}

/// Checks a document against a schema with every rule of the specification.
///
/// Source: GraphQL specification, October 2021, section 5. All faults are reported, those of
/// earlier places first and at one place in the order of the rules below.
struct GraphQLValidator {
  private let context: GraphQLValidation

  init(_ document: GraphQLDocument, schema: GraphQLSchema, limits: GraphQLLimits) {
    context = GraphQLValidation(document, schema: schema, limits: limits)
  }

  /// All faults.
  func run() -> [GraphQLError] {
    // Operations come before their fragments, whose variables they are asked about; without
    // fragments the uses are known in time, and one walk is enough.
    if context.fragments.isEmpty {
      GraphQLWalker(context, Self.collectorAndRules).walk(context.document)
    } else {
      GraphQLWalker(context, Self.collector).walk(context.document)
      GraphQLWalker(context, Self.rules).walk(context.document)
    }
    return context.errors
  }

  private static let collector = GraphQLRuleSet([GraphQLVariableUsageCollector.self])
  private static let rules = GraphQLRuleSet(all)
  private static let collectorAndRules = GraphQLRuleSet([GraphQLVariableUsageCollector.self] + all)

  /// Every rule, in the order that the reference implementations have.
  private static let all: [any GraphQLRule.Type] = [
    ExecutableDefinitionsRule.self, UniqueOperationNamesRule.self, LoneAnonymousOperationRule.self,
    SingleFieldSubscriptionsRule.self, KnownTypeNamesRule.self, FragmentsOnCompositeTypesRule.self,
    VariablesAreInputTypesRule.self, ScalarLeafsRule.self, FieldsOnCorrectTypeRule.self,
    UniqueFragmentNamesRule.self, KnownFragmentNamesRule.self, NoUnusedFragmentsRule.self,
    PossibleFragmentSpreadsRule.self, NoFragmentCyclesRule.self, UniqueVariableNamesRule.self,
    NoUndefinedVariablesRule.self, NoUnusedVariablesRule.self, KnownDirectivesRule.self,
    UniqueDirectivesRule.self, KnownArgumentNamesRule.self, UniqueArgumentNamesRule.self,
    ValuesOfCorrectTypeRule.self, RequiredArgumentsRule.self, VariablesInAllowedPositionRule.self,
    OverlappingFieldsRule.self, UniqueInputFieldNamesRule.self,
  ]
}

/// Rules with what each of them wants to hear of, worked out once.
struct GraphQLRuleSet: Sendable {
  private let types: [any GraphQLRule.Type]
  /// The numbers of the rules that hear of each kind of node.
  let listeners: [[Int]]

  init(_ types: [any GraphQLRule.Type]) {
    self.types = types
    listeners = (0..<GraphQLInterests.kinds).map { kind in
      types.indices.filter { types[$0].interests.rawValue & 1 << kind != 0 }
    }
  }

  /// The rules, new for one document.
  func rules() -> [any GraphQLRule] { types.map { $0.init() } }
}

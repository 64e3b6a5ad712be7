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
    GraphQLWalker(context, rules: [GraphQLVariableUsageCollector()]).walk(context.document)
    GraphQLWalker(context, rules: Self.rules()).walk(context.document)
    return context.errors
  }

  /// Every rule, in the order that the reference implementations have.
  private static func rules() -> [any GraphQLRule] {
    [
      ExecutableDefinitionsRule(), UniqueOperationNamesRule(), LoneAnonymousOperationRule(),
      SingleFieldSubscriptionsRule(), KnownTypeNamesRule(), FragmentsOnCompositeTypesRule(),
      VariablesAreInputTypesRule(), ScalarLeafsRule(), FieldsOnCorrectTypeRule(),
      UniqueFragmentNamesRule(), KnownFragmentNamesRule(), NoUnusedFragmentsRule(),
      PossibleFragmentSpreadsRule(), NoFragmentCyclesRule(), UniqueVariableNamesRule(),
      NoUndefinedVariablesRule(), NoUnusedVariablesRule(), KnownDirectivesRule(),
      UniqueDirectivesRule(), KnownArgumentNamesRule(), UniqueArgumentNamesRule(),
      ValuesOfCorrectTypeRule(), RequiredArgumentsRule(), VariablesInAllowedPositionRule(),
      OverlappingFieldsRule(), UniqueInputFieldNamesRule(),
    ]
  }
}

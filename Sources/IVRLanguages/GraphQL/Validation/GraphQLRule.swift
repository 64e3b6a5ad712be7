/// The kinds of nodes that a rule hears of.
struct GraphQLInterests: OptionSet {
  let rawValue: Int

  static let document = GraphQLInterests(rawValue: 1 << 0)
  static let operation = GraphQLInterests(rawValue: 1 << 1)
  static let fragment = GraphQLInterests(rawValue: 1 << 2)
  static let variable = GraphQLInterests(rawValue: 1 << 3)
  static let typeName = GraphQLInterests(rawValue: 1 << 4)
  static let selectionSet = GraphQLInterests(rawValue: 1 << 5)
  static let field = GraphQLInterests(rawValue: 1 << 6)
  static let inline = GraphQLInterests(rawValue: 1 << 7)
  static let spread = GraphQLInterests(rawValue: 1 << 8)
  static let directive = GraphQLInterests(rawValue: 1 << 9)
  static let argument = GraphQLInterests(rawValue: 1 << 10)
  static let value = GraphQLInterests(rawValue: 1 << 11)

  /// How many kinds there are.
  static let kinds = 12
  /// The number of a single kind, from 0.
  var number: Int { rawValue.trailingZeroBitCount }
}

/// One rule of validation: it hears of every node and reports what it does not like.
///
/// A rule is made anew for each document, so that it may remember what it has seen.
protocol GraphQLRule: AnyObject, SendableMetatype {
  /// What the rule wants to hear of; nothing else is told.
  static var interests: GraphQLInterests { get }

  init()

  func enter(document: GraphQLDocument, _ context: GraphQLValidation)
  func leave(document: GraphQLDocument, _ context: GraphQLValidation)
  func enter(operation: GraphQLOperationSyntax, _ context: GraphQLValidation)
  func leave(operation: GraphQLOperationSyntax, _ context: GraphQLValidation)
  func enter(fragment: GraphQLFragmentSyntax, _ context: GraphQLValidation)
  func enter(variable: GraphQLVariableSyntax, _ context: GraphQLValidation)
  /// The name of a type in a variable or after `on`.
  func enter(typeName: GraphQLName, _ context: GraphQLValidation)
  func enter(selectionSet: GraphQLSelectionSet, _ context: GraphQLValidation)
  func enter(field: GraphQLFieldSyntax, _ context: GraphQLValidation)
  func leave(field: GraphQLFieldSyntax, _ context: GraphQLValidation)
  func enter(inline: GraphQLInlineSyntax, _ context: GraphQLValidation)
  func enter(spread: GraphQLSpreadSyntax, _ context: GraphQLValidation)
  /// All directives of one node, before each of them.
  func enter(
    directives: [GraphQLDirectiveSyntax], at location: String, _ context: GraphQLValidation)
  func enter(
    directive: GraphQLDirectiveSyntax, at location: String, _ context: GraphQLValidation)
  func leave(directive: GraphQLDirectiveSyntax, _ context: GraphQLValidation)
  func enter(argument: GraphQLArgumentSyntax, _ context: GraphQLValidation)
  func enter(value: GraphQLLiteral, _ context: GraphQLValidation)
  /// A field of an object literal, before its value; `owner` is the type of the object.
  func enter(
    objectField: GraphQLLiteralField, of owner: GraphQLTypeDefinition?,
    _ context: GraphQLValidation)
}

extension GraphQLRule {
  func enter(document: GraphQLDocument, _ context: GraphQLValidation) {}
  func leave(document: GraphQLDocument, _ context: GraphQLValidation) {}
  func enter(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {}
  func leave(operation: GraphQLOperationSyntax, _ context: GraphQLValidation) {}
  func enter(fragment: GraphQLFragmentSyntax, _ context: GraphQLValidation) {}
  func enter(variable: GraphQLVariableSyntax, _ context: GraphQLValidation) {}
  func enter(typeName: GraphQLName, _ context: GraphQLValidation) {}
  func enter(selectionSet: GraphQLSelectionSet, _ context: GraphQLValidation) {}
  func enter(field: GraphQLFieldSyntax, _ context: GraphQLValidation) {}
  func leave(field: GraphQLFieldSyntax, _ context: GraphQLValidation) {}
  func enter(inline: GraphQLInlineSyntax, _ context: GraphQLValidation) {}
  func enter(spread: GraphQLSpreadSyntax, _ context: GraphQLValidation) {}
  func enter(
    directives: [GraphQLDirectiveSyntax], at location: String, _ context: GraphQLValidation
  ) {}
  func enter(
    directive: GraphQLDirectiveSyntax, at location: String, _ context: GraphQLValidation
  ) {}
  func leave(directive: GraphQLDirectiveSyntax, _ context: GraphQLValidation) {}
  func enter(argument: GraphQLArgumentSyntax, _ context: GraphQLValidation) {}
  func enter(value: GraphQLLiteral, _ context: GraphQLValidation) {}
  func enter(
    objectField: GraphQLLiteralField, of owner: GraphQLTypeDefinition?,
    _ context: GraphQLValidation
  ) {}
}

/// One rule of validation: it hears of every node and reports what it does not like.
///
/// A rule is made anew for each document, so that it may remember what it has seen.
protocol GraphQLRule: AnyObject {
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

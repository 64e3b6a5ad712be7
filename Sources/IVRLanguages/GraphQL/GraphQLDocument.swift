/// A parsed document: operations and fragments, or the definitions of a schema.
///
/// Source: GraphQL specification, October 2021, section 2.2.
public struct GraphQLDocument: Sendable {
  let source: SourceText
  let definitions: [GraphQLDefinitionSyntax]

  /// Parses a text.
  ///
  /// - Throws: `.syntax` at the first fault, or `.limit`.
  public init(_ text: String, limits: GraphQLLimits = .standard) throws(GraphQLError) {
    source = SourceText(text)
    var parser = try GraphQLParser(source, limits: limits)
    definitions = try parser.document()
  }

  /// The document in the usual form: two blanks a level, one selection a line, no comments.
  public var printed: String { GraphQLPrinter.written(definitions) }

  /// The names of the operations in order; `nil` for one without name.
  public var operationNames: [String?] { operations.map { $0.name?.text } }

  var operations: [GraphQLOperationSyntax] {
    definitions.compactMap { if case .operation(let syntax) = $0 { syntax } else { nil } }
  }

  var fragments: [GraphQLFragmentSyntax] {
    definitions.compactMap { if case .fragment(let syntax) = $0 { syntax } else { nil } }
  }
}

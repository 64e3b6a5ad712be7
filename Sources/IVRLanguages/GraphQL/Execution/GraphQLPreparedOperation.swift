/// Why a request is not executed: everything found.
struct GraphQLRefusal: Error {
  let errors: [GraphQLError]
}

/// The requested operation with its variables, ready to run.
struct GraphQLPreparedOperation {
  private let operation: GraphQLOperationSyntax
  private let root: GraphQLTypeDefinition
  private let planner: GraphQLPlanner
  private let limits: GraphQLLimits

  init(
    _ document: GraphQLDocument, _ given: JSONObject, _ name: String?, schema: GraphQLSchema,
    limits: GraphQLLimits
  ) throws(GraphQLRefusal) {
    do throws(GraphQLError) {
      operation = try Self.operation(named: name, in: document)
    } catch {
      throw GraphQLRefusal(errors: [error])
    }
    let variables = GraphQLVariableCoercion(
      operation.variables, given: given, schema: schema, source: document.source,
      limits: limits)
    guard variables.errors.isEmpty else { throw GraphQLRefusal(errors: variables.errors) }
    guard let root = schema.root(operation.kind) else {
      let fault = GraphQLRequestFault.unsupportedOperation(operation.kind.rawValue)
      throw GraphQLRefusal(errors: [
        GraphQLError(.request(fault), in: document.source, at: [operation.offset])
      ])
    }
    self.root = root
    self.limits = limits
    planner = GraphQLPlanner(schema: schema, document: document, variables: variables.values)
  }

  /// Executes the operation.
  func run(_ resolver: any GraphQLResolver) -> GraphQLResponse {
    planner.resolver = resolver
    var executor = GraphQLExecutor(
      resolver: resolver, planner: planner, limits: limits, output: GraphQLValueOutput())
    executor.run([operation.selectionSet], on: root)
    let errors = executor.errors
    return GraphQLResponse(
      phase: errors.isEmpty ? .ok : .execution, errors: errors, data: executor.output.value)
  }

  /// Executes the operation and writes the data as text.
  func runText(_ resolver: any GraphQLResolver) -> GraphQLTextResponse {
    planner.resolver = resolver
    var executor = GraphQLExecutor(
      resolver: resolver, planner: planner, limits: limits, output: GraphQLTextOutput())
    executor.run([operation.selectionSet], on: root)
    let errors = executor.errors
    return GraphQLTextResponse(
      phase: errors.isEmpty ? .ok : .execution, errors: errors, data: executor.output.text)
  }

  private static func operation(
    named name: String?, in document: GraphQLDocument
  ) throws(GraphQLError) -> GraphQLOperationSyntax {
    let operations = document.operations
    guard let name else {
      guard let first = operations.first else { throw fault(.noOperation) }
      guard operations.count == 1 else { throw fault(.operationNameRequired) }
      return first
    }
    guard let found = operations.first(where: { $0.name?.text == name }) else {
      let names = operations.compactMap { $0.name?.text }
      throw fault(
        .unknownOperation(name, suggestion: GraphQLSuggestion(for: name, in: names)))
    }
    return found
  }

  private static func fault(_ fault: GraphQLRequestFault) -> GraphQLError {
    GraphQLError(.request(fault), in: nil, at: [])
  }
}

/// A document that was parsed and validated once, to be executed often with other variables.
///
/// Parsing and validating cost more than executing a query for a few rows, and clients send the
/// same few documents again and again.
public struct GraphQLPreparedQuery: Sendable {
  /// Why the document cannot be executed; empty where it can.
  public let errors: [GraphQLError]

  private let document: GraphQLDocument?
  private let schema: GraphQLSchema
  private let limits: GraphQLLimits

  /// Parses and validates a text.
  public init(_ text: String, schema: GraphQLSchema, limits: GraphQLLimits = .standard) {
    self.schema = schema
    self.limits = limits
    do throws(GraphQLError) {
      let document = try GraphQLDocument(text, limits: limits)
      errors = GraphQL.validate(document, schema: schema, limits: limits)
      self.document = document
    } catch {
      errors = [error]
      document = nil
    }
  }

  /// Executes an operation of the document and gives the data as text.
  public func executeText(
    variables: JSONObject = [:], operationName: String? = nil, resolver: any GraphQLResolver
  ) -> GraphQLTextResponse {
    guard let document, errors.isEmpty else {
      let phase = errors.first?.phase ?? .validation
      return GraphQLTextResponse(phase: phase, errors: errors, data: nil)
    }
    do throws(GraphQLRefusal) {
      let operation = try GraphQLPreparedOperation(
        document, variables, operationName, schema: schema, limits: limits)
      return operation.runText(resolver)
    } catch {
      return GraphQLTextResponse(phase: .request, errors: error.errors, data: nil)
    }
  }

  /// Executes an operation of the document.
  public func execute(
    variables: JSONObject = [:], operationName: String? = nil, resolver: any GraphQLResolver
  ) -> GraphQLResponse {
    guard let document, errors.isEmpty else {
      return GraphQLResponse(phase: errors.first?.phase ?? .validation, errors: errors, data: nil)
    }
    do throws(GraphQLRefusal) {
      let operation = try GraphQLPreparedOperation(
        document, variables, operationName, schema: schema, limits: limits)
      return operation.run(resolver)
    } catch {
      return GraphQLResponse(phase: .request, errors: error.errors, data: nil)
    }
  }
}

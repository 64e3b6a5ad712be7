/// Executes and validates GraphQL requests.
///
/// Source: GraphQL specification, October 2021. Nothing here knows of the schema's meaning: that
/// is the resolver's part.
public enum GraphQL {
  /// Parses, validates and executes a request.
  public static func execute(
    _ request: GraphQLRequest, schema: GraphQLSchema, resolver: any GraphQLResolver,
    limits: GraphQLLimits = .standard
  ) -> GraphQLResponse {
    do throws(GraphQLError) {
      let document = try GraphQLDocument(request.query, limits: limits)
      return execute(document, request, schema: schema, resolver: resolver, limits: limits)
    } catch {
      return GraphQLResponse(phase: error.phase, errors: [error], data: nil)
    }
  }

  /// Everything in a document that does not fit the schema, in the order it was found.
  public static func validate(
    _ document: GraphQLDocument, schema: GraphQLSchema, limits: GraphQLLimits = .standard
  ) -> [GraphQLError] {
    if let error = GraphQLSizeCheck(document, limits: limits).run() { return [error] }
    return GraphQLValidator(document, schema: schema, limits: limits).run()
  }

  private static func execute(
    _ document: GraphQLDocument, _ request: GraphQLRequest, schema: GraphQLSchema,
    resolver: any GraphQLResolver, limits: GraphQLLimits
  ) -> GraphQLResponse {
    let faults = validate(document, schema: schema, limits: limits)
    guard faults.isEmpty else {
      return GraphQLResponse(phase: .validation, errors: faults, data: nil)
    }
    do throws(GraphQLRefusal) {
      let operation = try GraphQLPreparedOperation(
        document, request, schema: schema, limits: limits)
      return operation.run(resolver)
    } catch {
      return GraphQLResponse(phase: .request, errors: error.errors, data: nil)
    }
  }
}

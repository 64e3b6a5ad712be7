/// Executes and validates GraphQL requests.
///
/// Source: GraphQL specification, October 2021. Nothing here knows of the schema's meaning: that
/// is the resolver's part.
public enum GraphQL {
  /// Parses, validates and executes a request; see `GraphQLPreparedQuery` for repeated ones.
  public static func execute(
    _ request: GraphQLRequest, schema: GraphQLSchema, resolver: any GraphQLResolver,
    limits: GraphQLLimits = .standard
  ) -> GraphQLResponse {
    GraphQLPreparedQuery(request.query, schema: schema, limits: limits).execute(
      variables: request.variables, operationName: request.operationName, resolver: resolver)
  }

  /// Parses, validates and executes a request, the data as text.
  public static func executeText(
    _ request: GraphQLRequest, schema: GraphQLSchema, resolver: any GraphQLResolver,
    limits: GraphQLLimits = .standard
  ) -> GraphQLTextResponse {
    GraphQLPreparedQuery(request.query, schema: schema, limits: limits).executeText(
      variables: request.variables, operationName: request.operationName, resolver: resolver)
  }

  /// Everything in a document that does not fit the schema, in the order it was found.
  public static func validate(
    _ document: GraphQLDocument, schema: GraphQLSchema, limits: GraphQLLimits = .standard
  ) -> [GraphQLError] {
    if let error = GraphQLSizeCheck(document, limits: limits).run() { return [error] }
    return GraphQLValidator(document, schema: schema, limits: limits).run()
  }
}

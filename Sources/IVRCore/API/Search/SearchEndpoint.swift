import IVRLanguages

/// `POST /search`: GraphQL over the tasks of the lab.
///
/// Source: webex-search-api reference, sections 1 to 5 and 8. The newest task comes first, since
/// flows look at `tasks[0]`.
struct SearchEndpoint {
  let state: EngineState
  let world: World

  /// The members of the body.
  static let body: [ValueShape] = [
    .required("query", .text(limit: .max), "The query, in GraphQL."),
    .optional("variables", .object([])), .optional("operationName", .text(limit: .max)),
  ]

  /// Answers a request whose body has the shape; throws 400.
  func answer(_ body: JSONObject) throws(APIError) -> HTTPResponse {
    let query = GraphQLRequest(
      query: body["query"]?.string ?? "", variables: body["variables"]?.object ?? [:],
      operationName: body["operationName"]?.string)
    let schema = try SearchSchema.schema(hasIntrospection: world.lab.hasIntrospection)
    let resolver = SearchResolver(state: state, world: world)
    let result = GraphQL.executeText(query, schema: schema, resolver: resolver)
    if let error = resolver.refusal { throw error }
    if result.phase == .syntax || result.phase == .validation || result.phase == .request {
      throw refusal(result.errors)
    }
    var response = HTTPResponse(
      status: 200, headers: [HTTPHeader("Content-Type", "application/json")],
      body: result.text)
    response.matched = resolver.matched
    return response
  }

  /// A query that cannot be executed: the body of all refusals, and beside it the list of errors as
  /// graphql-java words it.
  private func refusal(_ errors: [GraphQLError]) -> APIError {
    let place = errors.first.map {
      " (line \($0.position.line), column \($0.position.column))"
    }
    var error = APIError(400, (errors.first?.message ?? "Invalid query.") + (place ?? ""))
    error.more = ["errors": .array(errors.map(Self.described))]
    return error
  }

  private static func described(_ error: GraphQLError) -> JSONValue {
    var members = error.json.object ?? [:]
    members["extensions"] = ["classification": .string(error.classification)]
    return .object(members)
  }
}

extension RouteFamily {
  /// Search.
  static let search = RouteFamily(
    name: "Search",
    routes: [
      Route(
        "POST", "/search", "Answers a GraphQL query over tasks and agent sessions.",
        scopes: ["cjp:config", "cjp:config_read"], body: SearchEndpoint.body
      ) { (engine, call) throws(APIError) in
        .now(try SearchEndpoint(state: engine.state, world: engine.world).answer(call.body))
      }.onlyReading.telling(.json(.object([.required("data", .object([]))])), refusals: [413])
    ],
    authorize: { (request, route, lab) throws(APIError) in
      try Authorization.check(request, route, lab, missingStatus: 400)
    },
    latency: { $0.faults.searchLatency ?? $1.latency.search }, fault: { $0.faults.searchStatus })
}

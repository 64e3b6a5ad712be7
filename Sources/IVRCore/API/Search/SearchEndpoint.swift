import IVRLanguages

/// `POST /search`: GraphQL over the tasks of the lab.
///
/// Source: webex-search-api reference, sections 1 to 5 and 8. The newest task comes first, since
/// flows look at `tasks[0]`.
struct SearchEndpoint {
  let state: EngineState
  let world: World

  /// Answers a request; throws 400.
  func answer(_ request: HTTPRequest) throws(APIError) -> HTTPResponse {
    try Authorization.checkIsJSON(request)
    return try execute(try query(request.body))
  }

  private func execute(_ query: GraphQLRequest) throws(APIError) -> HTTPResponse {
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

  private func query(_ text: String) throws(APIError) -> GraphQLRequest {
    let body: JSONValue
    do {
      body = try JSONText.parse(text)
    } catch {
      let place = "line \(error.position.line), column \(error.position.column)"
      throw APIError(400, "The body is not JSON: \(place): \(error.message)")
    }
    guard let query = body["query"]?.string else {
      throw APIError(400, "The body has no text \"query\".")
    }
    let variables = body["variables"] ?? .null
    guard variables.isNull || variables.object != nil else {
      throw APIError(400, "\"variables\" is no object.")
    }
    return GraphQLRequest(
      query: query, variables: variables.object ?? [:],
      operationName: body["operationName"]?.string)
  }
}

extension RouteFamily {
  /// Search.
  static let search = RouteFamily(
    name: "Search",
    routes: [
      Route(
        "POST", "/search", "Answers a GraphQL query over tasks and agent sessions.",
        scopes: ["cjp:config", "cjp:config_read"]
      ) { (engine, call) throws(APIError) in
        .now(try SearchEndpoint(state: engine.state, world: engine.world).answer(call.request))
      }.onlyReading
    ],
    authorize: { (request, route, lab) throws(APIError) in
      try Authorization.check(request, route, lab, missingStatus: 400)
    },
    latency: { $0.faults.searchLatency ?? $1.latency.search }, fault: { $0.faults.searchStatus })
}

import IVRLanguages

/// `POST /search`: GraphQL over the tasks of the lab.
///
/// Source: webex-search-api reference, sections 1 to 5 and 8. The newest task comes first, since
/// flows look at `tasks[0]`.
struct SearchEndpoint {
  let state: EngineState
  let lab: Lab

  /// Answers a request.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    do {
      try Authorization.check(
        request, lab, scopes: ["cjp:config", "cjp:config_read"], missingStatus: 400)
      try Authorization.checkIsJSON(request)
      return try execute(try query(request.body), request)
    } catch {
      return error.response(to: request)
    }
  }

  private func execute(
    _ query: GraphQLRequest, _ request: HTTPRequest
  ) throws(APIError) -> HTTPResponse {
    let schema = try SearchSchema.schema()
    let resolver = SearchResolver(state: state, lab: lab)
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

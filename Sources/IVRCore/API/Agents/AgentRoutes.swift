import IVRLanguages

extension RouteFamily {
  private static let user = ["cjp:user"]

  /// Agents.
  static let agents = RouteFamily(
    name: "Agents",
    routes: [
      Route(
        "POST", "/v1/agents/login", "Signs an agent in.", scopes: user, body: AgentsEndpoint.login,
        success: 202, AgentsEndpoint.login),
      Route(
        "PUT", "/v1/agents/logout", "Signs an agent out.", scopes: user,
        body: AgentsEndpoint.logout, success: 202, AgentsEndpoint.logout),
      Route(
        "PUT", "/v1/agents/session/state", "Makes an agent available or idle.", scopes: user,
        body: AgentsEndpoint.state, success: 202, AgentsEndpoint.setState),
      Route(
        "POST", "/v1/agents/reload", "Takes up the session of an agent again.", scopes: user,
        body: [.optional("agentId", .text(limit: 100))], success: 202, AgentsEndpoint.reload),
      Route(
        "POST", "/v1/agents/buddyList", "Lists the other agents who are signed in.", scopes: user,
        body: [.optional("agentId", .text(limit: 100))], success: 202, AgentsEndpoint.buddies
      ).onlyReading.telling(.json(AgentShapes.buddies)),
      Route(
        "GET", "/v1/agents/activities", "Lists what agents did, session by session.", scopes: user,
        query: AgentReports.query, AgentReports.activities
      ).telling(.json(AgentShapes.rows)),
      Route(
        "GET", "/v1/agents/statistics", "Tells counts and durations of agents' states.",
        scopes: user, query: AgentReports.query, AgentReports.statistics
      ).telling(.json(AgentShapes.rows)),
    ],
    authorize: Authorization.user)

  /// Estimated waits.
  static let waits = RouteFamily(
    name: "Estimated wait",
    routes: [
      Route(
        "GET", "/v1/ewt", "Estimates the wait in a queue, in milliseconds.",
        scopes: ["cjp:user", "cjp:config_read", "cjp:config"], query: WaitEndpoint.query,
        WaitEndpoint.estimate
      ).telling(
        .json(AgentShapes.wait), answers: [RouteFacts.Answer(status: 204, content: .nothing)])
    ],
    authorize: Authorization.user)
}

/// `GET /v1/ewt`.
///
/// Source: webex-tasks-api reference, section 6: 204 without a body where there is no estimate.
enum WaitEndpoint {
  static let query: [ValueShape] = [
    .required("queueId", .text(limit: 100)), .required("lookbackMinutes", .whole(5...240)),
    .optional("maxCV", .whole(1...100)), .optional("minValidSamples", .whole(1...100)),
  ]

  static func estimate(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let id = QueueID(rawValue: call.query["queueId"]?.string ?? "")
    let estimate = engine.state.queues[id]?.history.estimate(
      lookbackMinutes: call.query["lookbackMinutes"]?.int64 ?? 5,
      scatter: call.query["maxCV"]?.int64 ?? 40, valid: call.query["minValidSamples"]?.int64 ?? 40,
      at: engine.state.now)
    guard let estimate else { return .empty(204) }
    return .json(["estimatedWaitTime": .number(JSONNumber(Double(estimate)))])
  }
}

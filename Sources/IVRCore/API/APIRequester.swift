import IVRLanguages

/// For whom a request acts.
extension APICall {
  /// The agent whose token it is; nil where the token speaks for all agents.
  func tokenAgent(_ lab: Lab) -> AgentID? { Authorization.token(of: request, lab)?.agent }

  /// The agent that the request is about: the body's `agentId`, else the token's own.
  ///
  /// Throws 400 where there is none, 403 for a token of another agent.
  func agent(_ engine: Engine) throws(APIError) -> Agent {
    let own = tokenAgent(engine.world.lab)
    let named = (body["agentId"]?.string).flatMap { $0.isEmpty ? nil : AgentID(rawValue: $0) }
    guard let id = named ?? own else {
      throw APIError(400, "agentId is missing, and the access token belongs to no agent.")
    }
    if let own, own != id {
      throw APIError(403, "The access token belongs to another agent than \(id).")
    }
    guard let agent = engine.state.agents[id] else {
      throw APIError(400, "There is no agent \"\(id)\".")
    }
    return agent
  }

  /// The task that the path names; throws 404, and 403 for a token of an agent who does not have it.
  func task(_ engine: Engine) throws(APIError) -> ContactTask {
    let id = TaskID(rawValue: path["taskId"] ?? "")
    guard let task = engine.state.tasks[id] else {
      throw APIError(404, "There is no task \"\(id)\".")
    }
    if let own = tokenAgent(engine.world.lab), let agent = task.agent, own != agent {
      throw APIError(403, "The task belongs to another agent.")
    }
    return task
  }

  /// Throws 403 where the path names another organisation than the lab's.
  func checkOrganisation(_ lab: Lab) throws(APIError) {
    guard path["orgId"] == nil || path["orgId"] == lab.orgID else {
      throw Authorization.otherOrganisation
    }
  }
}

extension HTTPResponse {
  /// An answer in JSON.
  static func json(_ value: JSONValue, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "application/json")],
      body: JSONText.print(value))
  }
}

extension APIAnswer {
  /// An answer in JSON, at once.
  static func json(_ value: JSONValue, status: Int = 200) -> APIAnswer {
    .now(.json(value, status: status))
  }
}

import IVRLanguages

/// Agents: sign in and out, change state, and look at each other.
///
/// Source: webex-tasks-api reference, section 5. The documents give no shape for lists; these are
/// our own.
enum AgentsEndpoint {
  static let login: [ValueShape] = [
    .optional("dialNumber", .text(limit: 43)), .optional("teamId", .text(limit: 100)),
    .optional("isExtension", .flag),
    .optional("roles", .list(.choice(["agent", "supervisor"]), limit: 2)),
    .optional("deviceType", .choice(["AGENT_DN", "EXTENSION", "BROWSER"])),
    .optional("deviceId", .text(limit: 128)), .optional("agentId", .text(limit: 100)),
  ]
  static let logout: [ValueShape] = [
    .required("logoutReason", .text(limit: 128)), .optional("agentId", .text(limit: 100)),
  ]
  static let state: [ValueShape] = [
    .required("state", .choice(["Available", "Idle"])),
    .required("auxCodeId", .text(limit: 128)),
    .optional("lastStateChangeReason", .text(limit: 128)),
    .optional("agentId", .text(limit: 100)),
  ]

  static func login(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let agent = try call.agent(engine)
    if let team = call.body["teamId"]?.string, team != agent.team.rawValue {
      throw APIError(400, "\(agent.name) is not in the team \"\(team)\".")
    }
    engine.signIn(agent.id, dialNumber: call.body["dialNumber"]?.string ?? "")
    return .empty(202)
  }

  static func logout(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let agent = try signedIn(engine, call)
    guard agent.state.task == nil else {
      throw APIError(400, "\(agent.name) is \(agent.state.name) and cannot sign out.")
    }
    engine.signOut(agent.id, reason: call.body["logoutReason"]?.string ?? "")
    return .empty(202)
  }

  static func setState(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let agent = try signedIn(engine, call)
    guard agent.state.task == nil else {
      throw APIError(400, "\(agent.name) is \(agent.state.name); the state cannot change now.")
    }
    if call.body["state"]?.string == "Available" {
      if agent.state != .available { engine.perform(.available, by: agent.id) }
    } else {
      let codes = engine.world.lab.idleCodes
      let given = [call.body["auxCodeId"]?.string, call.body["lastStateChangeReason"]?.string]
      let code = given.compactMap { $0 }.first { codes.contains($0) } ?? codes.first ?? "Idle"
      engine.perform(.idle(code), by: agent.id)
    }
    return .empty(202)
  }

  static func reload(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    _ = try signedIn(engine, call)
    return .empty(202)
  }

  static func buddies(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let own = try call.agent(engine)
    let others = engine.state.agents.values.filter { $0.id != own.id && $0.session != nil }
    return .json(
      ["data": ["agentList": .array(others.map { card($0, engine.world.lab) })]], status: 202)
  }

  private static func signedIn(
    _ engine: Engine, _ call: APICall
  ) throws(APIError) -> Agent {
    let agent = try call.agent(engine)
    guard agent.session != nil else { throw APIError(400, "\(agent.name) is not signed in.") }
    return agent
  }

  private static func card(_ agent: Agent, _ lab: Lab) -> JSONValue {
    [
      "agentId": .string(agent.id.rawValue), "agentName": .string(agent.name),
      "teamId": .string(agent.team.rawValue),
      "teamName": .text(lab.teams.first { $0.id == agent.team }?.name),
      "state": .string(agent.state.name),
    ]
  }
}

/// What agents did: `GET /v1/agents/activities` and `GET /v1/agents/statistics`.
///
/// Source: webex-tasks-api reference, section 5, names the paths; the rows are those of Search.
enum AgentReports {
  static let query: [ValueShape] = [
    .required("from", .whole(0 ... .max)), .optional("to", .whole(0 ... .max)),
    .optional("agentIds", .text(limit: 2_000)), .optional("pageSize", .whole(1...1_000)),
  ]

  static func activities(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let rows = sessions(engine, call).flatMap { row in
      (row["channelInfo"]?[0]?["activities"]?["nodes"]?.array ?? []).map { node in
        var members = node.object ?? [:]
        members["agentId"] = row["agentId"] ?? .null
        members["agentName"] = row["agentName"] ?? .null
        return JSONValue.object(members)
      }
    }
    return answer(rows, engine, call)
  }

  static func statistics(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let rows = sessions(engine, call).map { row in
      var members = row.object ?? [:]
      var channel = row["channelInfo"]?[0]?.object ?? [:]
      channel["activities"] = nil
      members["channelInfo"] = [.object(channel)]
      return JSONValue.object(members)
    }
    return answer(rows, engine, call)
  }

  /// The sessions that began in the window.
  private static func sessions(_ engine: Engine, _ call: APICall) -> [JSONValue] {
    let from = call.query["from"]?.int64 ?? 0
    let to = call.query["to"]?.int64 ?? engine.state.now.milliseconds
    let wanted = call.query["agentIds"]?.string?.split(separator: ",").map(String.init)
    let names = Set(SearchDictionary.sessionFields.map(\.name))
    return engine.state.agentSessions.values.filter { session in
      let start = session.start.milliseconds
      return from <= start && start <= to
        && wanted?.contains(session.agent.rawValue) ?? true
    }.map { session in
      SessionRow(session: session, state: engine.state, lab: engine.world.lab).json(names)
    }
  }

  private static func answer(
    _ rows: [JSONValue], _ engine: Engine, _ call: APICall
  ) -> APIAnswer {
    let size = Int(call.query["pageSize"]?.int64 ?? 100)
    return .json([
      "meta": ["orgId": .string(engine.world.lab.orgID)], "data": .array(Array(rows.prefix(size))),
    ])
  }
}

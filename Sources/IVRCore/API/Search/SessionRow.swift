import IVRLanguages

/// An agent session as Search shows it.
///
/// Source: webex-search-api reference, sections 7.3 and 7.4. Agents have one channel here, telephony.
/// As documented `channelInfo.totalDuration` is in seconds, all other durations in milliseconds.
struct SessionRow {
  let session: AgentSession
  let state: EngineState
  let lab: Lab

  /// The fields of the given names.
  func json(_ names: Set<String>) -> JSONValue {
    var row = JSONObject()
    let known = person
    for field in SearchDictionary.sessionFields where names.contains(field.name) {
      row[field.name] = field.name == "channelInfo" ? [channel] : known[field.name] ?? .null
    }
    return .object(row)
  }

  private var end: SimulationTime { session.end ?? state.now }

  private var person: JSONObject {
    let agent = SearchAgent.json(session.agent, state, lab)
    let team = SearchAgent.team(of: session.agent, state, lab)
    let word = session.end == nil ? session.moments.last?.word : "logged-out"
    return [
      "isActive": .bool(session.end == nil), "agentId": .string(session.agent.rawValue),
      "agentName": agent["name"] ?? .null, "agentSessionId": .string(session.id.rawValue),
      "agentSignOutReason": .text(session.reason), "userLoginId": agent["signInId"] ?? .null,
      "startTime": .time(session.start), "endTime": .time(session.end), "state": .text(word),
      "agentSkills": skills, "teamId": team["id"] ?? .null, "teamName": team["name"] ?? .null,
      "orgId": .string(lab.orgID), "orgName": .string(lab.name), "parentOrgId": .string(lab.orgID),
      "parentOrgName": .string(lab.name),
    ]
  }

  private var skills: JSONValue {
    let skills = state.agents[session.agent]?.skills ?? AgentSkills()
    return .array(
      skills.names.map { name in
        var members = skills[name]?.members ?? [:]
        members["name"] = .string(name)
        return .object(members)
      })
  }

  private var channel: JSONValue {
    var members = JSONObject()
    let known = figures
    for field in SearchDictionary.channelFields {
      members[field.name] = known[field.name] ?? .unfilled(field)
    }
    members["activities"] = ["nodes": .array(activities.reversed())]
    return .object(members)
  }

  private var figures: JSONObject {
    let last = session.moments.last
    var known: JSONObject = [
      "channelId": .string(SearchAgent.channelID(of: session)), "channelType": "telephony",
      "agentPhoneNumber": .string(session.dialNumber), "currentState": .text(last?.word),
      "totalDuration": .integer(end.since(session.start) / 1000),
      "lastActivityTime": .time(last?.time), "idleCodeName": .text(last?.idleCode),
      "disconnectedCount": .count(count("wrapup")),
    ]
    let names = [
      ("idle", "idle"), ("available", "available"), ("ringing", "ringing"),
      ("connected", "connected"), ("on-hold", "hold"), ("wrapup", "wrapup"),
      ("not-responding", "notResponded"),
    ]
    for (word, name) in names {
      known[name + "Count"] = .count(count(word))
      known[name + "Duration"] = .integer(duration(word))
    }
    return known
  }

  /// How often a state began; being connected again after a hold is no new connection.
  private func count(_ word: String) -> Int {
    let words = session.moments.map(\.word)
    return words.indices.count { place in
      words[place] == word
        && !(word == "connected" && place > 0 && words[place - 1] == "on-hold")
    }
  }

  private func duration(_ word: String) -> Int64 {
    session.steps.filter { $0.moment.word == word }
      .reduce(0) { $0 + ($1.end ?? end).since($1.moment.time) }
  }

  private var activities: [JSONValue] {
    session.steps.enumerated().map { place, step in
      let task = step.moment.state.task.flatMap { state.tasks[$0] }
      let isLast = place == session.moments.count - 1
      let queue = task?.queue.flatMap { state.queues[$0] }
      let code = step.moment.word == "wrapup" ? task?.wrapUpCode : nil
      return [
        "id": .string("\(session.id.rawValue)-\(place)"), "startTime": .time(step.moment.time),
        "endTime": .time(step.end), "state": .string(step.moment.word),
        "duration": .integer((step.end ?? end).since(step.moment.time)),
        "idleCode": ["id": .text(step.moment.idleCode), "name": .text(step.moment.idleCode)],
        "taskId": .text(task?.id.rawValue),
        "queue": ["id": .text(queue?.id.rawValue), "name": .text(queue?.name)],
        "wrapupCode": ["id": .text(code), "name": .text(code)], "isOutdial": false,
        "isCurrentActivity": .bool(isLast && session.end == nil),
        "isLoginActivity": .bool(place == 0),
        "isLogoutActivity": .bool(isLast && session.end != nil),
        "changedById": .string(session.agent.rawValue),
        "changedByName": .text(state.agents[session.agent]?.name),
      ]
    }
  }
}

extension AgentMoment {
  /// The reason for being idle.
  var idleCode: String? {
    if case .idle(let code) = state { code } else { nil }
  }
}

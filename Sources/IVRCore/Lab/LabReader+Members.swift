import IVRLanguages

extension LabReader {
  mutating func entryPoint(_ path: [JSONStep]) -> EntryPoint {
    reportUnknownMembers(
      of: ["id", "name", "number", "direction", "flow", "label", "queue", "comment"], at: path)
    let written = text("direction", at: path, standard: "inbound")
    let direction = EntryPoint.Direction(rawValue: written)
    if direction == nil {
      document.report(
        "IVR105", .error, at: path + [.key("direction")],
        "direction \"\(written)\" is neither inbound nor outbound.")
    }
    return EntryPoint(
      id: EntryPointID(rawValue: text("id", at: path)), name: text("name", at: path),
      number: text("number", at: path, standard: ""), direction: direction ?? .inbound,
      flow: optional("flow", at: path), label: text("label", at: path, standard: "Latest"),
      queue: optional("queue", at: path).map(QueueID.init(rawValue:)))
  }

  private static let queueMembers = [
    "id", "name", "teams", "groups", "skills", "routing", "duplicateGuard", "duplicatePolicy",
    "earlierWaits", "maximumTimeSeconds", "comment",
  ]

  mutating func queue(_ path: [JSONStep]) -> QueueSettings {
    reportUnknownMembers(of: Self.queueMembers, at: path)
    let written = text("duplicateGuard", at: path, standard: "refuse")
    let guardMode = DuplicateGuard(rawValue: written)
    if guardMode == nil {
      document.report(
        "IVR105", .error, at: path + [.key("duplicateGuard")],
        "duplicateGuard \"\(written)\" is neither refuse nor off.")
    }
    return QueueSettings(
      id: QueueID(rawValue: text("id", at: path)), name: text("name", at: path),
      routing: routing(path),
      duplicateGuard: guardMode ?? .refuse, policy: policy(path + [.key("duplicatePolicy")]),
      earlierWaits: list("earlierWaits", at: path) { $0.earlierWaits($1) },
      maximumTime: whole("maximumTimeSeconds", at: path, standard: 86_400, least: 1) * 1000)
  }

  private mutating func earlierWaits(_ path: [JSONStep]) -> EarlierWaits {
    let waits = document.value(at: path + [.key("waitSeconds")])?.array ?? []
    return EarlierWaits(
      minutesAgo: whole("minutesAgo", at: path, standard: 1, least: 1),
      waits: waits.enumerated().map { index, value in
        milliseconds(value, at: path + [.key("waitSeconds"), .index(index)])
      })
  }

  mutating func agent(_ path: [JSONStep]) -> AgentSettings {
    reportUnknownMembers(of: ["id", "name", "login", "team", "skills", "comment"], at: path)
    return AgentSettings(
      id: AgentID(rawValue: text("id", at: path)), name: text("name", at: path),
      login: text("login", at: path, standard: ""),
      team: TeamID(rawValue: text("team", at: path)), skills: skills(path + [.key("skills")]))
  }

  mutating func phone(_ path: [JSONStep]) -> PhoneSettings {
    reportUnknownMembers(
      of: ["id", "number", "takesAnyNumber", "answersAs", "answersAfterSeconds", "comment"],
      at: path)
    var phone = PhoneSettings(
      id: PhoneID(rawValue: text("id", at: path)), number: text("number", at: path),
      takesAnyNumber: document.value(at: path + [.key("takesAnyNumber")])?.bool ?? false,
      outcome: choice("answersAs", at: path, standard: .person))
    if has("answersAfterSeconds", at: path) {
      phone.answersAfter = whole("answersAfterSeconds", at: path, standard: 0) * 1000
    }
    return phone
  }

  mutating func connector(_ path: [JSONStep]) -> Connector {
    Connector(
      id: text("id", at: path), name: text("name", at: path), baseURL: text("baseURL", at: path),
      token: optional("token", at: path))
  }

  mutating func token(_ path: [JSONStep]) -> AccessToken {
    reportUnknownMembers(
      of: ["token", "tokenHash", "scopes", "agent", "orgId", "comment"], at: path)
    var token = AccessToken(hash: tokenHash(path), scopes: texts("scopes", at: path))
    token.agent = optional("agent", at: path).map(AgentID.init(rawValue:))
    token.organisation = optional("orgId", at: path)
    return token
  }

  /// The hash of a token, which is written as `tokenHash`, or plainly for practice as `token`.
  private mutating func tokenHash(_ path: [JSONStep]) -> TokenHash {
    guard has("tokenHash", at: path) else {
      let token = text("token", at: path)
      if token.isEmpty, has("token", at: path) {
        document.report("IVR103", .error, at: path + [.key("token")], "The token is empty.")
      }
      return TokenHash(of: token)
    }
    let place = path + [.key("tokenHash")]
    if has("token", at: path) {
      document.report("IVR103", .error, at: place, "A token has either a hash or its text.")
    }
    if let hash = TokenHash(text("tokenHash", at: path)) { return hash }
    document.report(
      "IVR103", .error, at: place, "tokenHash is not sha256: and 64 hexadecimal digits.",
      hint: "ivr-tui token makes a token and its line for the lab document.")
    return TokenHash(of: "")
  }

  mutating func globalVariable(_ path: [JSONStep]) -> GlobalVariable {
    var variable = GlobalVariable(
      name: text("name", at: path),
      value: document.value(at: path + [.key("value")])?.flowText ?? "")
    variable.id = text("id", at: path, standard: variable.name)
    variable.isSecure = document.value(at: path + [.key("isSecure")])?.bool ?? false
    variable.isReportable = document.value(at: path + [.key("isReportable")])?.bool ?? true
    return variable
  }

  /// Reports what names something that is not there.
  mutating func checkReferences(_ lab: Lab) {
    let teams = lab.teams.map(\.id.rawValue)
    for (index, queue) in lab.queues.enumerated() {
      checkRouting(queue, at: [.key("queues"), .index(index)], teams)
    }
    for (index, agent) in lab.agents.enumerated() {
      check(
        agent.team.rawValue, in: teams, "team", at: [.key("agents"), .index(index), .key("team")])
    }
    for (index, token) in lab.tokens.enumerated() {
      guard let agent = token.agent else { continue }
      check(
        agent.rawValue, in: lab.agents.map(\.id.rawValue), "agent",
        at: [.key("tokens"), .index(index), .key("agent")])
    }
    for (index, entry) in lab.entryPoints.enumerated() { check(entry, index, lab) }
    checkUnique(lab)
    checkStaffing(lab)
  }

  private mutating func check(_ entry: EntryPoint, _ index: Int, _ lab: Lab) {
    let path: [JSONStep] = [.key("entryPoints"), .index(index)]
    if let queue = entry.queue {
      check(
        queue.rawValue, in: lab.queues.map(\.id.rawValue), "queue", at: path + [.key("queue")])
    }
    if entry.direction == .outbound, entry.queue == nil {
      document.report(
        "IVR102", .error, at: path, "The outbound entry point \(entry.name) has no queue.",
        hint: "Name the queue that its callbacks go to.")
    }
    if entry.direction == .inbound, entry.flow == nil {
      document.report(
        "IVR102", .error, at: path, "The inbound entry point \(entry.name) has no flow.",
        hint: "Name the flow that answers.")
    }
  }

  mutating func check(
    _ name: String, in known: [String], _ what: String, at path: [JSONStep]
  ) {
    guard !known.contains(name) else { return }
    document.report(
      "IVR104", .error, at: path,
      "There is no \(what) \"\(name)\"" + Suggestions.hint(for: name, in: known) + ".")
  }

  private mutating func checkUnique(_ lab: Lab) {
    let lists: [(String, [String])] = [
      ("entryPoints", lab.entryPoints.map(\.id.rawValue)),
      ("queues", lab.queues.map(\.id.rawValue)), ("teams", lab.teams.map(\.id.rawValue)),
      ("agents", lab.agents.map(\.id.rawValue)), ("phones", lab.phones.map(\.id.rawValue)),
    ]
    for (name, ids) in lists {
      var seen: Set<String> = []
      for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
        document.report(
          "IVR106", .error, at: [.key(name), .index(index), .key("id")],
          "The id \"\(id)\" is used twice in \(name).")
      }
    }
  }
}

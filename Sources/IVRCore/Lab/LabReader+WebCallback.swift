import IVRLanguages

/// The `webCallback` of a lab document: `{"tenants": […], "demo": {…}}`. docs/WEB_CALLBACK.md tells
/// each member of a tenant, docs/DEMO_PAGE.md those of the demo page.
extension LabReader {
  mutating func webCallbackTenants() -> [WebCallbackTenant] {
    guard has("webCallback", at: []) else { return [] }
    let path: [JSONStep] = [.key("webCallback")]
    guard document.value(at: path)?.object != nil else {
      document.report("IVR102", .error, at: path, "\"webCallback\" is no object.")
      return []
    }
    reportUnknownMembers(of: ["tenants", "demo", "comment"], at: path)
    return list("tenants", at: path) { $0.webCallbackTenant($1) }
  }

  private static let tenantMembers = [
    "name", "isEnabled", "hasWebCallback", "token", "entryPoint", "timeZone", "callerID",
    "channels", "agentCallerIDs", "queues", "dialPlans", "transactionCodes", "longestDelaySeconds",
    "isStrict", "realHosts", "comment",
  ]

  private mutating func webCallbackTenant(_ path: [JSONStep]) -> WebCallbackTenant {
    reportUnknownMembers(of: Self.tenantMembers, at: path)
    let plans = list("dialPlans", at: path) { $0.dialPlan($1) }
    return WebCallbackTenant(
      name: text("name", at: path), isEnabled: flag("isEnabled", at: path, standard: true),
      hasWebCallback: flag("hasWebCallback", at: path, standard: true),
      token: actionToken(path),
      entryPoint: EntryPointID(rawValue: text("entryPoint", at: path)), timeZone: timeZone(path),
      callerID: text("callerID", at: path, standard: ""),
      channels: list("channels", at: path) { $0.channel($1) },
      agentCallerIDs: agentCallerIDs(path + [.key("agentCallerIDs")]),
      queues: list("queues", at: path) { $0.webCallbackQueue($1) }, dialPlans: plans,
      transactionCodes: list("transactionCodes", at: path) { $0.transactionCode($1) },
      longestDelay: whole("longestDelaySeconds", at: path, standard: 2_592_000, least: 1) * 1000,
      isStrict: flag("isStrict", at: path, standard: false),
      realHosts: texts("realHosts", at: path).map { $0.lowercased() })
  }

  private mutating func actionToken(_ path: [JSONStep]) -> String {
    let token = text("token", at: path)
    if token.utf8.count < 8, has("token", at: path) {
      document.report(
        "IVR103", .error, at: path + [.key("token")], "The token is shorter than 8 characters.")
    }
    return token
  }

  private mutating func timeZone(_ path: [JSONStep]) -> String {
    let name = text("timeZone", at: path, standard: "UTC")
    if ZonedTime.isZone(name) { return name }
    document.report(
      "IVR103", .error, at: path + [.key("timeZone")],
      "There is no time zone \"\(name)\".", hint: "Write it like America/New_York or UTC.")
    return "UTC"
  }

  private mutating func channel(_ path: [JSONStep]) -> WebCallbackTenant.Channel {
    reportUnknownMembers(of: ["number", "entryPoint", "guardQueue"], at: path)
    let number = text("number", at: path)
    if PhoneDigits.read(number) == nil, has("number", at: path) {
      document.report(
        "IVR103", .error, at: path + [.key("number")], "\"\(number)\" is no telephone number.")
    }
    return WebCallbackTenant.Channel(
      number: number,
      entryPoint: optional("entryPoint", at: path).map(EntryPointID.init(rawValue:)),
      guardQueue: optional("guardQueue", at: path).map(QueueID.init(rawValue:)))
  }

  private mutating func agentCallerIDs(_ path: [JSONStep]) -> [AgentID: String] {
    var numbers: [AgentID: String] = [:]
    for member in document.value(at: path)?.object?.members ?? [] {
      numbers[AgentID(rawValue: member.key)] = text(member.key, at: path)
    }
    return numbers
  }

  private mutating func webCallbackQueue(_ path: [JSONStep]) -> WebCallbackTenant.Queue {
    reportUnknownMembers(of: ["id", "queue", "direction", "isEnabled"], at: path)
    return WebCallbackTenant.Queue(
      id: text("id", at: path), queue: QueueID(rawValue: text("queue", at: path)),
      direction: choice("direction", at: path, standard: .outbound),
      isEnabled: flag("isEnabled", at: path, standard: true))
  }

  private mutating func dialPlan(_ path: [JSONStep]) -> WebCallbackTenant.DialPlan {
    reportUnknownMembers(of: ["id", "region"], at: path)
    let region = text("region", at: path)
    if NumberingPlan.callingCode(of: region) == nil, has("region", at: path) {
      document.report(
        "IVR103", .error, at: path + [.key("region")], "There is no region \"\(region)\".",
        hint: "A region is two letters such as US, GB or DE.")
    }
    return WebCallbackTenant.DialPlan(id: text("id", at: path), region: region.uppercased())
  }

  private mutating func transactionCode(
    _ path: [JSONStep]
  ) -> WebCallbackTenant.TransactionCode {
    reportUnknownMembers(of: ["wrapUpCode", "list", "code", "description"], at: path)
    let reason = text("wrapUpCode", at: path)
    return WebCallbackTenant.TransactionCode(
      wrapUpCode: reason, list: text("list", at: path), code: text("code", at: path),
      description: text("description", at: path, standard: reason))
  }

  mutating func flag(_ name: String, at path: [JSONStep], standard: Bool) -> Bool {
    guard let value = document.value(at: path + [.key(name)]) else { return standard }
    if let flag = value.bool { return flag }
    document.report(
      "IVR102", .error, at: path + [.key(name)], "\"\(name)\" is neither true nor false.")
    return standard
  }

  /// Reports what the tenants name and the lab does not have.
  mutating func checkWebCallback(_ lab: Lab) {
    var names: Set<String> = []
    for (index, tenant) in lab.webCallbackTenants.enumerated() {
      let path: [JSONStep] = [.key("webCallback"), .key("tenants"), .index(index)]
      if !names.insert(tenant.name).inserted {
        document.report(
          "IVR106", .error, at: path + [.key("name")],
          "The name \"\(tenant.name)\" is used twice in tenants.")
      }
      checkEntryPoint(tenant.entryPoint, .outbound, lab, at: path + [.key("entryPoint")])
      checkChannels(tenant, lab, path + [.key("channels")])
      checkQueues(tenant, lab, path + [.key("queues")])
      let agents = lab.agents.map(\.id.rawValue)
      for agent in tenant.agentCallerIDs.keys.map(\.rawValue).sorted() {
        check(agent, in: agents, "agent", at: path + [.key("agentCallerIDs"), .key(agent)])
      }
    }
  }

  private mutating func checkChannels(
    _ tenant: WebCallbackTenant, _ lab: Lab, _ path: [JSONStep]
  ) {
    let queues = lab.queues.map(\.id.rawValue)
    for (index, channel) in tenant.channels.enumerated() {
      let place = path + [.index(index)]
      if let entry = channel.entryPoint {
        checkEntryPoint(entry, .inbound, lab, at: place + [.key("entryPoint")])
      }
      if let queue = channel.guardQueue {
        check(queue.rawValue, in: queues, "queue", at: place + [.key("guardQueue")])
      }
    }
  }

  private mutating func checkQueues(
    _ tenant: WebCallbackTenant, _ lab: Lab, _ path: [JSONStep]
  ) {
    let queues = lab.queues.map(\.id.rawValue)
    var ids: Set<String> = []
    for (index, queue) in tenant.queues.enumerated() {
      let place = path + [.index(index)]
      check(queue.queue.rawValue, in: queues, "queue", at: place + [.key("queue")])
      if !ids.insert(queue.id).inserted {
        document.report(
          "IVR106", .error, at: place + [.key("id")],
          "The id \"\(queue.id)\" is used twice in queues.")
      }
    }
  }

  private mutating func checkEntryPoint(
    _ id: EntryPointID, _ direction: EntryPoint.Direction, _ lab: Lab, at path: [JSONStep]
  ) {
    let ids = lab.entryPoints.filter { $0.direction == direction }.map(\.id.rawValue)
    check(id.rawValue, in: ids, "\(direction.rawValue) entry point", at: path)
  }
}

import IVRLanguages

/// Reads the document of a lab and reports all findings.
///
/// Times are seconds or milliseconds as the names of the members say; every list may be left out.
public enum LabLoader {
  /// A lab, where one could be read, with everything that was found.
  public struct Result: Sendable {
    /// The lab; `nil` exactly where a finding is an error.
    public let lab: Lab?
    /// The lab as far as it could be read, for finding out what else is wrong; `nil` where the
    /// document is no JSON object.
    public let partialLab: Lab?
    /// The findings, in the order of their places.
    public let findings: [Diagnostic]
  }

  /// Reads the bytes of a file.
  public static func load(file: String, bytes: [UInt8]) -> Result {
    var reader = LabReader(DocumentReader(file: file, bytes: bytes))
    let lab = reader.document.findings.hasErrors ? nil : reader.lab()
    let findings = reader.document.findings.inOrder
    return Result(
      lab: findings.hasErrors ? nil : lab, partialLab: lab, findings: findings)
  }
}

/// Reads the members of a lab document one after the other.
struct LabReader {
  var document: DocumentReader

  init(_ document: DocumentReader) {
    self.document = document
    if document.findings.isEmpty, document.root.object == nil {
      self.document.report("IVR101", .error, at: [], "A lab document is a JSON object.")
    }
  }

  mutating func lab() -> Lab {
    reportUnknownMembers(of: LabReader.members, at: [])
    var lab = Lab(
      name: text("name", at: []), orgID: text("orgId", at: []),
      seed: UInt64(max(0, whole("seed", at: [], standard: 1))), startTime: startTime(),
      language: text("language", at: [], standard: "en-US"),
      wordsPerMinute: Int(whole("wordsPerMinute", at: [], standard: 160, least: 40)),
      region: region(),
      entryPoints: list("entryPoints") { $0.entryPoint($1) },
      queues: list("queues") { $0.queue($1) },
      teams: list("teams") { reader, path in
        Team(id: TeamID(rawValue: reader.text("id", at: path)), name: reader.text("name", at: path))
      },
      agents: list("agents") { $0.agent($1) },
      idleCodes: texts("idleCodes", at: []), wrapUpCodes: texts("wrapUpCodes", at: []),
      phones: list("phones") { $0.phone($1) },
      connectors: list("connectors") { $0.connector($1) },
      servedHosts: texts("servedHosts", at: []), tokens: list("tokens") { $0.token($1) },
      mocks: list("mocks") { $0.mock($1) },
      globalVariables: list("globalVariables") { $0.globalVariable($1) },
      audioMilliseconds: audio(), latency: latency(), timers: timers(),
      callbackServices: list("callbackServices") { $0.callbackService($1) }, load: load())
    lab.hasIntrospection =
      document.value(at: [.key("searchIntrospection")])?.bool ?? lab.hasIntrospection
    lab.webCallbackTenants = webCallbackTenants()
    lab.realHosts = realHosts()
    lab.demoPage = demoPage()
    lab.mockStores = list("mockStores") { $0.mockStore($1) }
    checkReferences(lab)
    checkServices(lab)
    checkLoad(lab)
    checkWebCallback(lab)
    checkDemoPage(lab)
    checkMocks(lab)
    return lab
  }

  private static let members = [
    "name", "orgId", "seed", "startTime", "language", "wordsPerMinute", "region", "countryCode",
    "entryPoints", "queues", "teams", "agents", "idleCodes", "wrapUpCodes", "phones", "connectors",
    "servedHosts", "tokens", "mocks", "globalVariables", "audioSeconds", "latencyMilliseconds",
    "timerSeconds", "callbackServices", "load", "searchIntrospection", "webCallback", "mockStores",
    "realHosts", "comment",
  ]

  private mutating func startTime() -> SimulationTime {
    let written = text("startTime", at: [], standard: "2026-01-05T10:00:00Z")
    if let time = CivilTime.parse(written) { return time }
    document.report(
      "IVR103", .error, at: [.key("startTime")], "startTime \"\(written)\" is no instant.",
      hint: "Write it like 2026-01-05T10:00:00Z.")
    return SimulationTime(milliseconds: 0)
  }

  /// The lab's region: `region`, else the first one that has the calling code `countryCode`.
  private mutating func region() -> String {
    let code = text("countryCode", at: [], standard: "1")
    let digits = code.hasPrefix("+") ? code.dropFirst() : code[...]
    let ofCode = Int(digits).flatMap { NumberingPlan.mainRegion(of: $0) }
    guard let region = optional("region", at: []) else {
      if let ofCode, ofCode != "001" { return ofCode }
      document.report(
        "IVR103", .error, at: [.key("countryCode")], "No country has the calling code \"\(code)\".",
        hint: "Write \"region\" instead, with two letters such as US, GB or DE.")
      return "US"
    }
    guard document.root["region"]?.string != nil else { return "US" }
    if NumberingPlan.callingCode(of: region) != nil { return region.uppercased() }
    document.report(
      "IVR103", .error, at: [.key("region")], "There is no region \"\(region)\".",
      hint: "A region is two letters such as US, GB or DE.")
    return "US"
  }

  private mutating func audio() -> [String: Int64] {
    var table: [String: Int64] = [:]
    for member in document.root["audioSeconds"]?.object?.members ?? [] {
      let path: [JSONStep] = [.key("audioSeconds"), .key(member.key)]
      table[member.key] = milliseconds(member.value, at: path)
    }
    return table
  }

  private mutating func latency() -> Latency {
    let path: [JSONStep] = [.key("latencyMilliseconds")]
    return Latency(
      search: whole("search", at: path, standard: Latency.standard.search),
      tasks: whole("tasks", at: path, standard: Latency.standard.tasks),
      ledger: whole("ledger", at: path, standard: Latency.standard.ledger))
  }

  private mutating func timers() -> ContactTimers {
    let path: [JSONStep] = [.key("timerSeconds")]
    let standard = ContactTimers.standard
    return ContactTimers(
      rona: whole("rona", at: path, standard: standard.rona / 1000, least: 1) * 1000,
      wrapUp: whole("wrapUp", at: path, standard: standard.wrapUp / 1000, least: 1) * 1000,
      ring: whole("ring", at: path, standard: standard.ring / 1000, least: 1) * 1000)
  }
}

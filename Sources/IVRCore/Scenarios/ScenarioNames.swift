import IVRLanguages

/// Finds what the names in scenarios stand for.
struct ScenarioNames {
  let world: World

  /// The entry point's number, or the number as it was written; `nil` for neither.
  func number(_ target: String) -> String? {
    let inbound = world.lab.entryPoints.filter { $0.direction == .inbound }
    if let entry = inbound.first(where: { $0.name == target }) { return entry.number }
    let dialled = DialledNumber(target, region: world.lab.region)
    return dialled.normalised.hasPrefix("+") ? target : nil
  }

  /// The agent of a name, or of the number of a desk from 1.
  func agent(_ name: String) -> AgentID? {
    let agents = world.lab.agents
    if let agent = agents.first(where: { $0.name == name }) { return agent.id }
    return Int(name).flatMap { agents.indices.contains($0 - 1) ? agents[$0 - 1].id : nil }
  }

  /// The queue of a name.
  func queue(_ name: String) -> QueueID? { world.lab.queues.first { $0.name == name }?.id }

  /// What an agent does to hand a contact on.
  func act(_ target: HandOver) -> AgentAct? {
    switch target {
    case .queue(let name): queue(name).map { .transfer(.queue($0)) }
    case .agent(let name): agent(name).map { .transfer(.agent($0)) }
    case .consult(let name): agent(name).map { .consult($0) }
    case .entryPoint(let name):
      world.lab.entryPoints.first { $0.name == name }.map { .transfer(.entryPoint($0.id)) }
    }
  }

  /// The entry points that can be dialled.
  var entryPoints: [String] {
    world.lab.entryPoints.filter { $0.direction == .inbound }.map(\.name)
  }

  /// The agents' names and the numbers of their desks.
  var agents: [String] {
    world.lab.agents.map(\.name) + world.lab.agents.indices.map { String($0 + 1) }
  }

  /// The labels of all activities.
  var activities: [String] {
    flows.flatMap { ($0.main.activities + $0.events.activities).map(\.label) }
  }

  /// The names of all variables.
  var variables: [String] { flows.flatMap { $0.variables.map(\.name) } }

  private var flows: [FlowDocument] {
    world.flows.keys.sorted().compactMap { world.flows[$0] }
  }
}

extension Scenario {
  /// The names that a world does not have; with one of them the scenario cannot be played.
  public func findings(in world: World) -> [Diagnostic] {
    var check = ScenarioCheck(file: file, names: ScenarioNames(world: world))
    for setting in settings { check.check(setting) }
    for step in steps { check.check(step) }
    return check.findings
  }
}

/// Compares names with the world's.
private struct ScenarioCheck {
  let file: String
  let names: ScenarioNames
  var findings: [Diagnostic] = []

  private var lab: Lab { names.world.lab }

  mutating func check(_ setting: ScenarioSetting) {
    switch setting.content {
    case .earlierWaits(let name, _): queue(name, setting.sentence)
    case .number(let id, _): phone(id, setting.sentence)
    }
  }

  mutating func check(_ step: ScenarioStep) {
    switch step.content {
    case .act(let act): check(act, step.sentence)
    case .expect(let fact, _), .refute(let fact, _): check(fact, step.sentence)
    case .direct: break
    }
  }

  private mutating func check(_ act: ScenarioAct, _ sentence: ScenarioSentence) {
    switch act {
    case .dial(let id, let target):
      phone(id, sentence)
      if names.number(target) == nil {
        report("IVR214", "entry point", target, names.entryPoints, sentence)
      }
    case .press(let id, _), .hangUp(let id), .answer(let id), .refuse(let id), .confirm(let id),
      .setOutcome(let id, _):
      phone(id, sentence)
    case .agent(let name, let act):
      agent(name, sentence)
      check(act, sentence)
    case .handOver(let name, let target):
      agent(name, sentence)
      check(target, sentence)
    case .setGuard(let name, _): queue(name, sentence)
    case .wait, .disturb, .request: break
    }
  }

  private mutating func check(_ act: AgentAct, _ sentence: ScenarioSentence) {
    switch act {
    case .idle(let code):
      known("IVR217", "idle reason", code, lab.idleCodes, sentence)
    case .wrapUp(let code):
      known("IVR217", "wrap-up reason", code, lab.wrapUpCodes, sentence)
    default: break
    }
  }

  private mutating func check(_ target: HandOver, _ sentence: ScenarioSentence) {
    switch target {
    case .queue(let name): queue(name, sentence)
    case .agent(let name), .consult(let name): agent(name, sentence)
    case .entryPoint(let name):
      known(
        "IVR214", "entry point", name, lab.entryPoints.filter { $0.flow != nil }.map(\.name),
        sentence)
    }
  }

  private mutating func check(_ fact: ScenarioFact, _ sentence: ScenarioSentence) {
    switch fact {
    case .hears(let id, _, _), .rings(let id), .talks(let id), .ended(let id, _):
      phone(id, sentence)
    case .agent(let name, _): agent(name, sentence)
    case .leaves(let label, _):
      known("IVR215", "activity", label, names.activities, sentence)
    case .variable(let name, _):
      known("IVR216", "variable", name, names.variables, sentence)
    case .queue(let name, _), .counter(let name, _, _): queue(name, sentence)
    case .callbacks, .trace, .data, .service, .answered, .answerHolds: break
    }
  }

  private mutating func phone(_ id: PhoneID, _ sentence: ScenarioSentence) {
    known("IVR211", "phone", id.rawValue, lab.phones.map(\.id.rawValue), sentence)
  }

  private mutating func agent(_ name: String, _ sentence: ScenarioSentence) {
    if names.agent(name) == nil { report("IVR212", "agent", name, names.agents, sentence) }
  }

  mutating func queue(_ name: String, _ sentence: ScenarioSentence) {
    known("IVR213", "queue", name, lab.queues.map(\.name), sentence)
  }

  private mutating func known(
    _ code: String, _ kind: String, _ name: String, _ list: [String], _ sentence: ScenarioSentence
  ) {
    if !list.contains(name) { report(code, kind, name, list, sentence) }
  }

  private mutating func report(
    _ code: String, _ kind: String, _ name: String, _ list: [String], _ sentence: ScenarioSentence
  ) {
    let before = sentence.text.firstRange(of: name).map { sentence.text[..<$0.lowerBound] }
    let hint = Suggestions.hint(for: name, in: list)
    let known = list.isEmpty ? "The lab has none." : "There are: " + list.shortList
    findings.append(
      Diagnostic(
        code, .error, file: file,
        position: SourcePosition(
          offset: 0, line: sentence.line,
          column: sentence.column + (before?.unicodeScalars.count ?? 0)),
        "The lab has no \(kind) \"\(name)\"" + (hint.isEmpty ? "." : hint),
        hint: hint.isEmpty ? known : ""))
  }
}

extension [String] {
  /// At most twelve of the words, for a hint.
  fileprivate var shortList: String {
    prefix(12).joined(separator: ", ") + (count > 12 ? " …" : ".")
  }
}

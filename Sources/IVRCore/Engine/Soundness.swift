/// A rule of the contact center that does not hold, which is a fault of the program.
public struct Breach: Hashable, Sendable {
  /// What must always be so.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// Whoever entered a queue was answered, left, or is still there; nobody is in two places.
    case callsConserved = "calls are conserved"
    /// Little's law: how full a queue was agrees with how long each contact was there.
    case littlesLaw = "Little's law holds"
    /// A line is served by priority, then by first entry.
    case lineOrder = "the line is in order"
    /// A callback that waits for an agent is dialled only while an agent is there for it.
    case agentForCallback = "an agent is there for each callback in flight"
    /// Nobody is dialled a second time while a phone rings.
    case oneDial = "one dial at a time for a number"
    /// Agents and phones have the task that has them, and one at a time.
    case oneCall = "one call at a time"
    /// Waiting callbacks stand in the ledger.
    case ledger = "the ledger knows the callbacks"
  }

  /// The rule.
  public let rule: Rule
  /// Where it is broken.
  public let detail: String

  /// A rule and where it is broken.
  public init(rule: Rule, detail: String) {
    self.rule = rule
    self.detail = detail
  }

  /// The rule and where it is broken.
  public var text: String { "\(rule.rawValue): broken by \(detail)" }
}

extension EngineState {
  /// The rules that do not hold, in a fixed order; empty as long as the program is right.
  ///
  /// Takes time for every task and every place in line.
  public var breaches: [Breach] {
    queues.values.flatMap(breaches(of:)) + tasks.values.compactMap(breach(of:))
      + dialBreaches + serviceBreaches + phones.values.compactMap(breach(of:))
      + agents.values.compactMap(breach(of:))
  }

  private func breaches(of queue: ContactQueue) -> [Breach] {
    var found: [Breach] = []
    let entries = queue.line.entries
    let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { !$1.precedes($0) }
    if !isOrdered { found.append(Breach(rule: .lineOrder, detail: queue.name)) }
    for entry in entries where tasks[entry.task].map({ isInLine($0, queue.id) }) != true {
      found.append(Breach(rule: .callsConserved, detail: "\(entry.task.short) in \(queue.name)"))
    }
    let waiting = tasks.values.filter { $0.queue == queue.id && $0.isWaiting }
    let inside = waiting.count
    if !queue.occupancy.holds(at: now, entered: waiting.map { $0.enteredQueue ?? now }) {
      found.append(Breach(rule: .littlesLaw, detail: queue.name))
    }
    if queue.counters.gone + inside != queue.counters.offered {
      found.append(
        Breach(
          rule: .callsConserved,
          detail: "\(queue.name): \(queue.counters.offered) entered, \(queue.counters.gone) left, "
            + "\(inside) are there"))
    }
    return found
  }

  private func isInLine(_ task: ContactTask, _ queue: QueueID) -> Bool {
    task.status == .parked && task.queue == queue && task.agent == nil
  }

  private func breach(of task: ContactTask) -> Breach? {
    if task.status == .ended {
      let isGone = !ledger.holds(task.id) && task.customer == .none
      return isGone ? nil : Breach(rule: .callsConserved, detail: "\(task.id.short), which ended")
    }
    let isInLine = task.queue.flatMap { queues[$0]?.line.position(of: task.id) } != nil
    guard isInLine || task.status != .parked else {
      return Breach(rule: .callsConserved, detail: "\(task.id.short), which is nowhere")
    }
    guard !isInLine || task.customer.isConnected || ledger.holds(task.id) else {
      return Breach(rule: .ledger, detail: task.id.short)
    }
    return nil
  }

  private var dialBreaches: [Breach] {
    var numbers: Set<String> = []
    var found: [Breach] = []
    for task in tasks.values {
      guard case .ringing = task.customer else { continue }
      if !numbers.insert(task.customerNumber).inserted {
        found.append(Breach(rule: .oneDial, detail: task.customerNumber))
      }
      if let agent = task.agent, agents[agent]?.state != .connected(task.id) {
        found.append(Breach(rule: .agentForCallback, detail: task.customerNumber))
      }
    }
    return found
  }

  /// Services of the callback API and the agents and ledger entries that belong to them.
  private var serviceBreaches: [Breach] {
    let held = services.values.filter { $0.heldAgent != nil }
    var found = held.filter { heldAgents[$0.heldAgent ?? ""] != $0.id }
      .map { Breach(rule: .agentForCallback, detail: $0.id.short) }
    if held.count != heldAgents.count {
      found.append(Breach(rule: .agentForCallback, detail: "\(heldAgents.count) agents held"))
    }
    found += services.values.compactMap { service in
      let isLive = tasks[service.id]?.isActive == true
      let isReached = service.phase == .routing || service.phase == .talking
      let fits =
        service.phase == .over
        ? !ledger.holds(service.id) : isLive && ledger.holds(service.id) != isReached
      return fits ? nil : Breach(rule: .ledger, detail: "service \(service.id.short)")
    }
    return found
  }

  private func breach(of phone: Phone) -> Breach? {
    let fits =
      switch phone.state {
      case .idle: true
      case .ringing(let task): tasks[task]?.customer == .ringing(phone.id)
      case .inCall(let task): tasks[task]?.customer == .connected(phone.id)
      }
    return fits ? nil : Breach(rule: .oneCall, detail: "phone \(phone.id)")
  }

  private func breach(of agent: Agent) -> Breach? {
    let isRight: Bool
    switch agent.state {
    case .idle, .available, .rona, .loggedOut: isRight = true
    case .reserved(let id):
      let task = tasks[id]
      isRight =
        task?.consult?.agent == agent.id || task?.agent == agent.id && task?.status == .connect
    case .connected(let id):
      isRight = tasks[id].map { $0.agent == agent.id && $0.status.isWithAgent } == true
    case .consulting(let id): isRight = tasks[id]?.consult?.agent == agent.id
    // Who has handed a contact on wraps it up while it goes on elsewhere.
    case .wrapUp(let id): isRight = tasks[id] != nil
    }
    return isRight ? nil : Breach(rule: .oneCall, detail: agent.name)
  }
}

extension TaskStatus {
  fileprivate var isWithAgent: Bool { self == .connect || self == .connected }
}

extension ContactTask {
  /// Whether it is in a queue: in line, being offered, or a callback that is dialled.
  fileprivate var isWaiting: Bool { status == .parked || status == .connect }
}

extension QueueCounters {
  /// Everybody who entered and is no longer there.
  fileprivate var gone: Int { answered + abandoned + endedByFlow + failed + movedOn }
}

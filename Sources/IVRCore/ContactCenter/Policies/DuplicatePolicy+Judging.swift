/// A request for a callback, as a policy looks at it.
package struct CallbackRequest: Hashable, Sendable {
  /// Who asks.
  let task: TaskID
  /// The number to call, as it was given.
  let number: DialledNumber
  /// The number of the caller; for a request of the API the number to call.
  let ani: DialledNumber
  let tenant: String
  let entryPoint: EntryPointID
  let queue: QueueID
  let time: SimulationTime

  /// A request for the caller's own number.
  package init(
    task: TaskID, number: DialledNumber, tenant: String, entryPoint: EntryPointID, queue: QueueID,
    time: SimulationTime
  ) {
    self.init(
      task: task, number: number, ani: number, tenant: tenant, entryPoint: entryPoint,
      queue: queue, time: time)
  }

  init(
    task: TaskID, number: DialledNumber, ani: DialledNumber, tenant: String,
    entryPoint: EntryPointID, queue: QueueID, time: SimulationTime
  ) {
    self.task = task
    self.number = number
    self.ani = ani
    self.tenant = tenant
    self.entryPoint = entryPoint
    self.queue = queue
    self.time = time
  }
}

extension DuplicatePolicy {
  /// Judges a request beside the callbacks that wait and what was accepted before.
  ///
  /// Looked at in this order, the first hindrance decides: the number itself, the list of
  /// exceptions, the number of waiting callbacks, the rates of the queue and of the number, and last
  /// whether it is a duplicate. A replay is none of these.
  /// Source: genesys-gms-callback reference, section 2.
  package func judge(_ request: CallbackRequest, in ledger: Ledger) -> PolicyDecision {
    var reasons: [String] = []
    if let entry = ledger.entry(of: request.task), entry.number == request.number.key {
      return PolicyDecision(verdict: .replay, reasons: ["the same task asked for the same before"])
    }
    let checks = [checkNumber, checkExceptions, checkCap, checkQueueRate, checkNumberRate]
    for check in checks {
      if let refusal = check(request, ledger, &reasons) {
        return PolicyDecision(verdict: .refused(refusal), reasons: reasons)
      }
    }
    return judgeDuplicates(of: request, in: ledger, reasons)
  }

  private func judgeDuplicates(
    of request: CallbackRequest, in ledger: Ledger, _ reasons: [String]
  ) -> PolicyDecision {
    let found = duplicates(of: request, in: ledger)
    let place = "with the same \(key.words) in \(scope.words)"
    var reasons = reasons
    guard let most = limit.count else {
      reasons.append("duplicates are not looked for (limit none)")
      return PolicyDecision(verdict: .accepted, reasons: reasons)
    }
    guard found.count >= most, let first = found.first else {
      reasons.append("\(Self.waiting(found.count)) \(place); \(limit.rawValue) allows \(most)")
      return PolicyDecision(verdict: .accepted, reasons: reasons)
    }
    // What is being made right now is neither taken over nor changed.
    let action = first.isClaimed ? .refuse : action
    let state = first.isClaimed ? " is being made" : ""
    reasons.append(
      "\(Self.waiting(found.count)) \(place), first task \(first.task.short)\(state);"
        + " \(limit.rawValue) allows \(most): \(action.rawValue)")
    return PolicyDecision(verdict: action.verdict(against: first.task), reasons: reasons)
  }

  /// The callbacks of other tasks that are the same as a request, the earliest first.
  func duplicates(of request: CallbackRequest, in ledger: Ledger) -> [Ledger.Entry] {
    ledger.entries(number: request.number.key, ani: request.ani.key, by: key)
      .filter { entry in
        entry.task != request.task
          && covers(
            entry, tenant: request.tenant, entryPoint: request.entryPoint, queue: request.queue)
          && window.map { request.time.since(entry.since) < $0 } ?? true
      }
  }

  /// Whether a callback is among those that the policy looks at.
  func covers(
    _ entry: Ledger.Entry, tenant: String, entryPoint: EntryPointID, queue: QueueID
  ) -> Bool {
    guard entry.tenant == tenant else { return false }
    return switch scope {
    case .queue: entry.queue == queue
    case .entryPoint: entry.entryPoint == entryPoint
    case .tenant: true
    }
  }

  private static func waiting(_ count: Int) -> String {
    count == 1 ? "1 callback waits" : "\(count) callbacks wait"
  }
}

// MARK: The limits

extension DuplicatePolicy {
  private func checkNumber(
    _ request: CallbackRequest, _ ledger: Ledger, _ reasons: inout [String]
  ) -> PolicyDecision.Refusal? {
    let number = request.number.normalised
    if refusesImpossible, !request.number.isPossible {
      reasons.append("\(number) is in no numbering plan")
      return .impossible
    }
    if refusesPremium, request.number.isPremium {
      reasons.append("\(number) costs extra")
      return .premium
    }
    return nil
  }

  private func checkExceptions(
    _ request: CallbackRequest, _ ledger: Ledger, _ reasons: inout [String]
  ) -> PolicyDecision.Refusal? {
    let number = request.number.normalised
    let hit = exceptions.first { exception in
      exception.hasSuffix("*")
        ? number.hasPrefix(String(exception.dropLast())) : number == exception
    }
    guard let hit else { return nil }
    reasons.append("\(number) is on the list of exceptions (\(hit))")
    return .exception
  }

  private func checkCap(
    _ request: CallbackRequest, _ ledger: Ledger, _ reasons: inout [String]
  ) -> PolicyDecision.Refusal? {
    guard let cap else { return nil }
    let count = ledger.count(in: request.queue)
    reasons.append("\(Self.waiting(count)) in the queue; at most \(cap) may")
    return count >= cap ? .queueFull : nil
  }

  private func checkQueueRate(
    _ request: CallbackRequest, _ ledger: Ledger, _ reasons: inout [String]
  ) -> PolicyDecision.Refusal? {
    guard let perQueue else { return nil }
    let count = ledger.accepted(since: request.time.advanced(by: -perQueue.window)) {
      $0.queue == request.queue
    }
    reasons.append("\(count) requests to the queue in \(perQueue.words)")
    return count >= perQueue.limit ? .queueThrottled : nil
  }

  private func checkNumberRate(
    _ request: CallbackRequest, _ ledger: Ledger, _ reasons: inout [String]
  ) -> PolicyDecision.Refusal? {
    guard let perNumber else { return nil }
    let count = ledger.accepted(since: request.time.advanced(by: -perNumber.window)) {
      $0.number == request.number.key
    }
    reasons.append("\(count) requests of the number in \(perNumber.words)")
    return count >= perNumber.limit ? .numberThrottled : nil
  }
}

extension DuplicatePolicy.Action {
  fileprivate func verdict(against task: TaskID) -> PolicyDecision.Verdict {
    switch self {
    case .refuse: .refused(.duplicate(of: task))
    case .takeOver: .takesOver(task)
    case .merge: .mergesInto(task)
    case .replace: .replaces(task)
    }
  }
}

extension DuplicatePolicy.Throttle {
  fileprivate var words: String { "\(window / 1000) s; at most \(limit) are accepted" }
}

extension DuplicatePolicy.Key {
  fileprivate var words: String {
    switch self {
    case .callbackNumber: "callback number"
    case .ani: "caller's number"
    case .both: "callback number and caller's number"
    }
  }
}

extension DuplicatePolicy.Scope {
  fileprivate var words: String {
    switch self {
    case .queue: "the queue"
    case .entryPoint: "the entry point"
    case .tenant: "the lab"
    }
  }
}

extension ScenarioRun {
  /// Whether a fact is so now.
  func isSo(_ fact: ScenarioFact) -> Bool {
    switch fact {
    case .hears(let phone, let words, _): find(words, of: phone) != nil
    case .rings(let phone): isRinging(phone)
    case .talks(let phone): isTalking(phone)
    case .ended(let phone, let ending): hasEnded(phone, ending)
    case .agent(let name, let word): agentState(name) == word
    case .leaves(let label, let port): exits(of: label).contains(port)
    case .variable(let name, let value): self.value(of: name) == value
    case .queue(let name, let count): waiting(in: name) == count
    case .callbacks(let count): state.ledger.count == count
    case .data(let name, let value): data(name) == value
    case .service(let number, let word, let reason):
      service(number).map { $0.state == word && (reason == nil || $0.reason?.name == reason) }
        ?? false
    case .answered(let status): answers.last?.status == status
    case .answerHolds(let text): answers.last?.body.contains(text) ?? false
    case .counter(let queue, let name, let count): self.count(of: queue, name) == count
    case .trace(let text): line(with: text) != nil
    }
  }

  private func line(with text: String) -> String? {
    let folded = text.lowercased()
    return latest.lazy.map(\.line).first { $0.lowercased().contains(folded) }
  }

  /// What there is where a fact was looked for, line by line.
  func seen(instead fact: ScenarioFact) -> [String] {
    let limit = isExhausted ? ["\(Self.stepLimit) events, which is the most for a scenario"] : []
    return limit + situation(of: fact)
  }

  private func situation(of fact: ScenarioFact) -> [String] {
    switch fact {
    case .hears(let phone, _, _), .rings(let phone), .talks(let phone), .ended(let phone, _):
      return [status(of: phone), "phone \(phone) heard last: \(lastHeard(phone))"]
    case .agent(let name, _): return ["agent \(name) is \(agentState(name) ?? "not in the lab")"]
    case .leaves(let label, _): return [exitsInWords(of: label)]
    case .variable(let name, _):
      return [value(of: name).map { "\(name) is \"\($0)\"" } ?? "no call has set \(name)"]
    case .queue(let name, _): return ["\(name) holds \(waiting(in: name))"]
    case .callbacks: return ["\(state.ledger.count) callbacks"]
    case .data(let name, _):
      return [data(name).map { "\(name) is \($0)" } ?? "no call carries \(name)"]
    case .service(let number, _, _): return [status(ofService: number)]
    case .answered, .answerHolds: return [lastAnswer]
    case .counter(let queue, let name, _):
      return ["\(queue) counts \(count(of: queue, name)) \(name.rawValue)"]
    case .trace(let text):
      let none = "\(latest.count) lines of trace since the acts before, none with it"
      return [line(with: text) ?? none]
    }
  }

  /// What a phone is doing.
  func status(of id: PhoneID) -> String {
    guard let phone = state.phones[id] else { return "there is no phone \(id)" }
    switch phone.state {
    case .ringing: return "phone \(id) rings"
    case .inCall: return "phone \(id) is \(isTalking(id) ? "talking with an agent" : "in a call")"
    case .idle:
      let last = phone.lastEnding.map { ", its last call: \($0.rawValue)" } ?? ""
      return "phone \(id) is on the hook" + last
    }
  }

  private func isRinging(_ id: PhoneID) -> Bool {
    if case .ringing = state.phones[id]?.state { true } else { false }
  }

  private func isTalking(_ id: PhoneID) -> Bool {
    guard case .inCall(let task)? = state.phones[id]?.state else { return false }
    return state.tasks[task]?.status == .connected
  }

  private func hasEnded(_ id: PhoneID, _ ending: CallEnding) -> Bool {
    state.phones[id]?.state == .idle && state.phones[id]?.lastEnding == ending
  }

  func agentState(_ name: String) -> String? {
    names.agent(name).flatMap { state.agents[$0]?.state.name }
  }

  private func exits(of label: String) -> [String] {
    latest.compactMap { entry in
      guard case .activity(let record) = entry.event, record.label == label else { return nil }
      return record.outcome
    }
  }

  private func exitsInWords(of label: String) -> String {
    let exits = exits(of: label)
    guard !exits.isEmpty else { return "\(label) was not left since the acts before" }
    return "\(label) was left by \(exits.joined(separator: ", "))"
  }

  private func waiting(in queue: String) -> Int {
    names.queue(queue).flatMap { state.queues[$0]?.line.count } ?? 0
  }

  /// The value in the newest call that runs, else the one that was set last.
  private func value(of name: String) -> String? {
    let live = state.sessions.values.reversed().lazy.compactMap { $0.scope.variables[name] }.first
    if let live { return live.value.text }
    for case .activity(let record) in chapterTrace.reversed().lazy.map(\.event) {
      if let change = record.modified.last(where: { $0.name == name }) { return change.value }
    }
    return nil
  }
}

/// Queue Contact.
///
/// Enters: asks to enter the queue. Waits for: the answer, which comes at once.
/// Exits: `default`; `failure` with code 4 where the queue is not there, 9 to 11 for a skill.
/// Sets: `QueueId`, on failure `FailureCode` and `FailureDescription`.
/// Source: webex-runtime reference, section 2.
extension QueueContactSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    let id = try context.render(queue.id).trimmed
    let priority = try context.number(priority, standard: 10)
    var requirements: [SkillRequirement] = []
    for skill in skills { requirements.append(try context.requirement(skill)) }
    context.ask(
      .enqueue(
        QueueWish(
          queue: QueueID(rawValue: id), fallback: queue.fallback?.id,
          priority: Int(min(max(priority, 1), 10)), skills: requirements,
          skipsEmptyGroups: skipsEmptyGroups)))
    return .wait
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    switch event {
    case .answer(.queued(let id)):
      context.output("QueueId", .string(id.rawValue))
      context.detail("queue", id.rawValue)
      return .leave("default")
    case .answer(.refused(let code, let description)):
      throw context.refuse(code: code, description)
    default: return .wait
    }
  }
}

/// Get Queue Info.
///
/// Enters: asks about the queue. Waits for: the answer, which comes at once.
/// Exits: `default`; `insufficientdata` where the estimated wait is -1; `failure`.
/// Sets: `PIQ` and `PositionInQueue`, `EWT` and `EstimatedWaitTime` (ms), `CallsQueuedNow`,
/// `OldestCallTime` (s), the four counts of agents, `FailureCode`, `FailureDescription`.
/// Source: webex-runtime reference, section 3.
extension QueueInfoSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    let id = try context.render(queue.id).trimmed
    let minutes = try context.number(lookback, standard: 5)
    context.ask(
      .queueInformation(
        QueueID(rawValue: id), lookbackMinutes: Int64(min(max(minutes, 5), 240))))
    return .wait
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    switch event {
    case .answer(.queueInformation(let information)): return leave(information, &context)
    case .answer(.refused(let code, let description)):
      throw context.refuse(code: code, description)
    default: return .wait
    }
  }

  private func leave(
    _ information: QueueInformation, _ context: inout ActivityContext
  ) -> ActivityStep {
    for (name, value) in information.outputs { context.output(name, .integer(value)) }
    context.detail("PIQ", String(information.position))
    context.detail("EWT", String(information.estimatedWait))
    guard information.estimatedWait < 0 else { return .leave("default") }
    context.output("FailureCode", .integer(3))
    context.output("FailureDescription", .string("INSUFFICIENT_DATA"))
    return .leave("insufficientdata")
  }
}

extension QueueInformation {
  /// The outputs of Get Queue Info, under both spellings where two are in use.
  var outputs: [(String, Int64)] {
    [
      ("PIQ", Int64(position)), ("PositionInQueue", Int64(position)),
      ("EWT", estimatedWait), ("EstimatedWaitTime", estimatedWait),
      ("CallsQueuedNow", Int64(waiting)), ("OldestCallTime", oldestSeconds),
      ("LoggedOnAgentsCurrent", Int64(agentsLoggedOn)),
      ("LoggedOnAgentsAll", Int64(allAgentsLoggedOn)),
      ("AvailableAgentsCurrent", Int64(agentsAvailable)),
      ("AvailableAgentsAll", Int64(allAgentsAvailable)),
    ]
  }
}

/// Callback.
///
/// Enters: asks to register the callback. Waits for: the ledger's answer.
/// Exits: `default` once the callback stands in the ledger; `failure` with code 1 where the contact
/// is in no queue or the guard refuses a second one, 3 for an unknown queue, 4 for no number.
/// Sets: on failure `FailureCode` and `FailureDescription`.
/// Source: webex-runtime reference, section 4.
/// Differs from the product: the guard; Webex registers a second callback for the same number.
extension CallbackSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    let number = try context.render(number).trimmed
    context.detail("number", number)
    var other: QueueID?
    if let queue { other = QueueID(rawValue: try context.render(queue.id).trimmed) }
    context.ask(.callback(number: number, queue: other))
    return .wait
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    switch event {
    case .answer(.registered): return .leave("default")
    case .answer(.refused(let code, let description)):
      throw context.refuse(code: code, description)
    default: return .wait
    }
  }
}

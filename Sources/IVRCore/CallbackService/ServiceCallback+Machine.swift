extension ServiceCallback {
  /// Reacts to an event; one that does not fit where it is changes nothing.
  ///
  /// Source: genesys-gms-callback reference, sections 7 and 8.
  mutating func handle(
    _ event: CallbackServiceEvent, at now: SimulationTime
  ) -> [CallbackServiceEffect] {
    switch (event, phase) {
    case (_, .over): []
    case (.begin, .scheduled): begin(at: now)
    case (.due, .scheduled): becomeDue(at: now)
    case (.agentFree(let agent), .waiting): prepare(agent, at: now)
    case (.agentReserved, .waiting): move(to: .reserved)
    case (.agentTook, .reserved), (.agentTook, .waiting): agentTook(at: now)
    case (.agentLeft(let isReject), .reserved): offerFailed(isReject, at: now)
    case (.confirmed, .confirming): confirmed(at: now)
    case (.notConfirmed, .confirming): notConfirmed(.pushNotConfirmed, at: now)
    case (.notAsked, .confirming): notConfirmed(.pushFailed, at: now)
    case (.notAsked, .awaitingCall): noted(.pushFailed)
    case (.dialled(let result), .dialling): dialled(result, at: now)
    case (.retryDue, .resting): waitOrDial(at: now)
    case (.userCalled, .waiting), (.userCalled, .confirming), (.userCalled, .awaitingCall),
      (.userCalled, .resting):
      userCalled(at: now)
    case (.userDidNotCall, .awaitingCall): userDidNotCall(at: now)
    case (.talking, .routing), (.talking, .dialling): talks(at: now)
    case (.talked, .talking): complete(.agentConnected, at: now)
    case (.waitedTooLong, .routing):
      play(options.failTreatment) + complete(.noAgent, .callbackFailed, at: now)
    case (.expired, .routing), (.expired, .talking): []
    case (.expired, _): complete(.expired, .callbackFailed, at: now)
    case (.cancelled, .talking): []
    case (.cancelled, _): complete(.cancelled, .cancelled, at: now)
    case (.rescheduled(let time), .scheduled), (.rescheduled(let time), .waiting),
      (.rescheduled(let time), .resting):
      reschedule(to: time, at: now)
    case (.ended(let ending), _): complete(Self.reason(of: ending), at: now)
    default: []
    }
  }

  // MARK: Waiting

  private mutating func begin(at now: SimulationTime) -> [CallbackServiceEffect] {
    [.report(isFinal: false)] + schedule(at: now)
  }

  private mutating func schedule(at now: SimulationTime) -> [CallbackServiceEffect] {
    let life = CallbackServiceEffect.start(.life, max(0, expires.since(now)))
    guard desired > now else { return [life] + becomeDue(at: now) }
    let lead = options.waitsForAgent ? options.leadTime : 0
    return [life, .start(.due, max(0, desired.since(now) - lead))]
  }

  private mutating func becomeDue(at now: SimulationTime) -> [CallbackServiceEffect] {
    queued = now
    return [.stop(.due)] + waitOrDial(at: now)
  }

  private mutating func waitOrDial(at now: SimulationTime) -> [CallbackServiceEffect] {
    if options.waitsForAgent {
      phase = .waiting
      return [.enqueue]
    }
    return options.isUserOriginated ? awaitCall() : dial(at: now)
  }

  private mutating func reschedule(
    to time: SimulationTime, at now: SimulationTime
  ) -> [CallbackServiceEffect] {
    let isInLine = phase == .waiting
    desired = time
    phase = .scheduled
    return (isInLine ? [.stepOut] : []) + [.stop(.retry), .stop(.due)] + schedule(at: now)
  }

  private mutating func prepare(
    _ agent: AgentID, at now: SimulationTime
  ) -> [CallbackServiceEffect] {
    heldAgent = agent
    if options.waitsForConfirmation { return [.stepOut] + ask() }
    if options.isUserOriginated { return [.stepOut] + awaitCall() + [.push] }
    return [.stepOut] + dial(at: now)
  }

  private mutating func offerFailed(
    _ isReject: Bool, at now: SimulationTime
  ) -> [CallbackServiceEffect] {
    phase = .waiting
    guard isReject, options.hasPreview else { return [] }
    rejects += 1
    guard options.allowedRejects > 0, rejects >= options.allowedRejects else { return [] }
    return complete(.rejected(rejects), .callbackFailed, at: now)
  }

  // MARK: Asking the customer

  private mutating func ask() -> [CallbackServiceEffect] {
    phase = .confirming
    pushes += 1
    return [.start(.confirm, options.confirmTimeout), .push]
  }

  private mutating func confirmed(at now: SimulationTime) -> [CallbackServiceEffect] {
    results.append(.pushConfirmed)
    let next = options.isUserOriginated ? awaitCall() : dial(at: now)
    return [.stop(.confirm)] + next
  }

  private mutating func notConfirmed(
    _ result: DialResult, at now: SimulationTime
  ) -> [CallbackServiceEffect] {
    results.append(result)
    if result == .pushNotConfirmed, pushes < options.mostConfirmations { return ask() }
    if options.connectsAnyway, !options.isUserOriginated {
      return [.stop(.confirm)] + dial(at: now)
    }
    return complete(.notConfirmed, .callbackFailed, at: now)
  }

  private mutating func noted(_ result: DialResult) -> [CallbackServiceEffect] {
    results.append(result)
    return []
  }

  // MARK: Reaching the customer

  private mutating func agentTook(at now: SimulationTime) -> [CallbackServiceEffect] {
    agentWaits = true
    return dial(at: now)
  }

  private mutating func dial(at now: SimulationTime) -> [CallbackServiceEffect] {
    phase = .dialling
    attempts += 1
    dialled = now
    return [.dial]
  }

  private mutating func dialled(
    _ result: DialResult, at now: SimulationTime
  ) -> [CallbackServiceEffect] {
    results.append(result)
    guard !result.isReached else { return reachedCustomer(at: now) }
    let agent: [CallbackServiceEffect] = agentWaits ? [.freeAgent] : letAgentGo()
    agentWaits = false
    if result == .answeringMachine, !options.machineTreatment.isEmpty {
      return play(options.machineTreatment) + agent
        + complete(.customerNotReached, .callbackFailed, at: now)
    }
    guard options.retried.contains(result), attempts < options.mostAttempts else {
      return agent + complete(.customerNotReached, .callbackFailed, at: now)
    }
    phase = .resting
    return [.hangUp] + agent + [.start(.retry, options.retryTime)]
  }

  private mutating func reachedCustomer(at now: SimulationTime) -> [CallbackServiceEffect] {
    reached = now
    let greeting = play(options.connectTreatment)
    if agentWaits { return greeting + [.connect] }
    phase = .routing
    let agent = letAgentGo()
    let wait = play(options.waitTreatment)
    return greeting + [.route] + wait + agent + [.start(.line, options.longestWaitOnLine)]
  }

  private mutating func awaitCall() -> [CallbackServiceEffect] {
    phase = .awaitingCall
    return [.start(.booking, options.bookingTime)]
  }

  private mutating func userCalled(at now: SimulationTime) -> [CallbackServiceEffect] {
    let isInLine = phase == .waiting
    results.append(.userConnected)
    return (isInLine ? [.stepOut] : []) + [.stop(.booking), .stop(.confirm), .stop(.retry)]
      + reachedCustomer(at: now)
  }

  private mutating func userDidNotCall(at now: SimulationTime) -> [CallbackServiceEffect] {
    results.append(.noUserCall)
    userCalls += 1
    guard options.waitsForAgent, userCalls < options.mostUserCalls else {
      return complete(.customerNotReached, .callbackFailed, at: now)
    }
    phase = .waiting
    return letAgentGo() + [.enqueue]
  }

  // MARK: The end

  private mutating func talks(at now: SimulationTime) -> [CallbackServiceEffect] {
    phase = .talking
    connected = now
    return [.stop(.line), .stop(.life)]
  }

  /// Ends it; the task as well where `ending` is given.
  private mutating func complete(
    _ reason: CallbackReason, _ ending: TaskEnding? = nil, at now: SimulationTime
  ) -> [CallbackServiceEffect] {
    phase = .over
    self.reason = reason
    ended = now
    var effects = CallbackTimer.allCases.map(CallbackServiceEffect.stop)
    if let ending { effects.append(.finish(ending)) }
    return effects + letAgentGo() + [.report(isFinal: true)]
  }

  private mutating func letAgentGo() -> [CallbackServiceEffect] {
    guard heldAgent != nil else { return [] }
    heldAgent = nil
    return [.releaseAgent]
  }

  private mutating func move(to phase: Phase) -> [CallbackServiceEffect] {
    self.phase = phase
    return []
  }

  private func play(_ treatment: String) -> [CallbackServiceEffect] {
    treatment.isEmpty ? [] : [.play(treatment)]
  }

  private static func reason(of ending: TaskEnding) -> CallbackReason {
    switch ending {
    case .handled: .agentConnected
    case .abandoned: .interactionDeleted
    case .callbackFailed: .customerNotReached
    case .queueTimeout: .queueing
    case .duplicate, .calledIn, .cancelled: .cancelled
    case .endedByFlow, .failed, .leftForCallback: .error
    }
  }
}

/// The deeds of the callback service: what its callbacks want is done here, and what happens to
/// their tasks is told to them.
extension Engine {
  /// A request for a callback: judged and written in one step, so that no two see the same gap.
  ///
  /// Throws the refusal. `asker` is the call whose flow asked, where one did.
  mutating func startCallback(
    _ order: CallbackOrder, asker: TaskID?
  ) throws(GMSError) -> ServiceCallback {
    guard let queue = world.lab.queue(of: order.service) else {
      throw .noService(order.service.name, in: [])
    }
    let admission = CallbackAdmission(
      order: order, callbacks: state.services.values, now: state.now)
    try admission.check()
    let id = TaskID(rawValue: state.identifiers.nextUUID())
    let originating = order.originating.map(TaskID.init(rawValue:)).flatMap { state.tasks[$0]?.id }
    try judge(order, id, queue, caller: originating ?? asker)
    var callback = order.callback(id, originating: originating, at: state.now)
    note(&callback, of: originating ?? asker ?? id, queue: queue)
    addTask(of: callback, queue)
    state.services[id] = callback
    if let caller = originating ?? asker {
      attach(callback, to: caller, isAsked: originating != nil)
    }
    service(id, .begin)
    return state.services[id] ?? callback
  }

  /// The ledger's word on the number: an entry is written where it may wait.
  private mutating func judge(
    _ order: CallbackOrder, _ id: TaskID, _ queue: QueueID, caller: TaskID?
  ) throws(GMSError) {
    var policy = order.options.policy
    if state.queues[queue]?.duplicateGuard == .off { policy.limit = .none }
    let number = DialledNumber(order.number, region: world.lab.region)
    let ani = caller.flatMap { state.tasks[$0]?.origin } ?? order.number
    let request = CallbackRequest(
      task: id, number: number, ani: DialledNumber(ani, region: world.lab.region),
      tenant: world.lab.orgID, entryPoint: order.service.entryPoint, queue: queue, time: state.now)
    let decision = policy.judge(request, in: state.ledger)
    trace(.callbackJudged(number: order.number, decision), caller)
    if case .refused(let refusal) = decision.verdict {
      _ = state.queues.update(queue) { $0.counters.refused += 1 }
      if case .duplicate(let existing) = refusal {
        trace(.callbackRefused(number: order.number, existing: existing), caller)
      }
      throw refusal.error(number: order.number, limit: policy.limit.count ?? 0)
    }
    guard number.isDiallable else {
      _ = state.queues.update(queue) { $0.counters.refused += 1 }
      throw GMSError(400, .number, "Customer Number [\(order.number)] is no number to call.")
    }
    state.ledger.reserve(request, memory: policy.memory)
  }

  /// Keeps what was known of the wait when the callback was asked for.
  private func note(_ callback: inout ServiceCallback, of caller: TaskID, queue: QueueID) {
    guard
      case .queueInformation(let facts) = information(queue, for: caller, lookbackMinutes: 30)
    else { return }
    callback.position = facts.position
    callback.estimate = facts.estimatedWait < 0 ? nil : facts.estimatedWait / 1000
  }

  private mutating func addTask(of callback: ServiceCallback, _ queue: QueueID) {
    let settings = world.lab.callbackService(callback.service)
    var task = ContactTask(
      id: callback.id, entryPoint: settings?.entryPoint ?? "", origin: callback.number,
      destination: callback.number, direction: "outbound", createdTime: state.now)
    task.callback = CallbackData(
      requestTime: state.now, number: callback.number, isProcessed: false, origin: "GMS",
      type: callback.isScheduled ? "Scheduled" : "Immediate", retryCount: 0)
    task.attributes = callback.properties
    state.tasks[callback.id] = task
    trace(
      .callbackAccepted(number: callback.number, queue: state.queues[queue]?.name ?? ""),
      callback.id)
  }

  /// The call that asked leaves the line, and carries the attached data where it wanted that.
  ///
  /// Its place goes to the callback where both are of one queue.
  private mutating func attach(_ callback: ServiceCallback, to caller: TaskID, isAsked: Bool) {
    guard state.tasks[caller]?.isActive == true, state.services[caller] == nil,
      let queue = state.tasks[callback.id].flatMap({ world.lab.queue(of: $0.entryPoint) })
    else { return }
    if isAsked {
      state.tasks[caller]?.attributes += callback.attachedData
      trace(.attached(callback.attachedData), caller)
    }
    guard state.tasks[caller]?.customer.isConnected == true, isWaiting(caller) else { return }
    state.tasks[caller]?.requestedCallback = callback.id
    if state.tasks[caller]?.queue == queue, !callback.isScheduled {
      let entry = place(of: caller)
      state.tasks[callback.id]?.place = entry
    }
    withdrawOffer(of: caller)
    leaveQueue(caller, "a callback waits in its place")
    state.tasks[caller]?.status = .created
  }

  /// Tells a callback of the service what happened, and does what it wants then; others are left
  /// alone.
  mutating func service(_ id: TaskID, _ event: CallbackServiceEvent) {
    guard var callback = state.services[id] else { return }
    let before = (callback.state, callback.heldAgent, callback.phase)
    let effects = callback.handle(event, at: state.now)
    state.services[id] = callback
    if before.1 != callback.heldAgent {
      if let agent = before.1 { state.heldAgents[agent] = nil }
      if let agent = callback.heldAgent { state.heldAgents[agent] = id }
    }
    if before.0 != callback.state || event == .begin {
      trace(
        .service(
          name: callback.service, number: callback.number, state: callback.state,
          reason: callback.reason), id)
    }
    for effect in effects { perform(effect, of: id) }
  }

  private mutating func perform(_ effect: CallbackServiceEffect, of id: TaskID) {
    switch effect {
    case .start(let timer, let milliseconds): start(timer, of: id, milliseconds)
    case .stop(let timer):
      cancel(state.services[id]?.timers[timer])
      _ = state.services.update(id) { $0.timers[timer] = nil }
    case .enqueue, .route: standInLine(id)
    case .stepOut: stepOut(id)
    case .push: push(id)
    case .dial: callCustomer(id)
    case .connect: connectCustomer(id)
    case .releaseAgent: scheduleDispatch()
    case .freeAgent: freeAgent(of: id)
    case .play(let name):
      trace(
        .heard(
          Utterance(
            label: state.services[id]?.service ?? "", lines: ["♪ \(name)"], milliseconds: 0,
            notes: [])), id)
    case .hangUp: releasePhone(id, .endedByService)
    case .report(let isFinal):
      guard let callback = state.services[id] else { return }
      trace(.userEvent(callback.userEvent(isFinal: isFinal)), id)
    case .finish(let ending): finishService(id, ending)
    }
  }

  private mutating func start(_ timer: CallbackTimer, of id: TaskID, _ milliseconds: Int64) {
    cancel(state.services[id]?.timers[timer])
    let token = schedule(.service(id, timer), after: milliseconds)
    _ = state.services.update(id) { $0.timers[timer] = token }
  }

  /// A timer of a callback ran out.
  mutating func serviceTimer(_ timer: CallbackTimer, of id: TaskID) {
    _ = state.services.update(id) { $0.timers[timer] = nil }
    switch timer {
    case .due: service(id, .due)
    case .life: service(id, .expired)
    case .confirm: service(id, .notConfirmed)
    case .progress: progressDetected(id)
    case .retry: service(id, .retryDue)
    case .booking: service(id, .userDidNotCall)
    case .line: service(id, .waitedTooLong)
    }
  }

  /// The task ends, with whatever it has.
  private mutating func finishService(_ id: TaskID, _ ending: TaskEnding) {
    withdrawOffer(of: id)
    freeAgent(of: id)
    leaveQueue(id, ending.rawValue)
    releasePhone(id, .endedByService)
    endTask(id, ending)
  }
}

extension CallbackOrder {
  /// The callback as it is written down.
  func callback(_ id: TaskID, originating: TaskID?, at now: SimulationTime) -> ServiceCallback {
    let digits = id.rawValue.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 9_000 }
    return ServiceCallback(
      id: id, service: service.name, requested: now, number: number,
      desired: desired.map { max($0, now) } ?? now, properties: properties,
      originating: originating, offered: offered, accepted: accepted,
      accessCode: options.providesCode ? String(1_000 + digits) : nil, options: options)
  }
}

extension Lab {
  /// The callback service of a name.
  public func callbackService(_ name: String) -> CallbackServiceSettings? {
    callbackServices.first { $0.name == name }
  }

  /// The queue of an outbound entry point.
  func queue(of entryPoint: EntryPointID) -> QueueID? {
    entryPoints.first { $0.id == entryPoint }?.queue
  }
}

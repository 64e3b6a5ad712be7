import IVRLanguages

/// Web callbacks of 8x8: from the request to the phone's ringing.
///
/// Source: 8x8-webcallback reference, section 5.
extension Engine {
  /// A request reaches the API: it is checked, and where a guard judges it, reserved.
  mutating func takeWebCallback(_ call: APICall) -> APIAnswer {
    guard !call.request.isPlain, !call.request.url.lowercased().hasPrefix("http://") else {
      return .now(WebCallbackReply.notEncrypted)
    }
    let request = WebCallbackRequest(
      call.request, world.lab, isDown: state.faults.isWebCallbackDown)
    let order: WebCallbackOrder
    do throws(WebCallbackError) {
      order = try request.order()
      state.requests[call.id]?.credential = .known
    } catch {
      if error == .badToken { state.requests[call.id]?.credential = .wrong }
      trace(.note("web callback refused: ctl_error \(error.rawValue), \(error.text)"))
      let status = request.isReadable ? error.status : 415
      return .now(WebCallbackReply.refused(error, back: request.back, status: status))
    }
    guard let reservation = reservation(for: order) else {
      return .now(WebCallbackReply.refused(.internalError, back: order.back))
    }
    schedule(
      .reserve(.webCallback(call.id, order), reservation), after: world.lab.latency.ledger)
    return .later
  }

  private mutating func reservation(for order: WebCallbackOrder) -> Reservation? {
    guard let tenant = world.lab.webCallbackTenant(order.tenant) else { return nil }
    let entryPoint: EntryPointID
    let queue: QueueID
    switch order.kind {
    case .now(let entry, let guardQueue, _):
      // The name of no queue: nothing judges the callback.
      (entryPoint, queue) = (entry, guardQueue ?? "")
    case .whenAgentIsFree(let id, _): (entryPoint, queue) = (tenant.entryPoint, id)
    }
    return Reservation(
      tenant: world.lab.orgID, entryPoint: entryPoint, number: order.number, ani: order.number,
      task: TaskID(rawValue: state.identifiers.nextUUID()), queue: queue)
  }

  /// Whether nothing guards a callback against duplicates, as on the product.
  func isUnguarded(_ order: WebCallbackOrder) -> Bool {
    if case .now(_, nil, _) = order.kind { true } else { false }
  }

  /// The ledger has answered: the callback is taken, or the visitor hears why not.
  mutating func finish(
    _ reservation: Reservation, _ decision: PolicyDecision, _ id: RequestID,
    _ order: WebCallbackOrder
  ) {
    switch decision.verdict {
    case .refused(let refusal):
      let error = WebCallbackError(refusal)
      trace(.note("web callback refused: ctl_error \(error.rawValue), a code of the simulator"))
      return deliverSoon(.response(WebCallbackReply.refused(error, back: order.back)), to: id)
    case .mergesInto(let existing):
      merge(reservation, into: existing)
      return deliverSoon(.response(WebCallbackReply.accepted(existing, back: order.back)), to: id)
    case .accepted, .replay, .takesOver, .replaces: break
    }
    create(reservation, order)
    begin(reservation, decision, order)
    if let existing = decision.ended { endDuplicate(existing) }
    deliverSoon(
      .response(WebCallbackReply.accepted(reservation.task, back: order.back)), to: id)
  }

  private mutating func create(_ reservation: Reservation, _ order: WebCallbackOrder) {
    let id = reservation.task
    var destination = order.number
    if case .now(let entry, _, _) = order.kind {
      destination = world.lab.entryPoints.first { $0.id == entry }?.number ?? order.number
    }
    state.tasks[id] = ContactTask(
      id: id, entryPoint: reservation.entryPoint, origin: order.number, destination: destination,
      direction: "outbound", createdTime: state.now)
    state.tasks[id]?.attributes = order.data
    state.webCallbacks[id] = WebCallback(
      id: id, transaction: state.webCallbacks.count + 1, order: order)
    note(reservation, origin: "web", type: "Web UI")
    for warning in order.warnings { trace(.note("web callback: \(warning)"), id) }
  }

  private mutating func begin(
    _ reservation: Reservation, _ decision: PolicyDecision, _ order: WebCallbackOrder
  ) {
    let id = reservation.task
    switch order.kind {
    case .now(_, _, let delay):
      let timer = schedule(.webCallbackDue(id), after: delay)
      state.webCallbacks[id]?.timer = timer
      if delay > 0 { trace(.note("\(order.number) is called in \(delay / 1000) s"), id) }
    case .whenAgentIsFree(let queue, let expiration):
      if case .takesOver(let existing) = decision.verdict, isWaiting(existing) {
        takePlace(of: existing, for: id)
      } else {
        join(id, queue, priority: 10)
      }
      guard let expiration else { return }
      let timer = schedule(.webCallbackExpired(id), after: expiration)
      state.webCallbacks[id]?.timer = timer
    }
  }

  /// No agent was free in time: the callback is gone, and counted as abandoned.
  ///
  /// At the very instant of its end a callback is over: events of the world come before what agents
  /// do.
  mutating func webCallbackExpired(_ id: TaskID) {
    state.webCallbacks[id]?.timer = nil
    guard isWaiting(id), state.tasks[id]?.agent.map({ isTalking($0) }) != true,
      let queue = state.tasks[id]?.queue
    else { return }
    state.webCallbacks[id]?.failure = .expired
    let waited = state.now.since(state.tasks[id]?.queuedTime ?? state.now)
    let task = state.tasks[id]
    let now = state.now
    _ = state.queues.update(queue) { queue in
      queue.pace.hungUp(afterWaiting: waited)
      queue.countExit(\.abandoned, of: task, at: now)
    }
    trace(.note("the web callback to \(state.tasks[id]?.customerNumber ?? "") expires"), id)
    leaveQueue(id, "expired", isCounted: true)
    withdrawOffer(of: id)
    endTask(id, .abandoned)
  }

  private func isTalking(_ agent: AgentID) -> Bool {
    if case .connected = state.agents[agent]?.state { true } else { false }
  }

  // MARK: The call

  /// The time of a callback without agent has come.
  mutating func webCallbackDue(_ id: TaskID) {
    state.webCallbacks[id]?.timer = nil
    guard state.tasks[id]?.isActive == true, state.webCallbacks[id]?.stage == .waiting else {
      return
    }
    state.webCallbacks[id]?.stage = .dialling
    if isNumberBusy(of: id) { return webCallbackFailed(id, "busy") }
    dialCustomer(id)
  }

  /// Whether a phone already rings for the number, or somebody talks there.
  private func isNumberBusy(of id: TaskID) -> Bool {
    guard let number = state.tasks[id]?.customerNumber else { return false }
    return state.tasks.values.contains {
      $0.id != id && $0.customer != CustomerLeg.none && $0.customerNumber == number
    }
  }

  /// Whether a flow, and no agent, will speak to the customer whose phone rings.
  func isScripted(_ id: TaskID) -> Bool { state.webCallbacks[id]?.stage == .dialling }

  /// The customer is about to be called: the caller id is known.
  mutating func noteWebCallbackDial(_ id: TaskID) {
    guard let callback = state.webCallbacks[id],
      let tenant = world.lab.webCallbackTenant(callback.order.tenant)
    else { return }
    let agent = state.tasks[id]?.agent
    let callerID =
      switch callback.order.callerID {
      case .anonymous: ""
      case .number(let number): number
      case .standard: tenant.callerID
      case .ofAgent: agent.flatMap { tenant.agentCallerIDs[$0] } ?? tenant.callerID
      }
    state.webCallbacks[id]?.callerID = callerID
    trace(.note("caller id \(callerID.isEmpty ? "Anonymous" : callerID)"), id)
  }

  /// The customer has answered.
  mutating func noteWebCallbackAnswer(_ id: TaskID) {
    guard state.webCallbacks[id] != nil, state.webCallbacks[id]?.answered == nil else { return }
    state.webCallbacks[id]?.answered = state.now
  }

  /// The call with the customer is over.
  mutating func noteWebCallbackHangUp(_ id: TaskID) {
    guard state.webCallbacks[id]?.answered != nil else { return }
    state.webCallbacks[id]?.hungUp = state.now
  }

  /// The customer has answered a call without agent: the channel's flow speaks.
  mutating func startScript(_ id: TaskID, on phone: PhoneID) {
    state.webCallbacks[id]?.stage = .done
    let now = state.now
    _ = state.tasks.update(id) { task in
      task.customer = .connected(phone)
      task.callback?.connectTime = now
      task.callback?.isProcessed = true
    }
    state.ledger.release(id)
    guard let task = state.tasks[id],
      let entry = world.lab.entryPoints.first(where: { $0.id == task.entryPoint }),
      let name = entry.flow, let flow = world.flows[name]
    else {
      trace(.note("the channel has no flow that can be run"), id)
      releasePhone(id, .dropped)
      return endTask(id, .failed)
    }
    state.sessions[id] = CallSession(id: id, flowName: name)
    tell(id, .begin(startOutputs(id, entry, flow)))
  }

  /// A call to the customer failed; one without agent is over then.
  ///
  /// There is no second attempt; the page names none.
  mutating func webCallbackFailed(_ id: TaskID, _ reason: String) {
    guard state.webCallbacks[id] != nil else { return }
    let failure: WebCallback.Outcome =
      switch reason {
      case "no answer": .noAnswer
      case "busy", "refused": .busy
      default: .failed
      }
    state.webCallbacks[id]?.failure = failure
    guard isScripted(id), let task = state.tasks[id] else { return }
    state.webCallbacks[id]?.stage = .done
    state.tasks[id]?.callback?.retryCount += 1
    state.ledger.release(id)
    trace(.callbackFailed(number: task.customerNumber, reason: reason), id)
    endTask(id, .callbackFailed)
  }
}

extension Lab {
  /// The tenant of 8x8 of a name.
  func webCallbackTenant(_ name: String) -> WebCallbackTenant? {
    webCallbackTenants.first { $0.name == name }
  }
}

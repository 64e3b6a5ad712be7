extension Engine {
  /// A callback reaches the ledger; the answer goes back to the activity or the client that asked.
  ///
  /// A caller who was answered or has hung up in the meantime wants none.
  mutating func reserve(_ reservation: Reservation, for origin: ReservationOrigin) {
    if case .call = origin, !isWaiting(reservation.task) { return }
    let request = request(reservation)
    var policy = state.queues[reservation.queue]?.policyInForce ?? DuplicatePolicy()
    if case .webCallback(_, let order) = origin, isUnguarded(order) { policy = .off }
    let decision = policy.judge(request, in: state.ledger)
    trace(.callbackJudged(number: reservation.number, decision), subject(of: reservation))
    count(decision, in: reservation.queue)
    if decision.isNewEntry { state.ledger.reserve(request, memory: policy.memory) }
    if case .refused(.duplicate(let existing)) = decision.verdict {
      trace(
        .callbackRefused(number: reservation.number, existing: existing), subject(of: reservation))
    }
    switch origin {
    case .call(let thread, let number):
      let asker = Asker(task: reservation.task, thread: thread, number: number)
      finish(reservation, decision, asker)
    case .request(let request, let attributes):
      finish(reservation, decision, request, attributes)
    case .scheduled(let id): finish(reservation, decision, id)
    case .webCallback(let request, let order): finish(reservation, decision, request, order)
    }
  }

  private func request(_ reservation: Reservation) -> CallbackRequest {
    CallbackRequest(
      task: reservation.task,
      number: DialledNumber(reservation.number, region: world.lab.region),
      ani: DialledNumber(reservation.ani, region: world.lab.region),
      tenant: reservation.tenant, entryPoint: reservation.entryPoint, queue: reservation.queue,
      time: state.now)
  }

  private mutating func count(_ decision: PolicyDecision, in queue: QueueID) {
    _ = state.queues.update(queue) { queue in
      if decision.isRefused { queue.counters.refused += 1 }
      if !decision.isRefused, decision.existing != nil { queue.counters.merged += 1 }
    }
  }

  /// The task of a reservation, where it exists already.
  private func subject(of reservation: Reservation) -> TaskID? {
    state.tasks[reservation.task]?.id
  }

  private mutating func finish(
    _ reservation: Reservation, _ decision: PolicyDecision, _ asker: Asker
  ) {
    switch decision.verdict {
    case .refused(let refusal):
      let sentence = refusal.sentence(number: reservation.number)
      return answer(asker, .refused(code: 1, description: sentence))
    case .mergesInto(let existing):
      merge(reservation, into: existing)
      return answer(asker, .registered)
    case .accepted, .replay, .takesOver, .replaces: break
    }
    note(reservation, origin: "IVR", type: "Courtesy")
    if case .takesOver(let existing) = decision.verdict {
      withdrawOffer(of: asker.task)
      leaveQueue(asker.task, "moved for a callback")
      takePlace(of: existing, for: asker.task)
    } else if state.tasks[asker.task]?.queue != reservation.queue {
      withdrawOffer(of: asker.task)
      leaveQueue(asker.task, "moved for a callback")
      join(asker.task, reservation.queue, priority: 10)
    }
    if let existing = decision.ended { endDuplicate(existing) }
    answer(asker, .registered)
  }

  /// Writes the callback into its task.
  mutating func note(_ reservation: Reservation, origin: String, type: String) {
    state.callbackNumbers.note(reservation.number, of: reservation.task)
    state.tasks[reservation.task]?.callback = CallbackData(
      requestTime: state.now, number: reservation.number, isProcessed: false, origin: origin,
      type: type, retryCount: 0)
    trace(
      .callbackAccepted(
        number: reservation.number, queue: state.queues[reservation.queue]?.name ?? ""),
      reservation.task)
  }

  /// The caller is still on the line when an agent answers: no callback is made.
  ///
  /// Source: webex-runtime reference, section 4, behaviour 3.
  mutating func dropNeedlessCallback(_ id: TaskID) {
    guard state.ledger.holds(id) else { return }
    state.ledger.release(id)
    state.tasks[id]?.callback = nil
    trace(.note("the caller is still on the line: no callback is made"), id)
  }

  /// Rings the customer of a callback.
  mutating func dialCustomer(_ id: TaskID) {
    if state.services[id] != nil { return service(id, .agentTook) }
    guard state.ledger.claim(id) else { return }
    noteWebCallbackDial(id)
    switch startRinging(id) {
    case .rings: break
    case .busy: callbackFailed(id, "busy")
    case .errorTone: callbackFailed(id, "error tone")
    case .noPhone: callbackFailed(id, "no phone has this number")
    }
  }

  /// What comes of calling a number at once.
  enum RingStart {
    case rings, busy, errorTone, noPhone
  }

  /// Has the phone of a task's customer ring.
  mutating func startRinging(_ id: TaskID) -> RingStart {
    guard let task = state.tasks[id] else { return .noPhone }
    let wanted = DialledNumber(task.customerNumber, region: world.lab.region)
    let owner = state.phones.values.first { $0.line == wanted.normalised }
    guard let phone = owner ?? state.phones.values.first(where: { $0.isFreeForAnyNumber }),
      phone.state == .idle
    else {
      let isBusy = owner != nil || state.phones.values.contains(where: \.takesAnyNumber)
      return isBusy ? .busy : .noPhone
    }
    if phone.outcome == .busy { return .busy }
    if phone.outcome == .errorTone { return .errorTone }
    state.tasks[id]?.customer = .ringing(phone.id)
    state.phones[phone.id]?.change(to: .ringing(id), at: state.now)
    let pickUp = phone.outcome == .person ? phone.answersAfter : phone.outcome.pickUpTime
    let timer =
      pickUp.map { schedule(.pickedUp(phone.id), after: $0) }
      ?? schedule(.ringTimedOut(phone.id), after: world.lab.timers.ring)
    state.phones[phone.id]?.timer = timer
    trace(.ringing(phone: phone.id, number: wanted.normalised), id)
    return .rings
  }

  /// A ringing phone is answered: agent and customer talk.
  ///
  /// `byPerson` is false where a device picked up by itself.
  mutating func answer(_ phone: PhoneID, byPerson: Bool = true) {
    guard case .ringing(let id)? = state.phones[phone]?.state else { return }
    cancel(state.phones[phone]?.timer)
    state.phones[phone]?.timer = nil
    state.phones[phone]?.change(to: .inCall(id), at: state.now)
    noteWebCallbackAnswer(id)
    if isScripted(id) { return startScript(id, on: phone) }
    if state.services[id] != nil { return answerService(id, on: phone, byPerson: byPerson) }
    let now = state.now
    _ = state.tasks.update(id) { task in
      task.customer = .connected(phone)
      task.callback?.connectTime = now
      task.callback?.isProcessed = true
      task.callback?.agent = task.agent
    }
    state.ledger.release(id)
    connect(id)
  }

  /// The person at a ringing phone does not want the call.
  mutating func refuse(_ phone: PhoneID) {
    guard case .ringing(let id)? = state.phones[phone]?.state else { return }
    releasePhone(id, .refused)
    if state.services[id] != nil { return ended(id, .busy) }
    callbackFailed(id, "refused")
  }

  /// Nobody answered a ringing phone.
  mutating func ringTimedOut(_ phone: PhoneID) {
    state.phones[phone]?.timer = nil
    guard case .ringing(let id)? = state.phones[phone]?.state else { return }
    releasePhone(id, .missed)
    if state.services[id] != nil { return ended(id, .noAnswer) }
    callbackFailed(id, "no answer")
  }

  /// A callback did not reach the customer; there is no automatic retry, and the agent wraps up.
  ///
  /// Source: webex-runtime reference, section 4, behaviours 6 and 7.
  private mutating func callbackFailed(_ id: TaskID, _ reason: String) {
    let isScripted = isScripted(id)
    webCallbackFailed(id, reason)
    if isScripted { return }
    guard let task = state.tasks[id] else { return }
    state.tasks[id]?.callback?.retryCount += 1
    if let queue = task.queue {
      let now = state.now
      _ = state.queues.update(queue) { $0.countExit(\.failed, of: task, at: now) }
    }
    state.ledger.release(id)
    trace(.callbackFailed(number: task.customerNumber, reason: reason), id)
    startWrapUp(id)
  }
}

extension Phone {
  /// Whether it can ring for a number that no phone has.
  var isFreeForAnyNumber: Bool { takesAnyNumber && state == .idle }
}

/// Lines, agents and phones of the callback service's callbacks.
extension Engine {
  // MARK: The line

  /// A callback stands in the line: at its old place, else where the time puts it at which it began
  /// to wait.
  mutating func standInLine(_ id: TaskID) {
    guard let callback = state.services[id], let task = state.tasks[id],
      let queue = task.queue ?? world.lab.queue(of: task.entryPoint)
    else { return }
    let isNew = task.queue == nil
    let now = state.now
    let time = task.place?.firstEntered ?? callback.queued ?? state.now
    let position = state.queues.update(queue) { queue -> Int in
      if isNew { queue.countEntry(at: now) }
      if let place = task.place {
        _ = queue.line.join(id, inPlaceOf: place)
      } else {
        _ = queue.line.join(id, priority: 10, at: time)
      }
      return queue.line.position(of: id) ?? 0
    }
    _ = state.tasks.update(id) { task in
      task.queue = queue
      task.queuedTime = time
      if isNew { task.enteredQueue = now }
      task.status = .parked
      task.place = nil
    }
    if isNew {
      forecast(id, queue, position: position ?? 0)
      awaitGroups(id, in: queue)
    }
    trace(.queued(queue: state.queues[queue]?.name ?? "", position: position ?? 0), id)
    scheduleDispatch()
  }

  /// A callback leaves the line and keeps its place, as a contact does that is being offered.
  mutating func stepOut(_ id: TaskID) {
    guard let queue = state.tasks[id]?.queue,
      let entry = state.queues.update(queue, { $0.line.leave(id) }) ?? nil
    else { return }
    state.tasks[id]?.place = entry
    state.tasks[id]?.status = .connect
  }

  /// An agent is free for the first of a line: the service may want to call first.
  ///
  /// Answers whether it does; the agent is then kept for it, and nobody else is offered.
  mutating func beginService(_ entry: LineEntry, _ agent: AgentID) -> Bool {
    guard let callback = state.services[entry.task], callback.phase == .waiting else {
      return false
    }
    if callback.options.isAgentFirst {
      service(entry.task, .agentReserved)
      return false
    }
    service(entry.task, .agentFree(agent))
    return true
  }

  /// The places of those whose customers are being reached: nobody has answered them yet.
  func placesInService(of queue: QueueID) -> [LineEntry] {
    state.agents.values.compactMap { agent -> LineEntry? in
      guard let id = state.heldAgents[agent.id], let task = state.tasks[id], task.queue == queue
      else { return nil }
      return task.place
    }
  }

  // MARK: Agents

  /// The agent who is offered a callback, or waits for its customer, is available again.
  mutating func freeAgent(of id: TaskID) {
    guard let agent = state.tasks[id]?.agent, let current = state.agents[agent]?.state,
      current == .reserved(id) || current == .connected(id)
    else { return }
    state.tasks[id]?.agent = nil
    change(agent, to: .available)
  }

  /// The customer whom an agent waits for is on the line.
  mutating func connectCustomer(_ id: TaskID) {
    let now = state.now
    _ = state.tasks.update(id) { task in
      task.callback?.connectTime = now
      task.callback?.isProcessed = true
      task.callback?.agent = task.agent
    }
    connect(id)
  }

  // MARK: Calling the customer

  /// Tells the customer's device: the phone that has the number.
  mutating func push(_ id: TaskID) {
    guard let callback = state.services[id] else { return }
    let wanted = DialledNumber(callback.number, region: world.lab.region)
    let phone = state.phones.values.first { $0.line == wanted.normalised }
    trace(
      .pushed(
        phone: phone?.id, number: callback.number,
        text: callback.options.isUserOriginated
          ? "call \(callback.options.accessNumber)" : "an agent is free: confirm"), id)
    if phone == nil { service(id, .notAsked) }
  }

  /// The person at a phone confirms what was pushed to it.
  mutating func confirm(_ phone: PhoneID) {
    guard let callback = callbackToConfirm(on: phone) else {
      return trace(.note("phone \(phone): nothing is to be confirmed"))
    }
    service(callback.id, .confirmed)
  }

  /// The callback of the service that asks the person at a phone to confirm.
  public func callbackToConfirm(on phone: PhoneID) -> ServiceCallback? {
    guard let line = state.phones[phone]?.line else { return nil }
    return state.services.values.first { callback in
      callback.phase == .confirming
        && DialledNumber(callback.number, region: world.lab.region).normalised == line
    }
  }

  /// Calls the customer; what comes of it is told to the callback.
  mutating func callCustomer(_ id: TaskID) {
    guard state.ledger.claim(id) else { return ended(id, .noCall) }
    switch startRinging(id) {
    case .rings: break
    case .busy: ended(id, .busy)
    case .errorTone: ended(id, .errorTone)
    case .noPhone: ended(id, .noCall)
    }
  }

  /// A call of the service came to an end, or reached somebody.
  mutating func ended(_ id: TaskID, _ result: DialResult) {
    if let callback = state.services[id] {
      let attempt = callback.attempts
      trace(.dialResult(number: callback.number, attempt: attempt, result: result), id)
    }
    if result.isReached {
      state.ledger.release(id)
    } else {
      state.ledger.unclaim(id)
      state.tasks[id]?.callback?.retryCount += 1
    }
    service(id, .dialled(result))
  }

  /// A phone that rings for the service was picked up: by a person, or by what answers there.
  mutating func answerService(_ id: TaskID, on phone: PhoneID, byPerson: Bool) {
    guard let callback = state.services[id] else { return }
    state.tasks[id]?.customer = .connected(phone)
    let outcome = byPerson ? .person : state.phones[phone]?.outcome ?? .person
    guard callback.options.detectsProgress else { return ended(id, .connected) }
    if outcome == .person { return ended(id, .person) }
    let token = schedule(.service(id, .progress), after: Self.detectionTime)
    _ = state.services.update(id) { $0.timers[.progress] = token }
  }

  /// How long it takes to tell a machine from a person, in milliseconds; our choice.
  static let detectionTime: Int64 = 2_000

  /// It is found out that no person answered.
  mutating func progressDetected(_ id: TaskID) {
    let outcome = state.tasks[id]?.customer.phone.flatMap { state.phones[$0]?.outcome }
    ended(id, outcome == .fax ? .fax : .answeringMachine)
  }

  // MARK: The customer calls

  /// A phone calls the number of a user-originated service; answers whether it is one.
  mutating func takeUserCall(_ phone: PhoneID, _ dialled: DialledNumber) -> Bool {
    let region = world.lab.region
    let isAccess = world.lab.callbackServices.contains { service in
      let number = OptionReader(values: service.options).text("_access_number")
      return number.map { DialledNumber($0, region: region).normalised } == dialled.normalised
    }
    guard isAccess, let line = state.phones[phone]?.line else { return false }
    let wanted = state.services.values.first { callback in
      callback.awaitsCall && DialledNumber(callback.number, region: region).normalised == line
        && DialledNumber(callback.options.accessNumber, region: region).normalised
          == dialled.normalised
    }
    guard let wanted, state.tasks[wanted.id]?.customer == CustomerLeg.none else {
      state.phones[phone]?.finish(.notInService, at: state.now)
      trace(.note("phone \(phone): no callback of the service expects a call from it"))
      return true
    }
    let name = wanted.service
    state.tasks[wanted.id]?.customer = .connected(phone)
    state.phones[phone]?.change(to: .inCall(wanted.id), at: state.now)
    trace(
      .dialled(
        phone: phone, from: state.phones[phone]?.number ?? "", to: dialled.normalised,
        entryPoint: name), wanted.id)
    state.ledger.release(wanted.id)
    service(wanted.id, .userCalled)
    return true
  }
}

extension ServiceCallback {
  /// Whether its customer may call.
  fileprivate var awaitsCall: Bool {
    guard options.isUserOriginated else { return false }
    return switch phase {
    case .waiting, .confirming, .awaitingCall, .resting: true
    case .scheduled, .reserved, .dialling, .routing, .talking, .over: false
    }
  }
}

extension LoadRun {
  /// Schedules the next call of a stream.
  mutating func scheduleCall(_ stream: Int) {
    let perHour = load.callers[stream].perHour
    guard perHour > 0 else { return }
    let gap = Distribution.exponential(mean: 3600 / perHour)
    arrivals[stream] = schedule(
      .call(stream: stream), after: gap.milliseconds(&streams.arrivals[stream]))
  }

  mutating func perform(_ act: RobotAct) {
    switch act {
    case .call(let stream):
      call(stream)
      scheduleCall(stream)
    case .callAgain(let task): callAgain(task)
    case .press(let task, let visit, let keys): press(keys, task, visit)
    case .losePatience(let task): losePatience(task)
    case .pickUp(let task):
      if let phone = calls[task]?.phone { engine.submit(.answer(phone)) }
    case .shift(let agent, let isOn): changeShift(agent, isOn)
    case .accept(let agent, let task): submit(.accept, agent, in: .reserved(task))
    case .end(let agent, let task): submit(.end, agent, in: .connected(task))
    case .wrapUp(let agent, let task):
      submit(.wrapUp(engine.world.lab.wrapUpCodes.first ?? ""), agent, in: .wrapUp(task))
    case .comeBack(let agent): submit(.available, agent, in: .rona)
    }
  }

  private mutating func call(_ place: Int) {
    let stream = load.callers[place]
    guard let entry = entryPoint(of: place) else { return }
    let phone = freePhones.popLast() ?? newPhone()
    phoneUses[phone] = 1
    let draw = streams.callers.nextShare()
    let machine = stream.answers + stream.answeringMachine
    dialling[phone] = RobotCall(
      phone: phone, stream: place, patience: stream.patience.milliseconds(&streams.patience),
      wantsCallback: streams.callers.happens(stream.acceptsCallback),
      answer: draw <= stream.answers ? .person : draw <= machine ? .machine : .nobody)
    engine.submit(.dial(phone, number: entry.number))
  }

  /// Somebody whose callback waits calls from the same phone, where nobody rings it.
  private mutating func callAgain(_ id: TaskID) {
    guard var call = calls[id], engine.state.ledger.holds(id),
      engine.state.phones[call.phone]?.state == .idle, dialling[call.phone] == nil,
      let entry = entryPoint(of: call.stream)
    else { return }
    call = RobotCall(
      phone: call.phone, stream: call.stream, patience: call.patience, wantsCallback: true,
      answer: call.answer)
    dialling[call.phone] = call
    count(at: engine.state.now) { $0.calledAgain += 1 }
    phoneUses[call.phone, default: 0] += 1
    engine.submit(.dial(call.phone, number: entry.number))
  }

  private func entryPoint(of stream: Int) -> EntryPoint? {
    let wanted = load.callers[stream].entryPoint
    return engine.world.lab.entryPoints.first { $0.id == wanted }
  }

  private mutating func release(_ phone: PhoneID) {
    let left = (phoneUses[phone] ?? 1) - 1
    phoneUses[phone] = left > 0 ? left : nil
    if left <= 0 { freePhones.append(phone) }
  }

  /// A phone with a number of its own; phones are used again once their tasks are over.
  private mutating func newPhone() -> PhoneID {
    let region = engine.world.lab.region
    let number = numberStem + String(1_000_000 + phoneCount).suffix(6)
    let id = PhoneID(rawValue: "robot-\(phoneCount)")
    phoneCount += 1
    let settings = PhoneSettings(id: id, number: number, takesAnyNumber: false)
    engine.state.phones[id] = Phone(settings, region: region, at: engine.state.now)
    return id
  }

  /// A call was told something: where it is asked for keys, they come after a moment.
  mutating func react(_ id: TaskID) {
    guard let call = calls[id], !call.isDone, call.left == nil else { return }
    let number = engine.state.tasks[id]?.origin.drop { $0 == "+" } ?? ""
    guard
      let (visit, keys) = engine.reaction(
        of: id, number: String(number), wantsCallback: call.wantsCallback, after: call.visit)
    else { return }
    calls[id]?.visit = visit
    let moment = Distribution.uniform(from: 1, to: 4).milliseconds(&streams.callers)
    schedule(.press(id, visit, keys: keys), after: moment)
  }

  private mutating func press(_ keys: String, _ id: TaskID, _ visit: RobotVisit) {
    guard let call = calls[id], let session = engine.state.sessions[id],
      session.threads.contains(where: {
        $0.id == visit.thread && $0.activity == visit.activity && $0.entered == visit.entered
      })
    else { return }
    for key in keys.compactMap(DTMF.init) { engine.submit(.press(call.phone, key)) }
  }

  private mutating func losePatience(_ id: TaskID) {
    guard let call = calls[id], !call.isDone, call.left == nil, engine.isWaiting(id),
      !engine.state.ledger.holds(id)
    else { return }
    engine.submit(.hangUp(call.phone))
  }

  /// Something happened that the figures or a robot care for.
  mutating func note(_ event: TraceEvent, _ id: TaskID) {
    switch event {
    case .dialled(let phone, _, _, _): calls[id] = dialling.removeValue(forKey: phone)
    case .queued: queued(id)
    case .offered: offered(id)
    case .connected: connected(id)
    case .ringing: ringing(id)
    case .callbackRefused: count(id) { $0.refused += 1 }
    case .callbackFailed(_, let reason): count(id) { $0.noteFailure(reason) }
    case .callEnded(let ending): ended(id, ending)
    case .taskEnded(let ending):
      count(id) { $0.note(ending) }
      if let phone = calls.removeValue(forKey: id)?.phone { release(phone) }
    default: break
    }
  }

  private mutating func count(_ id: TaskID, _ change: (inout LoadFigures) -> Void) {
    count(at: calls[id]?.queued ?? engine.state.now, change)
  }

  private mutating func queued(_ id: TaskID) {
    guard let call = calls[id], call.queued == nil else { return }
    calls[id]?.queued = engine.state.now
    count(id) { $0.offered += 1 }
    schedule(.losePatience(id), after: call.patience)
  }

  private mutating func connected(_ id: TaskID) {
    // Robot agents talk to people, too.
    guard let call = calls[id] else { return talk(id, isMachine: false) }
    let now = engine.state.now
    let isMachine = call.left != nil && call.answer == .machine
    if let left = call.left {
      count(id) { figures in
        figures.callbacksConnected += 1
        figures.callbacksToMachine += isMachine ? 1 : 0
        figures.callbackWaits.append(now.since(left))
      }
    } else {
      calls[id]?.isDone = true
      let wait = now.since(call.queued ?? now)
      let isInTime = Double(wait) <= load.threshold * 1000
      count(id) { figures in
        figures.answered += 1
        figures.answeredInTime += isInTime ? 1 : 0
        figures.waits.append(wait)
      }
    }
    talk(id, isMachine: isMachine)
  }

  private mutating func ringing(_ id: TaskID) {
    switch calls[id]?.answer {
    case .person:
      let moment = Distribution.uniform(from: 3, to: 10).milliseconds(&streams.callers)
      schedule(.pickUp(id), after: moment)
    case .machine: schedule(.pickUp(id), after: 15_000)
    case .nobody, nil: break
    }
  }

  /// The caller's leg is over before an agent had it, or a callback's after.
  private mutating func ended(_ id: TaskID, _ ending: CallEnding) {
    guard let call = calls[id], !call.isDone, call.left == nil else { return }
    let now = engine.state.now
    guard let queued = call.queued else {
      calls[id]?.isDone = true
      count(id) { $0.goneBeforeQueue += 1 }
      return
    }
    if engine.state.ledger.holds(id) {
      calls[id]?.left = now
      count(id) { $0.leftForCallback += 1 }
      if streams.callers.happens(load.callers[call.stream].callsAgain) {
        let time = Distribution.exponential(mean: 300).milliseconds(&streams.callers)
        schedule(.callAgain(id), after: time)
      }
      return
    }
    calls[id]?.isDone = true
    let wait = now.since(queued)
    let bounds = (short: load.shortAbandon * 1000, level: load.threshold * 1000)
    count(id) { figures in
      guard ending == .hungUp else {
        figures.endedByFlow += 1
        return
      }
      figures.abandoned += 1
      figures.abandonedShortly += Double(wait) < bounds.short ? 1 : 0
      figures.abandonedInTime += Double(wait) <= bounds.level ? 1 : 0
      figures.abandonWaits.append(wait)
    }
  }
}

extension LoadFigures {
  /// A dial of a callback reached nobody.
  fileprivate mutating func noteFailure(_ reason: String) {
    callbacksFailed += 1
    switch reason {
    case "busy": dialsBusy += 1
    case "no answer": dialsUnanswered += 1
    default: dialsOther += 1
    }
  }

  /// A callback ended without a talk.
  fileprivate mutating func note(_ ending: TaskEnding) {
    switch ending {
    case .queueTimeout: callbacksExpired += 1
    case .calledIn: callbacksCalledIn += 1
    case .duplicate: callbacksMerged += 1
    default: break
    }
  }
}

import IVRLanguages

extension Engine {
  /// A phone calls a number: the flow of the entry point answers.
  mutating func dial(_ id: PhoneID, _ number: String) {
    guard let phone = state.phones[id], phone.state == .idle else { return }
    let dialled = DialledNumber(number, region: world.lab.region)
    if takeUserCall(id, dialled) { return }
    let entry = world.lab.entryPoint(of: dialled)
    guard let entry, let name = entry.flow, let flow = world.flows[name] else {
      state.phones[id]?.finish(.notInService, at: state.now)
      trace(.note("phone \(id): \(dialled.normalised) is no number of the lab"))
      return
    }
    let task = newTask(entry, origin: phone.number, destination: entry.number, "inbound")
    state.tasks[task]?.customer = .connected(id)
    state.phones[id]?.change(to: .inCall(task), at: state.now)
    trace(.dialled(phone: id, from: phone.number, to: entry.number, entryPoint: entry.name), task)
    state.sessions[task] = CallSession(id: task, flowName: name)
    tell(task, .begin(startOutputs(task, entry, flow)))
  }

  /// Creates a task and returns its name.
  mutating func newTask(
    _ entry: EntryPoint, origin: String, destination: String, _ direction: String
  ) -> TaskID {
    let id = TaskID(rawValue: state.identifiers.nextUUID())
    state.tasks[id] = ContactTask(
      id: id, entryPoint: entry.id, origin: origin, destination: destination,
      direction: direction, createdTime: state.now)
    return id
  }

  /// The outputs of the start activity.
  ///
  /// Source: webex-flow-format reference, section 5, "Start node outputs".
  func startOutputs(
    _ task: TaskID, _ entry: EntryPoint, _ flow: FlowDocument
  ) -> [String: FlowValue] {
    let details = state.tasks[task]
    return [
      "ANI": .string(details?.origin ?? ""), "DNIS": .string(details?.destination ?? ""),
      "InteractionId": .string(task.rawValue), "EntryPointId": .string(entry.id.rawValue),
      "OrgId": .string(world.lab.orgID), "FlowId": .string(flow.flowID),
      "FlowVersionLabel": .string(entry.label), "PSTNRegion": .string(""),
      "Headers": .json(.object([:])), "CallbackType": .string(""),
      "CallbackReason": .string(""), "ScheduleSourceInteractionId": .string(""),
    ]
  }

  /// A key of a phone: heard by the flow of its call.
  mutating func press(_ id: PhoneID, _ key: DTMF) {
    guard case .inCall(let task)? = state.phones[id]?.state else { return }
    if state.sessions[task] != nil {
      tell(task, .key(key))
    } else {
      trace(.pressed(key, .dropped), task)
    }
  }

  /// A phone is hung up.
  mutating func hangUp(_ id: PhoneID) {
    switch state.phones[id]?.state {
    case .ringing: refuse(id)
    case .inCall(let task):
      if state.tasks[task]?.status == .connected {
        endTalk(task, .hungUp)
      } else {
        releaseCaller(task, .hungUp)
        tell(task, .hungUp)
      }
    default: break
    }
  }

  /// The caller's leg ends before an agent had it.
  ///
  /// The task lives on where a callback waits.
  mutating func releaseCaller(_ task: TaskID, _ ending: CallEnding) {
    releasePhone(task, ending)
    if state.tasks[task]?.connectedTime != nil {
      if state.tasks[task]?.wrapUpCode != nil { endTask(task, .handled) }
      return
    }
    let queue = state.tasks[task]?.queue
    if state.ledger.holds(task) {
      if let queue, state.services[task] == nil {
        _ = state.queues.update(queue) { $0.counters.leftForCallback += 1 }
      }
      return
    }
    if let queue, leavesForCallback(task) { return endForCallback(task, queue) }
    let isAbandoned = ending == .hungUp
    if let queue, isWaiting(task) {
      let details = state.tasks[task]
      let now = state.now
      let waited = now.since(details?.queuedTime ?? now)
      _ = state.queues.update(queue) { line in
        if isAbandoned { line.pace.hungUp(afterWaiting: waited) }
        line.countExit(isAbandoned ? \.abandoned : \.endedByFlow, of: details, at: now)
      }
    }
    leaveQueue(task, ending.queueReason, isCounted: true)
    withdrawOffer(of: task)
    endTask(task, isAbandoned ? .abandoned : ending == .dropped ? .failed : .endedByFlow)
  }

  /// Whether a call ends because its caller asked the callback service, or says that it does.
  private func leavesForCallback(_ id: TaskID) -> Bool {
    guard let task = state.tasks[id] else { return false }
    return task.requestedCallback != nil
      || task.disconnectReason == DisconnectSettings.callbackReason && isWaiting(id)
  }

  /// The call of a caller who asked the callback service ends: without the reason it is counted as
  /// abandoned, though its caller waits for a callback.
  ///
  /// Source: seed document 002, "Terminate the Originating Call".
  private mutating func endForCallback(_ id: TaskID, _ queue: QueueID) {
    let hasReason = state.tasks[id]?.disconnectReason == DisconnectSettings.callbackReason
    _ = state.queues.update(queue) { queue in
      guard !hasReason else { return queue.counters.leftForCallback += 1 }
      // It left the line when the service took its place, and is counted once.
      queue.counters.abandoned += 1
      queue.counters.movedOn -= 1
    }
    leaveQueue(id, hasReason ? "left for a callback" : "abandoned")
    withdrawOffer(of: id)
    endTask(id, hasReason ? .leftForCallback : .abandoned)
  }

  /// The phone at the customer's end of a task goes back on the hook.
  mutating func releasePhone(_ task: TaskID, _ ending: CallEnding) {
    guard let phone = state.tasks[task]?.customer.phone else { return }
    state.tasks[task]?.customer = .none
    state.tasks[task]?.callEnding = ending
    noteWebCallbackHangUp(task)
    cancel(state.phones[phone]?.timer)
    state.phones[phone]?.timer = nil
    state.phones[phone]?.finish(ending, at: state.now)
    trace(.callEnded(ending), task)
  }

  /// A task is over.
  mutating func endTask(_ id: TaskID, _ ending: TaskEnding) {
    guard state.tasks[id]?.isActive == true else { return }
    state.tasks[id]?.status = .ended
    state.tasks[id]?.ending = ending
    state.tasks[id]?.endedTime = state.now
    state.ledger.release(id)
    trace(.taskEnded(ending), id)
    service(id, .ended(ending))
    tell(id, .happened(.contactEnded, eventOutputs(id)))
    endWebCallback(id, ending)
  }
}

extension CallEnding {
  /// Why a contact leaves its queue when its call ends so.
  fileprivate var queueReason: String {
    switch self {
    case .hungUp: "abandoned"
    case .dropped: "dropped by an error"
    default: "ended by flow"
    }
  }
}

extension Phone {
  mutating func change(to state: PhoneState, at time: SimulationTime) {
    self.state = state
    since = time
  }

  /// Goes back on the hook and remembers why and after how long.
  mutating func finish(_ ending: CallEnding, at time: SimulationTime) {
    lastDuration = state == .idle ? 0 : time.since(since)
    lastEnding = ending
    change(to: .idle, at: time)
  }
}

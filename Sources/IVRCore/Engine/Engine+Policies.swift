/// What policies do to callbacks that wait.
extension Engine {
  /// A contact gets the place of a callback that is about to end, in that callback's queue.
  mutating func takePlace(of existing: TaskID, for id: TaskID) {
    guard let old = state.tasks[existing], let queue = old.queue, let entry = place(of: existing)
    else {
      // What waits for its time and not for an agent has no place to give.
      if let queue = state.ledger.entry(of: id)?.queue { join(id, queue, priority: 10) }
      return
    }
    let now = state.now
    let position = state.queues.update(queue) { queue -> Int in
      queue.countEntry(at: now)
      _ = queue.line.join(id, inPlaceOf: entry)
      return queue.line.position(of: id) ?? 0
    }
    let limit = state.queues[queue]?.maximumTime ?? 0
    let timer = schedule(.queueTimedOut(id), after: limit)
    _ = state.tasks.update(id) { task in
      task.queue = queue
      task.queuedTime = entry.firstEntered
      task.enteredQueue = now
      task.status = .parked
      task.queueTimer = timer
    }
    trace(.queued(queue: state.queues[queue]?.name ?? "", position: position ?? 0), id)
    scheduleDispatch()
  }

  /// The place of a contact in line, or the one it keeps while it is offered.
  func place(of id: TaskID) -> LineEntry? {
    guard let task = state.tasks[id] else { return nil }
    return task.place
      ?? task.queue.flatMap { state.queues[$0]?.line.entries.first { $0.task == id } }
  }

  /// A callback ends because another request stands for it now.
  mutating func endDuplicate(_ id: TaskID) { endCallback(id, "a newer request", .duplicate) }

  /// A callback ends because the customer does not want it any more.
  mutating func cancelCallback(_ id: TaskID) { endCallback(id, "cancelled", .cancelled) }

  private mutating func endCallback(_ id: TaskID, _ reason: String, _ ending: TaskEnding) {
    guard state.tasks[id]?.isActive == true else { return }
    withdrawOffer(of: id)
    leaveQueue(id, reason)
    guard state.tasks[id]?.customer == CustomerLeg.none else {
      // Its caller is still on the line and hears the flow to its end.
      state.ledger.release(id)
      state.tasks[id]?.callback = nil
      state.tasks[id]?.status = .created
      return
    }
    endTask(id, ending)
  }

  /// A request becomes part of a callback: that one rings the number that was given last.
  mutating func merge(_ reservation: Reservation, into existing: TaskID) {
    guard let entry = state.ledger.entry(of: existing) else { return }
    let number = DialledNumber(reservation.number, region: world.lab.region)
    state.ledger.renumber(entry.task, to: number.key)
    state.tasks[existing]?.callback?.number = reservation.number
    state.callbackNumbers.note(reservation.number, of: existing)
    state.tasks[existing]?.callback?.requestCount += 1
  }

  /// A caller entered a queue: what becomes of callbacks that wait for the same person.
  mutating func receiveCallIn(_ id: TaskID, in queue: QueueID) {
    guard let task = state.tasks[id], task.direction == "inbound", !state.ledger.holds(id),
      let policy = state.queues[queue]?.policyInForce, policy.callIn != .keep
    else { return }
    let ani = DialledNumber(task.origin, region: world.lab.region)
    let callbacks = waitingCallbacks(of: ani.key, policy, task, queue)
    guard let first = callbacks.first else { return }
    if policy.callIn == .takeOver {
      leaveQueue(id, "takes a callback's place")
      takePlace(of: first, for: id)
    }
    for callback in callbacks {
      trace(.calledIn(number: task.origin, callback: callback), id)
      endCallback(callback, "called in", .calledIn)
    }
  }

  /// The callbacks to a number, or asked for from it, that wait and are not being made.
  private func waitingCallbacks(
    of number: String, _ policy: DuplicatePolicy, _ task: ContactTask, _ queue: QueueID
  ) -> [TaskID] {
    let byNumber = state.ledger.entries(number: number, ani: number, by: .callbackNumber)
    let byANI = state.ledger.entries(number: number, ani: number, by: .ani)
    let all = byNumber + byANI.filter { entry in !byNumber.contains { $0.task == entry.task } }
    return all.filter { entry in
      !entry.isClaimed && entry.task != task.id
        && policy.covers(
          entry, tenant: world.lab.orgID, entryPoint: task.entryPoint, queue: queue)
    }.map(\.task)
  }
}

extension PolicyDecision {
  /// Whether the request stands in the ledger as a callback of its own.
  var isNewEntry: Bool {
    switch verdict {
    case .accepted, .takesOver, .replaces: true
    case .replay, .refused, .mergesInto: false
    }
  }

  /// The callback that ends.
  var ended: TaskID? {
    switch verdict {
    case .takesOver(let task), .replaces(let task): task
    case .accepted, .replay, .refused, .mergesInto: nil
    }
  }
}

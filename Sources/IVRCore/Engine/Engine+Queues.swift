extension Engine {
  /// Puts a contact into a queue: at its old place where it is there already, else at the bottom.
  mutating func enqueue(
    _ id: TaskID, _ wish: QueueWish
  ) -> Answer {
    let choice = [wish.queue, wish.fallback].compactMap { $0 }.first { state.queues[$0] != nil }
    guard let choice else {
      return .refused(code: 4, description: "INVALID_QUEUE: \(wish.queue) is not in the lab")
    }
    guard let task = state.tasks[id], task.status == .created || task.status == .parked else {
      return .refused(
        code: 12, description: "INVALID_OPERATION_FOR_INTERACTION_STATE: the contact is not free")
    }
    if task.queue == choice, isWaiting(id) { return .queued(choice) }
    leaveQueue(id, "moved")
    state.tasks[id]?.skills = wish.skills
    state.tasks[id]?.skipsEmptyGroups = wish.skipsEmptyGroups
    if !wish.skills.isEmpty { _ = state.queues.update(choice) { $0.skilledContacts += 1 } }
    join(id, choice, priority: wish.priority)
    receiveCallIn(id, in: choice)
    return .queued(choice)
  }

  /// Adds a contact to the bottom of a queue's line.
  mutating func join(_ id: TaskID, _ queue: QueueID, priority: Int) {
    let now = state.now
    let position = state.queues.update(queue) { queue -> Int in
      queue.countEntry(at: now)
      _ = queue.line.join(id, priority: priority, at: now)
      return queue.line.position(of: id) ?? 0
    }
    let limit = state.queues[queue]?.maximumTime ?? 0
    let timer = schedule(.queueTimedOut(id), after: limit)
    _ = state.tasks.update(id) { task in
      task.queue = queue
      task.queuedTime = now
      task.enteredQueue = now
      task.status = .parked
      task.queueTimer = timer
    }
    forecast(id, queue, position: position ?? 0)
    trace(.queued(queue: state.queues[queue]?.name ?? "", position: position ?? 0), id)
    awaitGroups(id, in: queue)
    scheduleDispatch()
  }

  /// Whether a contact waits: in line, or being offered to an agent.
  func isWaiting(_ id: TaskID) -> Bool {
    guard let task = state.tasks[id] else { return false }
    return task.status == .parked || task.status == .connect
  }

  /// Takes a contact out of its queue's line, where it is in one.
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - reason: Why, for the trace.
  ///   - isCounted: Whether it has been counted among those who left already.
  mutating func leaveQueue(_ id: TaskID, _ reason: String, isCounted: Bool = false) {
    guard let task = state.tasks[id], let queue = task.queue else { return }
    stopQueueTimer(id)
    let isInside = !isCounted && isWaiting(id)
    let now = state.now
    let entry =
      state.queues.update(queue) { queue in
        if isInside { queue.countExit(\.movedOn, of: task, at: now) }
        return queue.line.leave(id)
      } ?? nil
    state.tasks[id]?.place = nil
    if entry != nil || task.place != nil {
      trace(.leftQueue(queue: state.queues[queue]?.name ?? "", reason: reason), id)
    }
  }

  mutating func stopQueueTimer(_ id: TaskID) {
    cancel(state.tasks[id]?.queueTimer)
    state.tasks[id]?.queueTimer = nil
  }

  /// The longest wait has passed.
  ///
  /// Differs from the product: there the call goes on to an overflow number; here it ends.
  mutating func queueTimedOut(_ id: TaskID) {
    state.tasks[id]?.queueTimer = nil
    withdrawOffer(of: id)
    leaveQueue(id, "waited too long")
    tell(id, .queueTimedOut)
    releasePhone(id, .queueTimeout)
    endTask(id, .queueTimeout)
  }

  /// What Get Queue Info tells a contact about a queue.
  func information(_ id: QueueID, for task: TaskID, lookbackMinutes: Int64) -> Answer {
    guard let queue = state.queues[id] else {
      return .refused(code: 4, description: "INVALID_QUEUE: \(id) is not in the lab")
    }
    let current = staff(of: queue, for: task)
    let all = staff(of: queue, for: nil)
    let offered = offered(of: queue)
    let oldest = (offered.map(\.firstEntered) + [queue.line.oldest].compactMap { $0 }).min()
    return .queueInformation(
      QueueInformation(
        position: position(of: task, in: queue, beside: offered),
        estimatedWait: queue.history.estimate(lookbackMinutes: lookbackMinutes, at: state.now),
        waiting: queue.line.count + offered.count,
        oldestSeconds: oldest.map { state.now.since($0) / 1000 } ?? 0,
        agentsLoggedOn: current.loggedOn, agentsAvailable: current.available,
        allAgentsLoggedOn: all.loggedOn, allAgentsAvailable: all.available))
  }

  /// The entries of those who are being offered to an agent: not answered yet either.
  func offered(of queue: ContactQueue) -> [LineEntry] {
    state.agents.values.compactMap { agent -> LineEntry? in
      guard case .reserved(let id) = agent.state, state.tasks[id]?.queue == queue.id else {
        return nil
      }
      return state.tasks[id]?.place
    } + placesInService(of: queue.id)
  }

  /// The place of a contact among those who are not answered yet, calls and callbacks alike; for
  /// one who is not in the queue, the place it would get at the bottom.
  private func position(
    of task: TaskID, in queue: ContactQueue, beside offered: [LineEntry]
  ) -> Int {
    if let place = queue.line.position(of: task) {
      let own = queue.line[place - 1]
      return place + offered.count { $0.precedes(own) }
    }
    guard let own = offered.first(where: { $0.task == task }) else {
      return queue.line.count + offered.count + 1
    }
    return queue.line.count(before: own) + offered.count { $0.precedes(own) } + 1
  }
}

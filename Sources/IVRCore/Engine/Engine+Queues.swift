extension Engine {
  /// Puts a contact into a queue: at its old place where it is there already, else at the bottom.
  mutating func enqueue(
    _ id: TaskID, _ wanted: QueueID, fallback: QueueID?, priority: Int
  ) -> Answer {
    let choice = [wanted, fallback].compactMap { $0 }.first { state.queues[$0] != nil }
    guard let choice else {
      return .refused(code: 4, description: "INVALID_QUEUE: \(wanted) is not in the lab")
    }
    guard let task = state.tasks[id], task.status == .created || task.status == .parked else {
      return .refused(
        code: 12, description: "INVALID_OPERATION_FOR_INTERACTION_STATE: the contact is not free")
    }
    if task.queue == choice, isWaiting(id) { return .queued(choice) }
    leaveQueue(id, "moved")
    join(id, choice, priority: priority)
    receiveCallIn(id, in: choice)
    return .queued(choice)
  }

  /// Adds a contact to the bottom of a queue's line.
  mutating func join(_ id: TaskID, _ queue: QueueID, priority: Int) {
    let now = state.now
    let position = state.queues.update(queue) { queue -> Int in
      queue.counters.offered += 1
      _ = queue.line.join(id, priority: priority, at: now)
      return queue.line.position(of: id) ?? 0
    }
    let limit = state.queues[queue]?.maximumTime ?? 0
    let timer = schedule(.queueTimedOut(id), after: limit)
    _ = state.tasks.update(id) { task in
      task.queue = queue
      task.queuedTime = now
      task.status = .parked
      task.queueTimer = timer
    }
    forecast(id, queue, position: position ?? 0)
    trace(.queued(queue: state.queues[queue]?.name ?? "", position: position ?? 0), id)
    scheduleDispatch()
  }

  /// Whether a contact waits: in line, or being offered to an agent.
  func isWaiting(_ id: TaskID) -> Bool {
    guard let task = state.tasks[id] else { return false }
    return task.status == .parked || task.status == .connect
  }

  /// Takes a contact out of its queue's line, where it is in one.
  mutating func leaveQueue(_ id: TaskID, _ reason: String) {
    guard let task = state.tasks[id], let queue = task.queue else { return }
    stopQueueTimer(id)
    let entry = state.queues.update(queue) { $0.line.leave(id) } ?? nil
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
    let agents = state.agents.values.filter { queue.teams.contains($0.team) }
    let offered = offered(of: queue)
    let oldest = (offered.map(\.firstEntered) + [queue.line.oldest].compactMap { $0 }).min()
    return .queueInformation(
      QueueInformation(
        position: position(of: task, in: queue, beside: offered),
        estimatedWait: queue.history.estimate(lookbackMinutes: lookbackMinutes, at: state.now),
        waiting: queue.line.count + offered.count,
        oldestSeconds: oldest.map { state.now.since($0) / 1000 } ?? 0,
        agentsLoggedOn: agents.count,
        agentsAvailable: agents.filter { $0.state == .available }.count))
  }

  /// The entries of those who are being offered to an agent: not answered yet either.
  private func offered(of queue: ContactQueue) -> [LineEntry] {
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

  /// Has agents and contacts matched once everything of this instant that is already under way has
  /// happened.
  mutating func scheduleDispatch() {
    guard !state.isDispatchScheduled else { return }
    state.isDispatchScheduled = true
    schedule(.dispatch)
  }

  /// Offers each available agent, longest available first, the best contact of the agent's queues.
  ///
  /// Source: webex-runtime reference, section 13.
  mutating func dispatch() {
    state.isDispatchScheduled = false
    let free = state.agents.values.enumerated()
      .filter { $0.element.state == .available && state.heldAgents[$0.element.id] == nil }
      .sorted { ($0.element.since, $0.offset) < ($1.element.since, $1.offset) }
    for agent in free.map(\.element) {
      guard let (queue, entry) = bestContact(for: agent) else { continue }
      if !beginService(entry, agent.id) { offer(entry, of: queue, to: agent.id) }
    }
  }

  /// The first contact of the agent's queues, by priority, then by the time it first entered.
  private func bestContact(for agent: Agent) -> (QueueID, LineEntry)? {
    var best: (QueueID, LineEntry)?
    for queue in state.queues.values where queue.teams.contains(agent.team) {
      guard let first = queue.line.first else { continue }
      let isBetter = best.map { first.isServedBefore($0.1) } ?? true
      if isBetter { best = (queue.id, first) }
    }
    return best
  }
}

extension LineEntry {
  /// Whether it goes before an entry of another queue; equal entries keep the order of the queues.
  func isServedBefore(_ other: LineEntry) -> Bool {
    (priority, firstEntered) < (other.priority, other.firstEntered)
  }
}

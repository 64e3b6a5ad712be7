/// Agents and waiting contacts find each other.
extension Engine {
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
    guard state.queues.values.contains(where: { !$0.line.isEmpty }) else { return }
    var free = state.agents.values.enumerated().filter {
      $0.element.state == .available && state.heldAgents[$0.element.id] == nil
    }
    .sorted { ($0.element.since, $0.offset) < ($1.element.since, $1.offset) }.map(\.element)
    var next = 0
    while next < free.count {
      guard let (queue, entry) = bestContact(for: free[next]) else {
        next += 1
        continue
      }
      let chosen = taker(of: entry, in: queue, among: free[next...])
      let agent = free.remove(at: chosen).id
      if !beginService(entry, agent) { offer(entry, of: queue, to: agent) }
    }
  }

  /// The first contact that an agent may take, by priority, then by the time it first entered.
  private func bestContact(for agent: Agent) -> (QueueID, LineEntry)? {
    var best: (QueueID, LineEntry)?
    for queue in state.queues.values where queue.teams.contains(agent.team) {
      guard let first = firstContact(of: queue, for: agent) else { continue }
      let isBetter = best.map { first.isServedBefore($0.1) } ?? true
      if isBetter { best = (queue.id, first) }
    }
    return best
  }

  private func firstContact(of queue: ContactQueue, for agent: Agent) -> LineEntry? {
    if queue.routing.isPlain, queue.skilledContacts == 0 { return queue.line.first }
    return (0..<queue.line.count).lazy.map { queue.line[$0] }
      .first { mayTake(agent, $0, of: queue) }
  }

  /// Whether the contact's groups are open to an agent who has the skills it asks for.
  private func mayTake(_ agent: Agent, _ entry: LineEntry, of queue: ContactQueue) -> Bool {
    let skills = queue.routing.skills + (state.tasks[entry.task]?.skills ?? [])
    return openTeams(of: queue, for: entry).contains(agent.team) && agent.skills.meet(skills)
  }

  /// The teams that a contact may go to by now.
  private func openTeams(of queue: ContactQueue, for entry: LineEntry) -> [TeamID] {
    let groups = queue.routing.groups
    var open = queue.routing.openGroups(after: state.now.since(entry.firstEntered))
    // A contact that checks availability does not wait for teams where nobody is signed in.
    if state.tasks[entry.task]?.skipsEmptyGroups == true {
      while open < groups.count, !isStaffed(groups[..<open]) { open += 1 }
    }
    return groups.prefix(open).flatMap(\.teams)
  }

  private func isStaffed(_ groups: ArraySlice<Routing.Group>) -> Bool {
    state.agents.values.contains { agent in
      agent.state != .loggedOut && groups.contains { $0.teams.contains(agent.team) }
    }
  }

  /// Which of the free agents takes a contact; the first of them may.
  private func taker(
    of entry: LineEntry, in id: QueueID, among free: ArraySlice<Agent>
  ) -> Int {
    guard let queue = state.queues[id], queue.routing.order == .bestAvailable else {
      return free.startIndex
    }
    let skills = queue.routing.skills + (state.tasks[entry.task]?.skills ?? [])
    var best = free.startIndex
    for index in free.indices.dropFirst() where mayTake(free[index], entry, of: queue) {
      let level = free[index].skills.proficiency(in: skills)
      if level > free[best].skills.proficiency(in: skills) { best = index }
    }
    return best
  }

  /// Looks again when the next groups of a queue open to a contact that entered now.
  mutating func awaitGroups(_ task: TaskID, in queue: QueueID) {
    let delays = state.queues[queue]?.routing.groups.map(\.opensAfter) ?? []
    for (number, delay) in delays.enumerated() where delay > 0 {
      schedule(.groupOpens(task, queue, group: number + 1), after: delay)
    }
  }

  /// A further group of agents may take a contact that still waits.
  mutating func groupOpens(_ id: TaskID, _ queue: QueueID, group: Int) {
    guard let task = state.tasks[id], task.status == .parked, task.queue == queue else { return }
    let name = state.queues[queue]?.name ?? ""
    trace(.note("group \(group) of \(name) is open to \(task.customerNumber)"), id)
    scheduleDispatch()
  }

  /// The agents of a queue who are signed in, and the free ones among them: of the groups that are
  /// open to a contact, else of all.
  func staff(of queue: ContactQueue, for task: TaskID?) -> (loggedOn: Int, available: Int) {
    var teams = queue.teams
    if let task {
      let entry = queue.line.position(of: task).map { queue.line[$0 - 1] }
      let entered = (entry ?? state.tasks[task]?.place)?.firstEntered ?? state.now
      let open = queue.routing.openGroups(after: state.now.since(entered))
      teams = queue.routing.groups.prefix(open).flatMap(\.teams)
    }
    let agents = state.agents.values.filter {
      teams.contains($0.team) && $0.state != .loggedOut
    }
    return (agents.count, agents.count { $0.state == .available })
  }
}

extension LineEntry {
  /// Whether it goes before an entry of another queue; equal entries keep the order of the queues.
  func isServedBefore(_ other: LineEntry) -> Bool {
    (priority, firstEntered) < (other.priority, other.firstEntered)
  }
}

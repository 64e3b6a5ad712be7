extension Engine {
  /// Keeps with a contact that enters a queue what each estimator says, so that it can be compared
  /// with the wait that really happens.
  mutating func forecast(_ id: TaskID, _ queue: QueueID, position: Int) {
    let forecast = estimates(of: queue, position: position)
    state.tasks[id]?.forecast = forecast
  }

  /// What the estimators say to one who would enter a queue now.
  public func estimates(of id: QueueID) -> WaitForecast? {
    guard let queue = state.queues[id] else { return nil }
    return estimates(of: id, position: queue.line.count + offered(of: queue).count + 1)
  }

  /// What the estimators say to a contact at a position of a queue.
  public func estimates(of id: QueueID, position: Int, lookbackMinutes: Int64 = 40)
    -> WaitForecast?
  {
    guard let queue = state.queues[id] else { return nil }
    let staffed = state.agents.values.count {
      queue.teams.contains($0.team) && $0.state.isAtWork
    }
    let facts = queue.pace.facts(position: position, staffed: staffed)
    return WaitForecast { estimator in
      switch estimator {
      case .webex: queue.history.estimate(lookbackMinutes: lookbackMinutes, at: state.now)
      case .ewma: queue.pace.holdTime.isKnown ? queue.pace.holdTime.seconds * 1000 : nil
      case .littles: queue.pace.littlesWait(position: position)
      case .staffed: facts.staffedWait
      case .erlang: facts.erlangWait
      }
    }
  }

  /// A contact was answered: its wait is compared with what was said.
  mutating func noteAnswer(of task: ContactTask, in id: QueueID, wait: Int64) {
    let now = state.now
    let threshold = Int64(world.lab.load.threshold * 1000)
    _ = state.queues.update(id) { queue in
      queue.history.record(wait: wait, at: now)
      queue.pace.started(afterWaiting: wait, at: now)
      if let forecast = task.forecast { queue.forecasts.record(forecast, wait: wait) }
      queue.countExit(\.answered, of: task, at: now)
      if wait <= threshold { queue.counters.answeredInTime += 1 }
    }
  }

  /// An agent is done with a contact.
  mutating func noteHandling(of task: ContactTask) {
    guard let queue = task.queue, let start = task.connectedTime else { return }
    let time = state.now.since(start)
    _ = state.queues.update(queue) { $0.pace.handled(time) }
  }
}

extension AgentState {
  /// Whether the agent serves queues: neither idle nor gone from the phone.
  var isAtWork: Bool {
    switch self {
    case .idle, .rona, .loggedOut: false
    case .available, .reserved, .connected, .wrapUp, .consulting: true
    }
  }
}

/// Keeps what happened to tasks and agents, for Search and for those who are told.
extension Engine {
  /// Notes what the step did to the tasks that it concerned.
  mutating func keepMoments() {
    guard !touched.isEmpty else { return }
    let now = state.now
    var seen: Set<TaskID> = []
    for id in touched where seen.insert(id).inserted {
      let news = state.tasks.update(id) { task -> ArraySlice<TaskMoment> in
        let known = task.moments.count
        task.keepMoments(at: now)
        return task.moments[known...]
      }
      guard let news, !news.isEmpty else { continue }
      noteHold(news)
      tell(news, of: id)
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Holding is no state of an agent, but the records of agents tell it.
  private mutating func noteHold(_ news: ArraySlice<TaskMoment>) {
    for moment in news where moment.event == .onHold || moment.event == .holdDone {
      guard let agent = moment.agent, case .connected = state.agents[agent]?.state else { continue }
      state.keepMoment(of: agent, isHolding: moment.event == .onHold)
    }
  }

  /// Notes what an agent does now.
  mutating func keepMoment(of agent: AgentID) { state.keepMoment(of: agent) }
}

extension TraceEvent {
  /// Whether what happened may have moved a task on.
  var mayMoveTask: Bool {
    switch self {
    case .heard, .pressed, .activity, .eventFlow, .callbackJudged, .answeredRequest: false
    default: true
    }
  }
}

import IVRLanguages

/// Finds the records that a question asks for, the newest first.
struct SearchSource {
  let question: SearchQuestion
  let state: EngineState
  let world: World

  /// The records of the window that pass the filter.
  func records() -> [SearchRecord] {
    guard !question.isEmpty else { return [] }
    let names = question.names
    return all(names).filter { SearchFilter.accepts($0.row, question.filter) }
  }

  private func all(_ names: Set<String>) -> [SearchRecord] {
    switch question.root {
    case .task, .taskDetails:
      tasks { task, time in
        let row = TaskRow(task: task, state: state, world: world).json(names)
        return [SearchRecord(row: row, time: time, task: task.id)]
      }
    case .taskLegDetails:
      state.tasks.values.reversed().flatMap { task in
        LegRow.legs(of: task, state: state, world: world).reversed().compactMap { leg in
          guard let time = time(leg.start, leg.end) else { return nil }
          return SearchRecord(row: leg.json(names), time: time)
        }
      }
    case .agentSession:
      state.agentSessions.values.reversed().compactMap { session in
        guard let time = time(session.start, nil) else { return nil }
        let row = SessionRow(session: session, state: state, lab: world.lab)
        return SearchRecord(row: row.json(names), time: time, name: session.id.rawValue)
      }
    }
  }

  private func tasks(_ make: (ContactTask, Int64) -> [SearchRecord]) -> [SearchRecord] {
    let places = places
    var records: [SearchRecord] = []
    for index in (0..<(places?.count ?? state.tasks.count)).reversed() {
      guard let task = indexed(state.tasks.values[places?[index] ?? index]) else { continue }
      // Tasks stand in the order of their creation.
      if !question.usesEnd, task.createdTime.milliseconds < question.window.lowerBound { break }
      if let time = time(task.createdTime, task.endedTime) { records += make(task, time) }
    }
    return records
  }

  /// A task as far as the index knows it; nil where it is too new for an index that is late.
  private func indexed(_ task: ContactTask) -> ContactTask? {
    guard let delay = state.faults.searchIndexDelay else { return task }
    let limit = state.now.advanced(by: -delay)
    guard task.createdTime <= limit else { return nil }
    var task = task
    if let callback = task.callback, callback.requestTime > limit { task.callback = nil }
    return task
  }

  /// The places of the tasks that the filter could accept, in order; `nil` is all.
  private var places: [Int]? {
    guard let number = SearchFilter.callbackNumber(question.filter) else { return nil }
    let places = state.callbackNumbers.tasks(of: number).compactMap { state.tasks.place(of: $0) }
    return Set(places).sorted()
  }

  /// The time that is compared, where it lies in the window.
  private func time(_ start: SimulationTime, _ end: SimulationTime?) -> Int64? {
    guard let time = question.usesEnd ? end : start else { return nil }
    return question.window.contains(time.milliseconds) ? time.milliseconds : nil
  }
}

extension CallSession {
  /// A thread leaves its activity by a port.
  mutating func follow(_ place: Int, port: String, _ reaction: inout Reaction) {
    stopTimers(of: place, &reaction)
    let thread = threads[place]
    let graph = reaction.graph(of: thread)
    guard let target = graph.target(of: thread.activity, port: port) else {
      deadEnd(place, port: port, &reaction)
      return
    }
    let isLoop = target == thread.activity
    threads[place].selfLoops = isLoop ? thread.selfLoops + 1 : 0
    if let limit = graph[target]?.descriptor.selfLoopLimit, threads[place].selfLoops > limit {
      threads[place].selfLoops = 0
      fail(
        place, ActivityFailure(message: "Entered from itself more than \(limit) times in a row."),
        &reaction)
      return
    }
    threads[place].activity = target
    scheduleProceed(thread.id, &reaction)
  }

  /// A port that leads nowhere: input ports are errors, success just ends the path.
  ///
  /// Source: webex-flow-format reference, section 4, "Rules for a port without link".
  private mutating func deadEnd(_ place: Int, port: String, _ reaction: inout Reaction) {
    let activity = reaction.graph(of: threads[place])[threads[place].activity]
    let label = activity?.label ?? ""
    note("The port \(port) of \(label) leads nowhere.", &reaction)
    if activity?.descriptor.successPort == port {
      end(place, &reaction)
    } else {
      unhandled(
        place, ActivityFailure(message: "The port \(port) of \(label) leads nowhere."), &reaction)
    }
  }

  /// An error that its activity's port did not take: inside a subflow it is the error of the
  /// activity that called it, else a global one.
  private mutating func unhandled(
    _ place: Int, _ failure: ActivityFailure, _ reaction: inout Reaction
  ) {
    if threads[place].frame == nil {
      globalError(place, &reaction)
    } else {
      stopTimers(of: place, &reaction)
      leaveFrame(place)
      fail(place, failure, &reaction)
    }
  }

  /// The activity of a thread failed: by its error port, else as a global error.
  mutating func fail(_ place: Int, _ failure: ActivityFailure, _ reaction: inout Reaction) {
    threads[place].details.append(
      TraceDetail(name: "error", value: mask(reaction).apply(to: failure.message)))
    let thread = threads[place]
    let graph = reaction.graph(of: thread)
    let port = graph[thread.activity]?.descriptor.errorPort
    record(place, outcome: port ?? "error", nil, &reaction)
    if let port, graph.isLinked(thread.activity, port: port) {
      follow(place, port: port, &reaction)
    } else {
      unhandled(place, failure, &reaction)
    }
  }

  /// The flow's handler takes over; without one, or within one, the call is dropped.
  ///
  /// Source: webex-runtime reference, section 0, item 2, and section 7.
  private mutating func globalError(_ place: Int, _ reaction: inout Reaction) {
    let isHandler = threads[place].part != .main
    if isHandler || !reaction.flow.handles(.globalError) {
      end(place, dropping: true, &reaction)
      return
    }
    remove(place, &reaction)
    startHandler(of: .globalError, [:], &reaction)
  }

  /// Begins the event flow of an event, where the flow has one that leads somewhere.
  ///
  /// The outputs are found under the label of the handler.
  mutating func startHandler(
    of event: FlowEvent, _ outputs: [String: FlowValue], _ reaction: inout Reaction
  ) {
    guard let start = reaction.flow.handlerStart(event),
      let handler = reaction.flow.handlers[event.rawValue]
    else { return }
    let label = reaction.flow.events[handler]?.label ?? event.rawValue
    for (name, value) in outputs { scope.setOutput(name, of: label, to: value) }
    reaction.effects.append(.trace(.eventFlow(event.rawValue)))
    if event == .agentLeft { isCallerListening = true }
    startThread(at: start, part: .handler(event.rawValue), &reaction)
  }

  /// A thread has come to its end.
  ///
  /// Where it was the handler of a global error, or `dropping`, the caller is hung up on.
  mutating func end(_ place: Int, dropping: Bool = false, _ reaction: inout Reaction) {
    let part = threads[place].part
    remove(place, &reaction)
    let isOver = part == .globalError || dropping && part == .main
    if isOver, isCallerListening { hangUp(.dropped, &reaction) }
    if part == .agentLeft, isCallerListening { hangUp(.endedByAgent, &reaction) }
  }

  /// Ends the caller's leg and whatever speaks to the caller.
  mutating func hangUp(_ ending: CallEnding, _ reaction: inout Reaction) {
    isCallerListening = false
    removeSpeakers(&reaction)
    reaction.effects.append(.hangUp(ending))
  }

  /// The caller no longer hears the flow: what spoke is cut.
  ///
  /// The handler of a global error goes on where the caller hung up, since it may be about to call
  /// back.
  mutating func silence(_ ending: WaitEnding?, _ reaction: inout Reaction) {
    isCallerListening = false
    let isHandlerKept = ending == .hangUp
    for place in threads.indices
    where threads[place].part.speaksToCaller
      && !(isHandlerKept && threads[place].part == .globalError)
    {
      record(place, outcome: ending == .hangUp ? "hang-up" : "cut", ending, &reaction)
    }
    removeSpeakers(keepingHandlers: isHandlerKept, &reaction)
  }

  private mutating func removeSpeakers(
    keepingHandlers: Bool = false, _ reaction: inout Reaction
  ) {
    for place in threads.indices.reversed() {
      let part = threads[place].part
      let isKept = keepingHandlers && part == .globalError
      if part.speaksToCaller, !isKept { remove(place, &reaction) }
    }
  }

  private mutating func remove(_ place: Int, _ reaction: inout Reaction) {
    stopTimers(of: place, &reaction)
    threads.remove(at: place)
  }

  mutating func stopTimers(of place: Int, _ reaction: inout Reaction) {
    for timer in ThreadTimer.allCases {
      guard let token = threads[place].timers.removeValue(forKey: timer) else { continue }
      reaction.events.cancel(token)
    }
  }

  private func note(_ text: String, _ reaction: inout Reaction) {
    reaction.effects.append(.trace(.note(text)))
  }
}

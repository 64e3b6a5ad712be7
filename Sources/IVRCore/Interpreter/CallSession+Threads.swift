import IVRLanguages

extension CallSession {
  /// A thread enters its next activity.
  mutating func proceed(_ thread: Int, _ reaction: inout Reaction) {
    guard let place = threads.firstIndex(where: { $0.id == thread }) else { return }
    enter(place, &reaction)
    guard
      let runner = reaction.graph(of: threads[place])[threads[place].activity]?.settings
        as? any ActivityRunner
    else { return }
    if threads[place].steps > Self.stepLimit {
      let path = threads[place].recent.joined(separator: " -> ")
      fail(place, ActivityFailure(message: "The flow loops without a wait: \(path)"), &reaction)
      return
    }
    run(place, &reaction) { context throws(ActivityFailure) in try runner.enter(&context) }
  }

  /// Clears what the last activity left and counts the steps taken without a wait.
  private func enter(_ thread: inout FlowThread, _ label: String, _ now: SimulationTime) {
    thread.steps = thread.entered == now ? thread.steps + 1 : 0
    thread.entered = now
    thread.memory = .none
    thread.modified = []
    thread.details = []
    thread.recent = (thread.recent + [label]).suffix(10)
  }

  private mutating func enter(_ place: Int, _ reaction: inout Reaction) {
    let label = reaction.graph(of: threads[place])[threads[place].activity]?.label ?? ""
    var thread = threads[place]
    enter(&thread, label, reaction.now)
    threads[place] = thread
  }

  /// The activity of a thread goes on because of an event.
  mutating func resume(_ place: Int, _ event: ActivityEvent, _ reaction: inout Reaction) {
    let thread = threads[place]
    guard
      let runner = reaction.graph(of: thread)[thread.activity]?.settings
        as? any ActivityRunner
    else { return }
    run(place, &reaction) { context throws(ActivityFailure) in
      try runner.resume(event, &context)
    }
  }

  /// Lets an activity run and does what it wants next.
  mutating func run(
    _ place: Int, _ reaction: inout Reaction,
    _ body: (inout ActivityContext) throws(ActivityFailure) -> ActivityStep
  ) {
    var context = context(for: place, reaction)
    swap(&context.events, &reaction.events)
    // The context has the only copy while the activity runs, so that nothing is copied to change it.
    if context.thread.frame == nil { scope = VariableScope() }
    threads[place].frame?.scope = VariableScope()
    context.thread.frame?.scope = VariableScope()
    let step: Result<ActivityStep, ActivityFailure>
    do { step = .success(try body(&context)) } catch { step = .failure(error) }
    swap(&context.events, &reaction.events)
    reaction.effects += context.effects
    if context.thread.frame == nil { scope = context.scope }
    typeAhead = context.typeAhead
    matches = context.matches
    nextQuestion = context.nextQuestion
    threads[place] = context.thread
    threads[place].frame?.scope = context.scope
    switch step {
    case .success(let step): apply(step, to: place, &reaction)
    case .failure(let failure): fail(place, failure, &reaction)
    }
  }

  func context(for place: Int, _ reaction: Reaction) -> ActivityContext {
    let thread = threads[place]
    let graph = reaction.graph(of: thread)
    let activity =
      graph[thread.activity]
      ?? Activity(
        id: thread.activity, label: thread.activity.rawValue, settings: EndFlowSettings(),
        path: [], descriptor: EndFlowSettings.descriptor)
    return ActivityContext(
      now: reaction.now, world: reaction.world, flow: reaction.flow(of: thread),
      activity: activity, call: id, mask: mask(reaction), prompts: reaction.prompts,
      thread: thread,
      scope: thread.frame?.scope ?? scope, typeAhead: typeAhead, matches: matches,
      nextQuestion: nextQuestion)
  }

  /// Masks the lab's tokens and what the secure variables hold now, those of subflows too.
  func mask(_ reaction: Reaction) -> SecretMask {
    let frames = threads.compactMap(\.frame)
    let scopes =
      [(reaction.flow, scope)]
      + frames.compactMap { frame in
        reaction.world.flows[frame.flowName].map { ($0, frame.scope) }
      }
    let secrets = scopes.flatMap { flow, scope in
      flow.variables.filter(\.isSecure).compactMap { scope.variables[$0.name]?.value.text }
    }
    return secrets.isEmpty ? reaction.mask : reaction.mask.adding(secrets)
  }

  private mutating func apply(_ step: ActivityStep, to place: Int, _ reaction: inout Reaction) {
    switch step {
    case .wait: break
    case .leave(let port, let ending):
      record(place, outcome: port, ending, &reaction)
      follow(place, port: port, &reaction)
    case .stop:
      record(place, outcome: "ended", nil, &reaction)
      end(place, &reaction)
    case .enterSubflow(let call): enterSubflow(call, place, &reaction)
    case .returnFromSubflow:
      record(place, outcome: "ended", nil, &reaction)
      returnFromSubflow(place, &reaction)
    case .disconnect:
      record(place, outcome: "ended", nil, &reaction)
      hangUp(.endedByFlow, &reaction)
    }
  }

  /// Adds the debugger's row of the activity that a thread is in to the trace.
  func record(
    _ place: Int, outcome: String, _ ending: WaitEnding?, _ reaction: inout Reaction
  ) {
    let thread = threads[place]
    let activity = reaction.graph(of: thread)[thread.activity]
    reaction.effects.append(
      .trace(
        .activity(
          ActivityRecord(
            flow: reaction.flow(of: thread).name, handler: thread.part.specification,
            label: activity?.label ?? thread.activity.rawValue,
            activity: activity?.descriptor.name ?? "unknown", outcome: outcome,
            waitEnding: ending, started: thread.entered, modified: thread.modified,
            details: thread.details))))
  }
}

extension CallSession {
  /// A thread goes on in a subflow, whose variables begin with their own defaults and then take the
  /// inputs.
  mutating func enterSubflow(
    _ call: SubflowCall, _ place: Int, _ reaction: inout Reaction
  ) {
    guard threads[place].frame == nil, let flow = reaction.world.flows[call.flowName] else {
      fail(place, ActivityFailure(message: "There is no subflow within a subflow."), &reaction)
      return
    }
    var scope = newScope(for: flow, [:], reaction)
    for input in call.inputs {
      guard let variable = flow.variables.first(where: { $0.name == input.variable }) else {
        let message = "\(flow.name) has no variable \(input.variable)."
        fail(place, ActivityFailure(message: message), &reaction)
        return
      }
      guard let value = variable.type.convert(input.text) else {
        let message = "\"\(input.text)\" is no \(variable.type.rawValue) for \(variable.name)."
        fail(place, ActivityFailure(message: message), &reaction)
        return
      }
      scope.declare(variable.name, value)
    }
    let thread = threads[place]
    threads[place].frame = SubflowFrame(
      flowName: flow.name, scope: scope, caller: thread.activity, entered: thread.entered,
      details: thread.details)
    threads[place].activity = flow.start
    threads[place].selfLoops = 0
    scheduleProceed(thread.id, &reaction)
  }

  /// A thread leaves its subflow: the caller's variables take the outputs, and the activity that
  /// entered it is left by success.
  mutating func returnFromSubflow(_ place: Int, _ reaction: inout Reaction) {
    guard let inner = threads[place].frame?.scope else {
      end(place, &reaction)
      return
    }
    leaveFrame(place)
    let settings = reaction.graph(of: threads[place])[threads[place].activity]?.settings
    run(place, &reaction) { context throws(ActivityFailure) in
      for output in (settings as? SubflowSettings)?.outputs ?? [] {
        try context.set(output.outer, toText: inner.variables[output.inner]?.value.text ?? "")
      }
      return .leave("default")
    }
  }

  /// A thread is back in the activity that entered its subflow.
  mutating func leaveFrame(_ place: Int) {
    guard let frame = threads[place].frame else { return }
    threads[place].frame = nil
    threads[place].activity = frame.caller
    threads[place].entered = frame.entered
    threads[place].details = frame.details
    threads[place].modified = []
    threads[place].memory = .none
  }
}

/// The start of a flow or of an event flow: passes on at once.
extension StartSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    for name in ["ANI", "DNIS", "EntryPointId", "FlowVersionLabel"]
    where context.activity.descriptor.name == StartSettings.descriptor.name {
      let value = context.scope.outputs[context.activity.label]?[name]
      context.detail(name, value?.text ?? "")
    }
    return .leave("out")
  }
}

/// End Flow: ends this path; the contact stays where it is.
extension EndFlowSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep { .stop }
}

/// Disconnect Contact: ends the caller's leg.
extension DisconnectSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    let reason = try context.render(reason).trimmed
    if !reason.isEmpty {
      context.detail("reason", reason)
      context.effects.append(.reason(reason))
    }
    return .disconnect
  }
}

/// An activity that is not simulated: goes on by success, and the trace says so.
extension UnsupportedSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    context.detail("note", "\(name) is not simulated; the call goes on")
    return .leave("default")
  }
}

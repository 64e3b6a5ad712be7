extension Engine {
  /// Keeps a scheduled callback and waits for its window.
  mutating func schedule(_ callback: ScheduledCallback) {
    var callback = callback
    callback.timer = state.events.schedule(
      .scheduledCallbackDue(callback.id), at: callback.start)
    state.scheduledCallbacks[callback.id] = callback
    trace(
      .note("callback to \(callback.number) scheduled for \(callback.date) \(callback.startTime)"))
  }

  /// The window of a scheduled callback begins: the ledger decides whether the number may wait.
  mutating func scheduledCallbackDue(_ id: ScheduledCallbackID) {
    guard let callback = state.scheduledCallbacks[id] else { return }
    let now = state.now
    _ = state.scheduledCallbacks.update(id) { callback in
      callback.assigned = now
      callback.timer = nil
    }
    let outbound = world.lab.entryPoints.filter { $0.direction == .outbound }
    guard let entry = outbound.first(where: { $0.queue == callback.queue }) ?? outbound.first else {
      return
    }
    let reservation = Reservation(
      tenant: world.lab.orgID, entryPoint: entry.id, number: callback.number,
      ani: callback.number, task: TaskID(rawValue: state.identifiers.nextUUID()),
      queue: callback.queue)
    reserve(reservation, for: .scheduled(id))
  }

  /// The ledger has answered: the task waits, or the trace tells why not.
  mutating func finish(
    _ reservation: Reservation, _ decision: PolicyDecision, _ id: ScheduledCallbackID
  ) {
    let callback = state.scheduledCallbacks[id]
    let pairs = [("CallbackReason", callback?.reason), ("Name", callback?.customerName)]
    let attributes = pairs.compactMap { name, value in
      value.map { TaskAttribute(name: name, value: $0) }
    }
    if case .failure(let refusal) = admit(
      reservation, decision, attributes, origin: "api", type: "Scheduled")
    {
      trace(.note("no scheduled callback: \(refusal.description)"))
    }
  }
}

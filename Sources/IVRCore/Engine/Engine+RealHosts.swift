/// Requests of flows that really leave the process.
///
/// Only to hosts that `World.realHosts` names, and only for flows: a client of the lab's server
/// cannot reach others through it.
extension Engine {
  /// Sends a flow's request to its real host; false where it may not leave.
  mutating func sendOutside(_ pending: PendingRequest, host: String) -> Bool {
    guard case .call = pending.origin, world.realHosts.contains(where: { $0.name == host }) else {
      return false
    }
    let id = state.webhooks.nextID()
    state.realRequests[id] = RealRequest(id: id, request: pending.id, host: host)
    outputs.append(
      .send(
        OutgoingRequest(
          id: id, request: pending.request, patience: pending.patience, isOfFlow: true)))
    return true
  }

  /// What became of such a request; false where it was none.
  mutating func endRealRequest(_ id: DeliveryID, _ outcome: HTTPOutcome) -> Bool {
    guard let real = state.realRequests[id] else { return false }
    state.realRequests[id] = nil
    guard let pending = state.requests[real.request] else { return true }
    var outcome = outcome
    var status: Int?
    if case .response(var response) = outcome {
      status = response.status
      response.remark = "\(real.host) answered, a real host"
      outcome = .response(response)
    }
    noteHit(pending.request, real.request, "real host", status: status)
    if case .timedOut = outcome {
      cancel(pending.timeout)
      requestTimedOut(real.request)
      state.requests[real.request] = nil
    } else {
      deliverSoon(outcome, to: real.request)
    }
    return true
  }

  /// Whether a flow waits for a real host: simulated time runs like the real one then.
  public var isAskingOutside: Bool {
    state.realRequests.values.contains { real in
      if case .call = state.requests[real.request]?.origin { true } else { false }
    }
  }
}

/// A flow's request on its way to a real host.
struct RealRequest: Identifiable, Codable, Hashable, Sendable {
  let id: DeliveryID
  let request: RequestID
  let host: String
}

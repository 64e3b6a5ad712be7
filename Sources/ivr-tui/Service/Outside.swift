import IVRAdapters
import IVRCore

/// Carries requests of the state to hosts outside and their answers back; on the main thread.
final class Outside {
  private let answers: Mailbox<OutgoingAnswer>
  private let wake: WakeSignal
  private let options: OutgoingOptions
  private var client: OutgoingClient?

  init(wake: WakeSignal, _ options: OutgoingOptions = OutgoingOptions()) {
    answers = Mailbox(wake: wake)
    self.wake = wake
    self.options = options
  }

  /// Sends what the state holds; the thread for it starts with the first one.
  func send(_ state: inout AppState) {
    let policy = OutgoingPolicy(state.engine.world.realHosts)
    for request in state.service.takeOutgoing() { send(request, policy) }
  }

  /// Sends a request; where nothing can be sent at all, that is its answer.
  func send(_ request: OutgoingRequest, _ policy: OutgoingPolicy) {
    if client == nil { client = try? OutgoingClient(options, mailbox: answers) }
    guard let client else {
      let outcome = HTTPOutcome.transportError("libcurl cannot be started.")
      return answers.post(OutgoingAnswer(id: request.id, outcome: outcome))
    }
    client.send(request, policy)
  }

  /// Gives the state the answers that have come.
  func receive(_ state: inout AppState) {
    for answer in answers.drain() { state.submit(.delivered(answer.id, answer.outcome)) }
  }

  /// Waits for the answer to a request, as long as it may take.
  ///
  /// For runs without real time; whatever else is under way is not waited for.
  func outcome(of request: OutgoingRequest, _ policy: OutgoingPolicy) -> HTTPOutcome {
    send(request, policy)
    let loop = EventLoop(terminal: -1, wake: wake)
    let limit = MonotonicClock.now + request.patience + Self.grace
    while MonotonicClock.now < limit {
      if let answer = answers.drain().first(where: { $0.id == request.id }) {
        return answer.outcome
      }
      _ = loop.wait(until: limit)
    }
    return .timedOut(request.patience)
  }

  /// Sends what the state holds and waits until no flow waits for a real host any more.
  func settle(_ state: inout AppState) {
    send(&state)
    let loop = EventLoop(terminal: -1, wake: wake)
    let limit = MonotonicClock.now + Self.longest
    while state.engine.isAskingOutside, MonotonicClock.now < limit {
      _ = loop.wait(until: limit)
      receive(&state)
      send(&state)
    }
  }

  /// The longest that a flow may wait for an answer, with some time to tell of it.
  private static let longest: Int64 = 602_000

  /// What the client may need beyond a request's own time to tell of its end, in milliseconds.
  private static let grace: Int64 = 2_000

  /// Gives up what is under way.
  func stop() { client?.stop() }
}

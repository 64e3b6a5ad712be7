/// Puts the life of a visitor's callback into words.
struct DemoLife {
  let engine: Engine
  let task: ContactTask
  /// The number that is called, as it is shown.
  let number: String

  private var callback: WebCallback? { engine.state.webCallbacks[task.id] }

  /// Whether the call is made without an agent.
  private var isScripted: Bool {
    if case .now? = callback?.order.kind { true } else { false }
  }

  /// Where the callback is.
  var status: DemoStatus {
    var status = task.isActive && task.status != .wrapup ? active : over
    status.steps =
      isScripted
      ? ["Requested", "Your phone rings", "On the line", "Done"]
      : ["In line", "Agent ready", "Your phone rings", "On the line", "Done"]
    status.step = step(of: status.phase)
    return status
  }

  /// The place among the steps; for one that ended early the step it had come to.
  private func step(of phase: DemoStatus.Phase) -> Int {
    let skipped = isScripted ? 1 : 0
    return switch phase {
    case .ready: 1
    case .ringing, .failed: 2 - skipped
    case .talking: 3 - skipped
    case .done: 4 - skipped
    case .accepted, .scheduled, .waiting, .expired, .cancelled, .refused, .unknown: 0
    }
  }

  private var active: DemoStatus {
    switch task.customer {
    case .ringing:
      return DemoStatus(
        phase: .ringing, title: "Your phone is ringing", detail: "Please answer: it is us.")
    case .connected:
      return DemoStatus(
        phase: .talking, title: "You are on the line with us",
        detail: "This page needs nothing more from you.")
    case .none: break
    }
    if isScripted { return scheduled }
    switch task.agent.flatMap({ engine.state.agents[$0]?.state }) {
    case .reserved, .connected:
      return DemoStatus(
        phase: .ready, title: "An agent is ready for you",
        detail: "Keep your phone at hand: we call \(number) in a moment.")
    default: return waiting
    }
  }

  private var scheduled: DemoStatus {
    guard case .now(_, _, let delay)? = callback?.order.kind, delay > 0 else {
      return DemoStatus(
        phase: .accepted, title: "We are calling you now",
        detail: "Your phone, \(number), rings in a moment.")
    }
    let left = task.createdTime.advanced(by: delay).since(engine.state.now)
    let words = WaitWords.text(max(0, left)) ?? ""
    return DemoStatus(
      phase: .scheduled, title: "We call you in \(words)",
      detail: "We will ring \(number). You may close this page.")
  }

  private var waiting: DemoStatus {
    guard let queue = task.queue,
      case .queueInformation(let facts) = engine.information(
        queue, for: task.id, lookbackMinutes: DemoBoard.lookback)
    else {
      return DemoStatus(
        phase: .accepted, title: "We have your request", detail: "We will call \(number).")
    }
    let title =
      facts.position == 1 ? "You are next in line" : "You are number \(facts.position) in line"
    let wait =
      WaitWords.text(facts.estimatedWait).map { "The wait is \($0)." }
      ?? "We cannot tell yet how long it takes."
    return DemoStatus(
      phase: .waiting, title: title,
      detail: "\(wait) We keep your place and ring \(number); you may close this page.")
  }

  // MARK: The end

  private var over: DemoStatus {
    let failure = callback?.failure
    if callback?.answered != nil || task.connectedTime != nil { return done }
    if failure == .expired || task.ending == .queueTimeout {
      return DemoStatus(
        phase: .expired, title: "Nobody was free in time",
        detail: "We are sorry. Your request has ended; please ask again.")
    }
    switch task.ending {
    case .cancelled:
      return DemoStatus(
        phase: .cancelled, title: "Your request is cancelled", detail: "We will not call you.")
    case .duplicate:
      return DemoStatus(
        phase: .cancelled, title: "A newer request took the place of this one",
        detail: "We call \(number) once.")
    case .calledIn:
      return DemoStatus(
        phase: .cancelled, title: "You called us, so this request has ended",
        detail: "You are being served on that call.")
    default: return failed(failure)
    }
  }

  private var done: DemoStatus {
    DemoStatus(phase: .done, title: "Your callback is done", detail: "Thank you for talking to us.")
  }

  private func failed(_ failure: WebCallback.Outcome?) -> DemoStatus {
    let reason =
      switch failure {
      case .noAnswer: "Nobody answered at \(number)."
      case .busy: "The line of \(number) was busy."
      default: "\(number) could not be called."
      }
    return DemoStatus(
      phase: .failed, title: "We could not reach you",
      detail: "\(reason) Please ask again when it suits you.")
  }
}

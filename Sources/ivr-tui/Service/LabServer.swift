import Glibc
import IVRAdapters
import IVRCore

/// Carries requests and answers between the server's thread and the state; on the main thread.
final class LabServer {
  private let mailbox: Mailbox<HTTPServerEvent>
  private let clock = PublishedClock()
  private var server: HTTPServer?
  private var isStopping = false
  private let outcomes: Mailbox<OutgoingAnswer>
  private let outgoing: OutgoingOptions
  private var client: OutgoingClient?

  init(wake: WakeSignal, outgoing: OutgoingOptions = OutgoingOptions()) {
    mailbox = Mailbox(wake: wake)
    outcomes = Mailbox(wake: wake)
    self.outgoing = outgoing
  }

  /// Whether it has not stopped yet.
  var isRunning: Bool { server != nil }

  /// Starts to serve; with a server that runs, its address.
  func start(_ options: HTTPServerOptions, _ state: AppState) -> Result<String, HTTPServerError> {
    if let server, !isStopping { return .success(server.address) }
    var options = options
    let clock = clock
    clock.publish(state)
    options.commonHeaders = { [HTTPHeader("X-IVR-Time", clock.text)] }
    do {
      let server = try HTTPServer.start(options, mailbox: mailbox)
      self.server = server
      isStopping = false
      return .success(server.address)
    } catch {
      return .failure(error)
    }
  }

  /// Stops gracefully: requests under way are answered first.
  func stop() {
    isStopping = true
    server?.stop()
  }

  /// Gives the state what has come; returns the lines for the access log.
  func receive(_ state: inout AppState) -> [HTTPAccess] {
    var log: [HTTPAccess] = []
    for event in mailbox.drain() {
      switch event {
      case .access(let access): log.append(access)
      case .stopped:
        server = nil
        isStopping = false
        _ = update(&state, .service(event))
      case .request: _ = update(&state, .service(event))
      }
    }
    for answer in outcomes.drain() {
      state.submit(.delivered(DeliveryID(number: answer.number), answer.outcome))
    }
    return log
  }

  /// Sends the webhooks that the state holds; the thread for them starts with the first one.
  private func sendWebhooks(_ state: inout AppState) {
    let webhooks = state.service.takeWebhooks()
    guard !webhooks.isEmpty else { return }
    if client == nil { client = try? OutgoingClient(outgoing, mailbox: outcomes) }
    for webhook in webhooks { client?.send(webhook.request, number: webhook.id.number) }
  }

  /// Sends the answers that the state holds.
  func send(_ state: inout AppState) {
    sendWebhooks(&state)
    guard let server else { return }
    clock.publish(state)
    for answer in state.service.takeAnswers() {
      server.respond(to: answer.exchange, with: answer.response)
    }
  }

  /// Stops when the program ends: what waits is told so; then the thread is over.
  func end(_ state: inout AppState, wake: WakeSignal) {
    client?.stop()
    guard isRunning else { return }
    stop()
    let loop = EventLoop(terminal: -1, wake: wake)
    let limit = MonotonicClock.now + 2_000
    while isRunning, MonotonicClock.now < limit {
      _ = receive(&state)
      state.service.refuseOpen(Strings.Service.ends)
      send(&state)
      if isRunning { _ = loop.wait(until: limit) }
    }
  }
}

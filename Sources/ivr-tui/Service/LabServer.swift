import Glibc
import IVRAdapters
import IVRCore

/// Carries requests and answers between the server's thread and the state; on the main thread.
final class LabServer {
  private let mailbox: Mailbox<HTTPServerEvent>
  private let clock = PublishedClock()
  /// By which names clients may call it.
  let names = ServedNames()
  /// The plain server, then the one with TLS where there is one.
  private var servers: [HTTPServer] = []
  /// How many of them have not stopped yet.
  private var running = 0
  private var isStopping = false
  private let outside: Outside

  init(wake: WakeSignal, outside: Outside) {
    mailbox = Mailbox(wake: wake)
    self.outside = outside
  }

  /// Whether it has not stopped yet.
  var isRunning: Bool { running > 0 }

  /// Whether it takes requests.
  var isServing: Bool { !servers.isEmpty && !isStopping }

  /// What clients call.
  var address: String? { servers.first?.address }
  /// What clients call over TLS, where there is a server of its own for that.
  var secureAddress: String? { servers.dropFirst().first?.address }

  /// Starts to serve, beside it over TLS where asked; with servers that run, the first address.
  func start(
    _ options: HTTPServerOptions, secure: HTTPServerOptions? = nil, _ state: AppState
  ) -> Result<String, HTTPServerError> {
    if isServing, let server = servers.first { return .success(server.address) }
    clock.publish(state)
    names.take(state.lab)
    do throws(HTTPServerError) {
      let server = try open(options)
      servers = [server]
      running += 1
      isStopping = false
      if let secure { try openSecure(secure) }
      return .success(server.address)
    } catch {
      if !servers.isEmpty, !isStopping { stop() }
      return .failure(error)
    }
  }

  private func openSecure(_ options: HTTPServerOptions) throws(HTTPServerError) {
    servers.append(try open(options))
    running += 1
  }

  private func open(_ options: HTTPServerOptions) throws(HTTPServerError) -> HTTPServer {
    var options = options
    let clock = clock
    let names = names
    options.isServedName = { names.contains($0) }
    options.commonHeaders = {
      [
        HTTPHeader("X-IVR-Time", clock.text), HTTPHeader("X-Content-Type-Options", "nosniff"),
        HTTPHeader("Cross-Origin-Resource-Policy", "same-origin"),
        HTTPHeader("Cache-Control", "no-store"),
      ]
    }
    return try HTTPServer.start(options, mailbox: mailbox)
  }

  /// Stops gracefully: requests under way are answered first.
  func stop() {
    isStopping = true
    for server in servers { server.stop() }
  }

  /// Gives the state what has come; returns the lines for the access log.
  func receive(_ state: inout AppState) -> [HTTPAccess] {
    var log: [HTTPAccess] = []
    for event in mailbox.drain() {
      switch event {
      case .access(let access): log.append(access)
      case .stopped:
        running -= 1
        guard running == 0 else { continue }
        servers = []
        isStopping = false
        _ = update(&state, .service(event))
      case .request, .streamEnded: _ = update(&state, .service(event))
      }
    }
    outside.receive(&state)
    return log
  }

  /// Sends the answers that the state holds.
  func send(_ state: inout AppState) {
    outside.send(&state)
    guard !servers.isEmpty else { return }
    clock.publish(state)
    for answer in state.service.takeAnswers() {
      // Only the one that has the request takes the answer.
      for server in servers { server.respond(to: answer.exchange, with: answer.response) }
    }
    state.service.tellNews(state.engine, at: MonotonicClock.now)
    for piece in state.service.takePieces() {
      for server in servers {
        server.send(piece.text, to: piece.exchange, isLast: piece.isLast)
      }
    }
  }

  /// Stops when the program ends: what waits is told so; then the thread is over.
  func end(_ state: inout AppState, wake: WakeSignal) {
    outside.stop()
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

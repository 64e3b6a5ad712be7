import Foundation
import Glibc
import IVRAdapters
import IVRCore
import Synchronization
import Testing

/// A server on a free port whose owner answers every request with what it asked.
final class ServedEcho: Sendable {
  let server: HTTPServer
  private let wake: WakeSignal
  private let mailbox: Mailbox<HTTPServerEvent>
  private let state = Mutex(State())

  private struct State {
    var log: [HTTPAccess] = []
    var streams: [HTTPExchangeID] = []
    var ended: [HTTPExchangeID] = []
    var nonces: [String] = []
    var held: [(HTTPExchangeID, HTTPRequest)] = []
    var isHolding = false
    var hasStopped = false
  }

  init(
    _ change: (inout HTTPLimits) -> Void = { _ in }, certificate: HTTPCertificate? = nil
  ) throws {
    wake = try WakeSignal()
    mailbox = Mailbox(wake: wake)
    var options = HTTPServerOptions()
    change(&options.limits)
    options.certificate = certificate
    options.commonHeaders = { [HTTPHeader("X-IVR-Time", "now")] }
    options.isServedName = { $0 == "known.example" }
    server = try HTTPServer.start(options, mailbox: mailbox)
    Thread.detachNewThread { [self] in own() }
  }

  /// Keeps requests unanswered until `release`.
  func hold() { state.withLock { $0.isHolding = true } }

  /// Waits until so many requests are held.
  func waitForHeld(_ count: Int) { wait { $0.held.count >= count } }

  func release() {
    let held = state.withLock { state in
      state.isHolding = false
      defer { state.held = [] }
      return state.held
    }
    for (id, request) in held { answer(id, request) }
  }

  /// The nonces of the requests so far.
  var nonces: [String] { state.withLock { $0.nonces } }

  /// Sends a piece to the responses that go on, when there are so many.
  func tell(_ text: String, count: Int = 1, isLast: Bool = false) {
    wait { $0.streams.count >= count }
    for id in state.withLock({ $0.streams }) { server.send(text, to: id, isLast: isLast) }
  }

  /// Waits until so many responses that went on have ended.
  func waitForEnded(_ count: Int) { wait { $0.ended.count >= count } }

  /// How many responses that went on have ended.
  var endedCount: Int { state.withLock { $0.ended.count } }

  /// The log, when it has so many lines.
  func log(_ count: Int) -> [HTTPAccess] {
    wait { $0.log.count >= count }
    return state.withLock { $0.log }
  }

  /// Stops and waits for the end.
  func stop() {
    server.stop()
    wait { $0.hasStopped }
  }

  func client() -> RawClient { RawClient(port: server.port) }

  /// Sends a request on a connection of its own.
  func ask(_ request: String, isHead: Bool = false) -> RawClient.Response? {
    let client = client()
    client.send(request)
    return client.read(isHead: isHead)
  }

  private func wait(_ isReached: (borrowing State) -> Bool) {
    let end = MonotonicClock.now + 20_000
    while MonotonicClock.now < end {
      if state.withLock({ isReached($0) }) { return }
      sched_yield()
    }
    Issue.record("what was waited for did not come")
  }

  private func own() {
    var hasStopped = false
    while !hasStopped {
      var polled = pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&polled, 1, -1)
      wake.clear()
      for event in mailbox.drain() {
        switch event {
        case .request(let id, let request): take(id, request)
        case .access(let access): state.withLock { $0.log.append(access) }
        case .streamEnded(let id): state.withLock { $0.ended.append(id) }
        case .stopped:
          hasStopped = true
          state.withLock { $0.hasStopped = true }
        }
      }
    }
  }

  private func take(_ id: HTTPExchangeID, _ request: HTTPRequest) {
    let isHeld = state.withLock { state in
      if state.isHolding { state.held.append((id, request)) }
      return state.isHolding
    }
    if !isHeld { answer(id, request) }
  }

  private func answer(_ id: HTTPExchangeID, _ request: HTTPRequest) {
    state.withLock { $0.nonces.append(request.nonce ?? "") }
    if request.url == "/stream" {
      state.withLock { $0.streams.append(id) }
      var response = HTTPResponse(
        status: 200, headers: [HTTPHeader("Content-Type", "text/event-stream")],
        body: EventStreamText.head)
      response.topic = .board
      return server.respond(to: id, with: response)
    }
    let filling = String(repeating: "=", count: request.url == "/long" ? 5_000 : 0)
    let isWrong = request.bearer?.hasPrefix("wrong") == true
    var response = HTTPResponse(
      status: isWrong ? 401 : 200, headers: [HTTPHeader("Content-Type", "text/plain")],
      body: "\(request.method) \(request.url) \(request.body)\(filling)")
    response.credential = request.bearer.map { _ in isWrong ? .wrong : .known }
    server.respond(to: id, with: response)
  }
}

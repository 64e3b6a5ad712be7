import CMicrohttpd
import Glibc
import IVRCore
import Synchronization

/// The server's thread: libmicrohttpd, its connections and their deadlines.
///
/// Unchecked: after `start` everything is touched by the one thread that `run` is called on; others
/// reach it through its mailbox.
final class HTTPServerLoop: @unchecked Sendable {
  /// What the owner wants.
  enum Command: Sendable {
    case respond(HTTPExchangeID, HTTPResponse)
    case send(HTTPExchangeID, String, isLast: Bool)
    case stop
  }

  let options: HTTPServerOptions
  let mailbox: Mailbox<HTTPServerEvent>
  var rate: RateLimit?
  var guesses: GuessLimit
  /// Milliseconds of the real clock at the beginning of this turn.
  private(set) var now = MonotonicClock.now
  private(set) var connections: [HTTPConnection] = []
  /// How many of them are within the limit.
  private var ordinary = 0
  /// The connections whose requests wait for answers.
  var open: [HTTPExchangeID: HTTPConnection] = [:]
  /// The connections whose responses go on.
  var streams: [HTTPExchangeID: HTTPConnection] = [:]
  /// When a graceful stop gives up waiting; nil while there is none.
  private(set) var stopTime: Int64?
  private let socket: ListeningSocket
  let wake: WakeSignal
  private let commands: Mailbox<Command>
  private var daemon: OpaquePointer?
  /// No deadline is earlier.
  private var nextDeadline = Int64.max

  /// How long a client that just connected may take to send its request during a stop.
  private static let lastRequestTime: Int64 = 1_000

  init(
    _ options: HTTPServerOptions, _ socket: ListeningSocket, wake: WakeSignal,
    commands: Mailbox<Command>, mailbox: Mailbox<HTTPServerEvent>
  ) {
    self.options = options
    self.socket = socket
    self.wake = wake
    self.commands = commands
    self.mailbox = mailbox
    rate = options.limits.requestsPerSecond.map {
      RateLimit($0, burst: options.limits.burst)
    }
    guesses = GuessLimit(options.limits)
  }

  /// Starts the library; false where it refuses.
  func start() -> Bool {
    daemon = HTTPDaemon.start(self, socket: socket.descriptor)
    return daemon != nil
  }

  /// Serves until it is told to stop and all is answered.
  func run() {
    guard let daemon else { return }
    let epoll = cm_epoll_descriptor(daemon)
    while !hasStopped {
      wait(epoll, daemon)
      for command in commands.drain() { perform(command, daemon) }
      MHD_run(daemon)
      now = MonotonicClock.now
      expire()
    }
    MHD_stop_daemon(daemon)
    self.daemon = nil
    mailbox.post(.stopped)
  }

  private var hasStopped: Bool { stopTime != nil && connections.isEmpty }

  /// Waits for clients, commands or the next deadline.
  private func wait(_ epoll: Int32, _ daemon: OpaquePointer) {
    var polled = [
      pollfd(fd: epoll, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let watched = watchedStreams
    polled += watched.map(\.polled)
    var timeout = nextDeadline == .max ? Int64.max : max(0, nextDeadline - MonotonicClock.now)
    var limit: UInt64 = 0
    if MHD_get_timeout(daemon, &limit) == .YES { timeout = min(timeout, Int64(clamping: limit)) }
    poll(&polled, nfds_t(polled.count), timeout == .max ? -1 : Int32(clamping: timeout))
    if polled[1].revents != 0 { wake.clear() }
    now = MonotonicClock.now
    for (stream, state) in zip(watched, polled.dropFirst(2)) where state.revents != 0 {
      drop(stream.id)
    }
  }

  private func perform(_ command: Command, _ daemon: OpaquePointer) {
    switch command {
    case .respond(let id, let response):
      guard let connection = open.removeValue(forKey: id) else { return }
      connection.exchange?.response = response
      MHD_resume_connection(connection.handle)
    case .send(let id, let text, let isLast): send(text, to: id, isLast: isLast)
    case .stop where stopTime == nil: stop(daemon)
    case .stop: break
    }
  }

  // MARK: Stopping

  private func stop(_ daemon: OpaquePointer) {
    acceptRest(daemon)
    let descriptor = MHD_quiesce_daemon(daemon)
    close(descriptor >= 0 ? descriptor : socket.descriptor)
    stopTime = now + options.limits.graceTime
    nextDeadline = now
    endStreams()
    for connection in connections {
      switch connection.phase {
      case .idle: connection.end()
      case .opened: connection.deadline = min(connection.deadline, now + Self.lastRequestTime)
      default: break
      }
    }
  }

  /// Takes the clients whose connections the system has accepted, and what they have sent.
  private func acceptRest(_ daemon: OpaquePointer) {
    var listening = [pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)]
    repeat { MHD_run(daemon) } while poll(&listening, 1, 0) > 0
    MHD_run(daemon)
  }

  private func giveUp() {
    for (id, connection) in open.sorted(by: { $0.key.number < $1.key.number }) {
      open[id] = nil
      connection.exchange?.refusal = .stopping
      MHD_resume_connection(connection.handle)
    }
    for connection in connections where connection.phase != .answer { connection.end() }
    stopTime = .max
    wake.raise()
  }

  // MARK: Connections

  func add(_ handle: OpaquePointer) -> HTTPConnection {
    let isSpare = ordinary >= options.limits.connections
    if !isSpare { ordinary += 1 }
    let isShort = stopTime != nil || isSpare
    let limit = isShort ? Self.lastRequestTime : options.limits.headerTime
    let connection = HTTPConnection(
      handle, isSpare: isSpare, deadline: now + min(limit, options.limits.headerTime))
    connection.place = connections.count
    connections.append(connection)
    nextDeadline = min(nextDeadline, connection.deadline)
    return connection
  }

  func remove(_ connection: HTTPConnection) {
    if !connection.isSpare { ordinary -= 1 }
    guard let last = connections.popLast(), last !== connection else { return }
    last.place = connection.place
    connections[last.place] = last
  }

  func wait(_ connection: HTTPConnection, for phase: HTTPConnection.Phase, _ time: Int64?) {
    let limit = stopTime == nil && !connection.isSpare ? Int64.max : Self.lastRequestTime
    let deadline = time.map { now + min($0, limit) } ?? .max
    connection.wait(for: phase, until: deadline)
    nextDeadline = min(nextDeadline, deadline)
  }

  /// Names are never reused by any server of the process, so that one owner can have several.
  private static let lastID = Atomic<UInt64>(0)

  func nextID() -> HTTPExchangeID {
    HTTPExchangeID(number: Self.lastID.add(1, ordering: .relaxed).newValue)
  }

  // MARK: Deadlines

  private func expire() {
    if let stopTime, now >= stopTime { giveUp() }
    guard now >= nextDeadline else { return }
    for connection in connections where connection.deadline <= now { expire(connection) }
    let earliest = connections.map(\.deadline).min() ?? .max
    nextDeadline = min(earliest, stopTime ?? .max)
  }

  private func expire(_ connection: HTTPConnection) {
    switch connection.phase {
    case .opened, .head, .body:
      connection.send(requestTimeout(connection))
      connection.exchange?.status = 408
      if connection.exchange == nil {
        mailbox.post(.access(HTTPAccess(peer: connection.peer, status: 408)))
      }
    case .stream: return beat(connection)
    case .idle, .response, .answer: break
    }
    connection.end()
  }

  private func requestTimeout(_ connection: HTTPConnection) -> String {
    let head = connection.exchange?.head
    let request = HTTPRequest(
      method: "", url: head?.target ?? "", headers: head?.headers ?? [])
    let response = HTTPResponse.refusal(
      408, "The request did not come in time.", to: request)
    var headers = response.headers + options.commonHeaders()
    headers.append(HTTPHeader("Content-Length", String(response.body.utf8.count)))
    headers.append(HTTPHeader("Connection", "close"))
    let lines = headers.map { "\($0.name): \($0.value)\r\n" }.joined()
    return "HTTP/1.1 408 Request Timeout\r\n\(lines)\r\n\(response.body)"
  }
}

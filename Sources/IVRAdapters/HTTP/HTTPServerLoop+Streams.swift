import CMicrohttpd
import Glibc
import IVRCore

/// Responses that go on: server-sent events.
///
/// The owner posts pieces through the mailbox; each lies with its connection until the client reads.
/// A client that does not read, or has gone, is dropped; a heartbeat finds those of whom nothing else
/// tells that they are gone.
extension HTTPServerLoop {
  /// A connection whose client may leave, with what `poll` is asked about it.
  struct WatchedStream {
    let id: HTTPExchangeID
    let polled: pollfd
  }

  /// POLLRDHUP, which Swift does not see: the client sends no more.
  private static let peerLeaves: Int16 = 0x2000

  /// The clients that are suspended in the library, which does not see them go.
  var watchedStreams: [WatchedStream] {
    streams.map { id, connection in
      let descriptor = cm_socket(connection.handle)
      return WatchedStream(
        id: id, polled: pollfd(fd: descriptor, events: Self.peerLeaves, revents: 0))
    }
  }

  /// Refuses a response that goes on where too many do; to HEAD none goes on.
  func limitStreams(_ exchange: HTTPExchange) {
    guard exchange.response?.topic != nil else { return }
    let isHead = exchange.head.method == "HEAD"
    guard isHead || stopTime != nil || streams.count >= options.limits.streams else { return }
    mailbox.post(.streamEnded(exchange.id))
    exchange.response?.topic = nil
    guard !isHead else { return }
    exchange.response = nil
    exchange.refusal = stopTime == nil ? .manyStreams : .stopping
  }

  /// Begins a response that goes on; false ends the connection.
  func begin(
    _ response: HTTPResponse, of exchange: HTTPExchange, _ connection: HTTPConnection
  ) -> Bool {
    let stream = HTTPStream(connection.handle, begin: response.body)
    exchange.stream = stream
    exchange.status = response.status
    streams[exchange.id] = connection
    wait(connection, for: .stream, options.limits.heartbeat)
    return HTTPDaemon.queue(response, stream, connection.handle)
  }

  /// Adds a piece to a response that goes on.
  func send(_ text: String, to id: HTTPExchangeID, isLast: Bool) {
    guard let connection = streams[id], let stream = connection.exchange?.stream else { return }
    guard stream.waiting + text.utf8.count <= options.limits.streamBytes else { return drop(id) }
    stream.add(text)
    wait(connection, for: .stream, options.limits.heartbeat)
    if isLast { finish(id) }
  }

  /// Nothing happened for a while: shows the client that the connection is alive.
  func beat(_ connection: HTTPConnection) {
    guard let exchange = connection.exchange, let stream = exchange.stream else {
      return connection.end()
    }
    // The library runs before deadlines are looked at, and does not wake by itself.
    defer { wake.raise() }
    guard !stream.isStalled else { return drop(exchange.id) }
    stream.isStalled = stream.waiting > 0
    if stream.waiting == 0 { stream.add(EventStreamText.heartbeat) }
    wait(connection, for: .stream, options.limits.heartbeat)
  }

  /// Ends a response behind what waits; its client has the usual time to read that.
  private func finish(_ id: HTTPExchangeID) {
    guard let connection = streams.removeValue(forKey: id) else { return }
    wait(connection, for: .response, options.limits.responseTime)
    connection.exchange?.stream?.finish()
  }

  /// Ends a response whose client has gone or does not read.
  func drop(_ id: HTTPExchangeID) {
    guard let connection = streams.removeValue(forKey: id) else { return }
    connection.end()
    connection.exchange?.stream?.abandon()
  }

  /// Ends all: nothing more is told.
  func endStreams() {
    for id in streams.keys.sorted(by: { $0.number < $1.number }) { finish(id) }
  }

  /// The response of a request that goes on has come to its end.
  func endStream(of exchange: HTTPExchange) {
    guard let stream = exchange.stream else { return }
    exchange.sent = stream.sent
    exchange.stream = nil
    streams[exchange.id] = nil
    mailbox.post(.streamEnded(exchange.id))
  }
}

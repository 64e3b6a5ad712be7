import CMicrohttpd
import IVRCore

/// A request on its way through the server.
extension HTTPServerLoop {
  /// Its first line was read.
  func begin(_ target: String, _ connection: HTTPConnection) -> HTTPExchange {
    let exchange = HTTPExchange(nextID(), target: target, start: now)
    connection.exchange = exchange
    wait(connection, for: .head, options.limits.headerTime)
    return exchange
  }

  /// The head is whole: decides whether the rest is wanted; false ends the connection.
  func takeHead(_ head: HTTPRequestHead, of exchange: HTTPExchange, _ connection: HTTPConnection)
    -> Bool
  {
    exchange.head = head
    exchange.hasHead = true
    exchange.refusal = refusal(of: exchange, connection)
    if exchange.refusal != nil, answersAtOnce(exchange) { return answer(exchange, connection) }
    wait(connection, for: .body, options.limits.bodyTime)
    return true
  }

  private func refusal(of exchange: HTTPExchange, _ connection: HTTPConnection) -> HTTPRefusal? {
    let head = exchange.head
    if let refusal = head.refusal(options.limits) ?? head.nameRefusal(options.isServedName) {
      return refusal
    }
    if let seconds = rate?.take(connection.peer, now: now) { return .tooMany(seconds) }
    let isFull = connection.isSpare || open.count >= options.limits.openRequests
    return isFull ? .busy : nil
  }

  /// Whether a refusal goes out before the body has come.
  ///
  /// Bodies that are not too long are read to their end first: a client that is still sending would
  /// see a broken connection and no answer.
  private func answersAtOnce(_ exchange: HTTPExchange) -> Bool {
    if exchange.refusal?.closes == true, exchange.refusal?.status != 413 { return true }
    let length = exchange.head.value("content-length").map { Int($0) ?? .max } ?? 0
    return !exchange.hasBody || exchange.head.value("expect") != nil || length > drained
  }

  /// The most bytes that are read of a body that is refused.
  private var drained: Int { options.limits.body.multipliedReportingOverflow(by: 4).partialValue }

  /// Takes a part of the body; false ends the connection.
  func take(_ bytes: UnsafeRawBufferPointer, of exchange: HTTPExchange) -> Bool {
    exchange.received += bytes.count
    if exchange.refusal == nil, exchange.received > options.limits.body {
      exchange.refusal = .tooLarge(options.limits)
      exchange.body = []
    }
    if exchange.refusal == nil { exchange.body.append(contentsOf: bytes) }
    return exchange.received <= drained
  }

  /// The request is whole, or its connection is awake again; false ends the connection.
  func goOn(_ exchange: HTTPExchange, _ connection: HTTPConnection) -> Bool {
    if exchange.response != nil || exchange.refusal != nil { return answer(exchange, connection) }
    if open[exchange.id] == nil, !handOver(exchange, connection) {
      return answer(exchange, connection)
    }
    wait(connection, for: .answer, nil)
    MHD_suspend_connection(connection.handle)
    return true
  }

  /// Gives the request to the server's owner; false where its body is no text.
  private func handOver(_ exchange: HTTPExchange, _ connection: HTTPConnection) -> Bool {
    guard let body = String(validating: exchange.body, as: UTF8.self) else {
      exchange.refusal = HTTPRefusal(status: 400, message: "The body is not UTF-8.")
      return false
    }
    let token = exchange.credential()
    if let seconds = guesses.admit(token, connection.peer, now: now) {
      exchange.refusal = .tooManyGuesses(seconds)
      return false
    }
    exchange.token = token
    exchange.body = []
    open[exchange.id] = connection
    let method = exchange.head.method == "HEAD" ? "GET" : exchange.head.method
    var request = HTTPRequest(
      method: method, url: exchange.head.target, headers: exchange.head.headers, body: body)
    request.isPlain = options.certificate == nil
    request.hasNoLength = exchange.head.hasNoLength
    request.isHead = exchange.head.method == "HEAD"
    request.nonce = RequestNonce.next()
    mailbox.post(.request(exchange.id, request))
    return true
  }

  /// Sends what there is to say; false ends the connection.
  private func answer(_ exchange: HTTPExchange, _ connection: HTTPConnection) -> Bool {
    wait(connection, for: .response, options.limits.responseTime)
    limitStreams(exchange)
    var response = exchange.response ?? HTTPResponse(status: 500, body: "")
    if exchange.response == nil, let refusal = exchange.refusal {
      let request = HTTPRequest(
        method: "", url: exchange.head.target, headers: exchange.head.headers)
      response = .refusal(refusal.status, refusal.message, to: request)
      if let seconds = refusal.retryAfter {
        response.headers.append(HTTPHeader("Retry-After", String(seconds)))
      }
    }
    response.add(options.commonHeaders())
    if let id = exchange.trackingID { response.headers.append(HTTPHeader("TrackingId", id)) }
    if exchange.refusal?.closes == true || stopTime != nil {
      response.headers.append(HTTPHeader("Connection", "close"))
    }
    if response.topic != nil { return begin(response, of: exchange, connection) }
    let body = encoded(&response, exchange)
    exchange.status = response.status
    exchange.sent = exchange.head.method == "HEAD" ? 0 : body.count
    return HTTPDaemon.queue(response, body, connection.handle)
  }

  private func encoded(_ response: inout HTTPResponse, _ exchange: HTTPExchange) -> [UInt8] {
    let body = Array(response.body.utf8)
    guard body.count >= Gzip.shortest else { return body }
    response.headers.append(HTTPHeader("Vary", "Accept-Encoding"))
    guard Gzip.isAccepted(exchange.head.value("accept-encoding")),
      let compressed = Gzip.compressed(body)
    else { return body }
    response.headers.append(HTTPHeader("Content-Encoding", "gzip"))
    return compressed
  }

  /// The request came to its end, well or not.
  func end(_ exchange: HTTPExchange, _ connection: HTTPConnection) {
    open[exchange.id] = nil
    endStream(of: exchange)
    connection.exchange = nil
    guesses.note(exchange.response?.credential, exchange.token, connection.peer, now: now)
    mailbox.post(.access(exchange.access(peer: connection.peer, now: MonotonicClock.now)))
    wait(connection, for: .idle, stopTime == nil ? options.limits.idleTime : 0)
  }
}

extension HTTPResponse {
  /// Adds the headers that it does not have itself.
  fileprivate mutating func add(_ more: [HTTPHeader]) {
    let own = Set(headers.map { $0.name.lowercased() })
    headers += more.filter { !own.contains($0.name.lowercased()) }
  }
}

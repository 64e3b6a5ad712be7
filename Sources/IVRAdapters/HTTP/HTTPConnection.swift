import CMicrohttpd
import Glibc
import IVRCore

/// A client's connection; touched on the server's thread only.
final class HTTPConnection {
  /// What is being waited for.
  enum Phase {
    /// The first request.
    case opened
    /// The rest of a request's headers.
    case head
    /// The rest of a request's body.
    case body
    /// The answer of the server's owner.
    case answer
    /// The client, to read the response.
    case response
    /// The next piece of a response that goes on.
    case stream
    /// A next request.
    case idle
  }

  let handle: OpaquePointer
  let peer: String
  /// Whether it is beyond the limit and there to be refused only.
  let isSpare: Bool
  private(set) var phase = Phase.opened
  /// When the wait is over, in milliseconds of the real clock.
  var deadline: Int64
  /// The request under way.
  var exchange: HTTPExchange?
  /// Where it stands in the server's list.
  var place = 0

  init(_ handle: OpaquePointer, isSpare: Bool, deadline: Int64) {
    self.handle = handle
    self.isSpare = isSpare
    self.deadline = deadline
    peer = ListeningSocket.text(of: cm_peer(handle))
  }

  func wait(for phase: Phase, until deadline: Int64) {
    self.phase = phase
    self.deadline = deadline
  }

  /// Ends the connection; the library notices it by itself.
  func end() {
    deadline = .max
    shutdown(cm_socket(handle), Int32(SHUT_RDWR))
  }

  /// Sends bytes past the library, which has nothing to send while it waits for a request.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    if let session = cm_tls_session(handle) {
      _ = gnutls_record_send(session, bytes, bytes.count)
    } else {
      _ = Glibc.send(cm_socket(handle), bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
  }
}

/// A request from its first line to the end of its response; touched on the server's thread only.
final class HTTPExchange {
  let id: HTTPExchangeID
  /// When its first line was read, in milliseconds of the real clock.
  let start: Int64
  var head: HTTPRequestHead
  /// Whether the head is whole.
  var hasHead = false
  var body: [UInt8] = []
  /// How many bytes of the body have come.
  var received = 0
  var refusal: HTTPRefusal?
  /// What stands for the request's token, where it carries one.
  var token: Int?
  /// The owner's answer.
  var response: HTTPResponse?
  /// What goes on where the answer does.
  var stream: HTTPStream?
  /// For the log.
  var status = 0
  var sent = 0

  init(_ id: HTTPExchangeID, target: String, start: Int64) {
    self.id = id
    self.start = start
    head = HTTPRequestHead(target: target)
  }

  /// The client's name for the request, which every response repeats unless it is too long or is no
  /// plain text.
  var trackingID: String? {
    head.value("trackingid").flatMap { text in
      text.utf8.count <= 256 && text.utf8.allSatisfy { $0 >= 32 && $0 < 127 } ? text : nil
    }
  }

  /// Whether more of the request may follow its head.
  var hasBody: Bool {
    head.value("transfer-encoding") != nil
      || head.value("content-length").map { $0 != "0" } ?? false
  }

  /// A line for the log.
  func access(peer: String, now: Int64) -> HTTPAccess {
    HTTPAccess(
      peer: peer, method: head.method, path: DemoPath.shown(head.path), status: status, bytes: sent,
      milliseconds: now - start, trackingID: trackingID)
  }
}

import Foundation
import Glibc
import Synchronization

@testable import IVRAdapters

/// A server of a few lines: every request gets what a closure says; nil keeps the client waiting.
final class AnsweringServer: Sendable {
  let port: UInt16
  private let descriptor: Int32
  private let answer: @Sendable (String) -> String?
  private let seen = Mutex<[String]>([])
  private let held = Mutex<[Int32]>([])

  init(_ answer: @escaping @Sendable (String) -> String?) throws {
    let socket = try ListeningSocket(host: "127.0.0.1", port: 0)
    descriptor = socket.descriptor
    port = socket.port
    self.answer = answer
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
    Thread.detachNewThread { self.run() }
  }

  /// The requests so far, as they came; none for a connection on which nothing was sent.
  var requests: [String] { seen.withLock { $0 } }

  func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
    for client in held.withLock({ $0 }) { close(client) }
  }

  /// Whether something happens within 20 seconds.
  static func waits(for descriptor: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 20_000) == 1
  }

  private func run() {
    while true {
      let client = accept(descriptor, nil, nil)
      guard client >= 0 else { break }
      serve(client)
    }
    close(descriptor)
  }

  private func serve(_ client: Int32) {
    let text = read(client)
    guard !text.isEmpty else {
      close(client)
      return
    }
    seen.withLock { $0.append(text) }
    guard let answer = answer(text) else { return held.withLock { $0.append(client) } }
    let bytes = Array(answer.utf8)
    _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    close(client)
  }

  private func read(_ client: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let length =
        text.firstMatch(of: #/Content-Length: (\d+)/#).flatMap { Int($0.1) } ?? 0
      if text[end.upperBound...].utf8.count >= length { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import Glibc

/// A client that sends bytes as they are and reads what comes.
final class RawClient {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private(set) var isClosed = false

  /// A response as it stood on the wire.
  struct Response {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? {
      headers.first { $0.name == name.lowercased() }?.value
    }
  }

  /// Connects to loopback; a read that waits for ten seconds ends.
  init(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    isClosed = result != 0
  }

  deinit { close(descriptor) }

  func sendByte(_ byte: UInt8) { send([byte]) }

  /// Sends a text.
  func send(_ text: String) { send(Array(text.utf8)) }

  private func send(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      start += count
    }
  }

  /// Reads the next response; nil where the connection ends before it is whole.
  func read(isHead: Bool = false) -> Response? {
    let end = Array("\r\n\r\n".utf8)
    while buffer.firstRange(of: end) == nil {
      guard fill() else { return nil }
    }
    guard let range = buffer.firstRange(of: end) else { return nil }
    let lines = String(decoding: buffer[..<range.lowerBound], as: UTF8.self).split(
      separator: "\r\n")
    buffer.removeSubrange(..<range.upperBound)
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
      return (parts[0].lowercased(), parts.count > 1 ? String(parts[1]) : "")
    }
    let status = Int(lines[0].split(separator: " ")[1]) ?? 0
    if status == 100 { return read(isHead: isHead) }
    let length = isHead ? 0 : headers.first { $0.0 == "content-length" }.flatMap { Int($0.1) } ?? 0
    while buffer.count < length { guard fill() else { return nil } }
    let body = Array(buffer.prefix(length))
    buffer.removeFirst(length)
    return Response(
      status: status, headers: headers.map { (name: $0.0, value: $0.1) }, body: body)
  }

  /// Reads until a text has come, behind what was read before; whether it came.
  func reads(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    while true {
      if let range = buffer.firstRange(of: wanted) {
        buffer.removeSubrange(..<range.upperBound)
        return true
      }
      guard fill() else { return false }
    }
  }

  /// Whether the server closes the connection without another byte.
  func readsEnd() -> Bool { buffer.isEmpty && !fill() && isClosed }

  private func fill() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    if count == 0 || (count < 0 && errno == ECONNRESET) { isClosed = true }
    buffer += bytes.prefix(max(0, count))
    return count > 0
  }
}

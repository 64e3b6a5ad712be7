import CMicrohttpd

/// A response that goes on; touched on the server's thread only.
///
/// While it has nothing to send, its connection is suspended and costs no thread. Source: the
/// library's header, version 0.9.75, `MHD_ContentReaderCallback`: returning 0 asks for another call
/// at once unless the connection is suspended within the call.
final class HTTPStream {
  /// What the library takes for the end of a response.
  static let end = -1
  /// The most bytes that the library takes at a time.
  let blockSize = 4_096
  private let connection: OpaquePointer
  private var pending: [UInt8]
  private var isOver = false
  private var isSuspended = false
  /// How many bytes the library has taken.
  private(set) var sent = 0
  /// Whether the client had something to read at the last heartbeat and has not read since.
  var isStalled = false

  init(_ connection: OpaquePointer, begin text: String) {
    self.connection = connection
    pending = Array(text.utf8)
  }

  /// The bytes that wait for the client.
  var waiting: Int { pending.count }

  /// Adds a piece.
  func add(_ text: String) {
    pending += text.utf8
    resume()
  }

  /// Ends it behind what waits.
  func finish() {
    isOver = true
    resume()
  }

  /// Ends it without what waits.
  func abandon() {
    pending = []
    finish()
  }

  private func resume() {
    guard isSuspended else { return }
    isSuspended = false
    MHD_resume_connection(connection)
  }

  /// Hands bytes to the library; answers how many, or the end.
  func read(into buffer: UnsafeMutablePointer<CChar>, _ limit: Int) -> Int {
    guard !pending.isEmpty else { return pause() }
    let count = min(limit, pending.count)
    for place in 0..<count { buffer[place] = CChar(bitPattern: pending[place]) }
    pending.removeFirst(count)
    sent += count
    isStalled = false
    return count
  }

  private func pause() -> Int {
    if isOver { return Self.end }
    isSuspended = true
    MHD_suspend_connection(connection)
    return 0
  }
}

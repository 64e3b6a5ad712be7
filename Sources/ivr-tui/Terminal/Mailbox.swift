import Glibc
import Synchronization

/// A descriptor that becomes readable when someone wants the main loop's attention.
nonisolated final class WakeSignal: Sendable {
  /// What becomes readable.
  let descriptor: Int32
  /// Where signal handlers may write a byte.
  let writeDescriptor: Int32

  /// Opens a pipe that neither end waits on.
  ///
  /// - Throws: `TerminalError` when the system has no descriptors left.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw TerminalError(.system("pipe", errno)) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    writeDescriptor = ends[1]
  }

  deinit {
    close(descriptor)
    close(writeDescriptor)
  }

  /// Makes the descriptor readable; from any thread.
  func raise() {
    var byte: UInt8 = 0
    // It only fails when the pipe is full, and then it is readable already.
    _ = write(writeDescriptor, &byte, 1)
  }

  /// Makes the descriptor unreadable until it is raised again.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 512)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}

/// A queue any thread may post into and the main thread empties.
nonisolated final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: WakeSignal

  init(wake: WakeSignal) {
    self.wake = wake
  }

  /// Adds a message and wakes the main loop; never waits for it.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake.raise()
  }

  /// Takes all messages, in the order they were posted.
  func drain() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

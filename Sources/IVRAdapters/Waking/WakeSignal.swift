import Glibc

/// A descriptor that becomes readable when someone wants a loop's attention.
public final class WakeSignal: Sendable {
  /// What becomes readable.
  public let descriptor: Int32
  /// Where signal handlers may write a byte.
  public let writeDescriptor: Int32

  /// Opens a pipe that neither end waits on.
  public init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError("pipe", errno) }
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
  public func raise() {
    var byte: UInt8 = 0
    // It only fails when the pipe is full, and then it is readable already.
    _ = write(writeDescriptor, &byte, 1)
  }

  /// Makes the descriptor unreadable until it is raised again.
  public func clear() {
    var bytes = [UInt8](repeating: 0, count: 512)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}

/// A call of the operating system that failed.
public struct SystemError: Error, Hashable, Sendable {
  /// The name of the call.
  public let call: String
  /// The system's number of the error.
  public let number: Int32

  /// The failure of a call.
  public init(_ call: String, _ number: Int32) {
    self.call = call
    self.number = number
  }

  /// What the system says, for example `Address already in use`.
  public var reason: String { String(cString: strerror(number)) }
}

import Synchronization

/// A queue any thread may post into and one thread empties.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: WakeSignal

  /// An empty mailbox whose owner waits for a signal.
  public init(wake: WakeSignal) {
    self.wake = wake
  }

  /// Adds a message and wakes the owner; never waits for it.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake.raise()
  }

  /// Takes all messages, in the order they were posted.
  public func drain() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

import Foundation
public import IVRCore

/// How requests are sent.
public struct OutgoingOptions: Sendable {
  /// How long connecting may take, in milliseconds.
  public var connectMilliseconds = 2_000
  /// How long an answer to something that is told may be, in bytes.
  public var responseBytes = 65_536
  /// How long an answer that a flow waits for may be, in bytes.
  public var flowResponseBytes = 1_048_576
  /// The file of the certificates that are trusted; the system's own where there is none.
  public var certificates: String?

  /// The standard.
  public init() {}
}

/// What became of a request.
public struct OutgoingAnswer: Sendable {
  /// What it was sent with.
  public let id: DeliveryID
  /// What became of it.
  public let outcome: HTTPOutcome

  /// What became of the request of an id.
  public init(id: DeliveryID, outcome: HTTPOutcome) {
    self.id = id
    self.outcome = outcome
  }
}

/// Sends requests to other hosts: no proxies, certificates verified, and only where the policy
/// allows.
///
/// A redirect is followed for a flow's GET or HEAD alone, at most five times within its time, and
/// never to another scheme, host or port.
/// It has one thread, which owns libcurl; nothing but the mailbox is touched from there.
public final class OutgoingClient: Sendable {
  private let commands: Mailbox<OutgoingLoop.Command>
  private let mailbox: Mailbox<OutgoingAnswer>

  /// Starts the thread; answers come through the mailbox.
  public init(
    _ options: OutgoingOptions, mailbox: Mailbox<OutgoingAnswer>
  ) throws(SystemError) {
    let wake = try WakeSignal()
    let commands = Mailbox<OutgoingLoop.Command>(wake: wake)
    guard let loop = OutgoingLoop(options, wake: wake, commands: commands, mailbox: mailbox) else {
      throw SystemError("curl_multi_init", 0)
    }
    self.commands = commands
    self.mailbox = mailbox
    let thread = Thread { loop.run() }
    thread.name = "outgoing"
    thread.start()
  }

  /// Sends a request; one that may not go anywhere is answered at once.
  public func send(_ sent: OutgoingRequest, _ policy: OutgoingPolicy) {
    guard let reach = policy.reach(of: sent.request.url, isOfFlow: sent.isOfFlow) else {
      let host = OutgoingPolicy.host(of: sent.request.url) ?? "the address"
      let reason =
        sent.isOfFlow
        ? "\(host) may not be reached; flows call hosts that are named, this machine as private."
        : "\(host) may not be reached; it is neither this machine nor allowed."
      return mailbox.post(OutgoingAnswer(id: sent.id, outcome: .transportError(reason)))
    }
    send(sent, reach)
  }

  /// Sends a request to where it may be.
  func send(_ sent: OutgoingRequest, _ reach: OutgoingPolicy.Reach) {
    commands.post(.send(sent, reach))
  }

  /// Gives up what is under way; no more answers come.
  public func stop() { commands.post(.stop) }
}

import Foundation
public import IVRCore

/// How requests are sent.
public struct OutgoingOptions: Sendable {
  /// Where they may go.
  public var policy = OutgoingPolicy()
  /// How long connecting may take, in milliseconds.
  public var connectMilliseconds = 2_000
  /// How long all of it may take, in milliseconds.
  ///
  /// Source: the product's guide to webhooks asks for an answer within five seconds.
  public var totalMilliseconds = 5_000
  /// How long an answer may be, in bytes.
  public var responseBytes = 65_536
  /// The file of the certificates that are trusted; the system's own where there is none.
  public var certificates: String?

  /// The standard.
  public init() {}
}

/// What became of a request.
public struct OutgoingAnswer: Sendable {
  /// The number that it was sent with.
  public let number: UInt64
  /// What became of it.
  public let outcome: HTTPOutcome
}

/// Sends requests to other hosts: no redirects, no proxies, certificates verified, and only where
/// the policy allows.
///
/// It has one thread, which owns libcurl; nothing but the mailbox is touched from there.
public final class OutgoingClient: Sendable {
  private let commands: Mailbox<OutgoingLoop.Command>
  private let mailbox: Mailbox<OutgoingAnswer>
  private let policy: OutgoingPolicy

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
    policy = options.policy
    let thread = Thread { loop.run() }
    thread.name = "outgoing"
    thread.start()
  }

  /// Sends a request; one that may not go anywhere is answered at once.
  public func send(_ request: HTTPRequest, number: UInt64) {
    guard let reach = policy.reach(of: request.url) else {
      let host = OutgoingPolicy.host(of: request.url) ?? "the address"
      let reason = "\(host) may not be reached; it is neither this machine nor allowed."
      return mailbox.post(OutgoingAnswer(number: number, outcome: .transportError(reason)))
    }
    send(request, number: number, reach)
  }

  /// Sends a request to where it may be.
  func send(_ request: HTTPRequest, number: UInt64, _ reach: OutgoingPolicy.Reach) {
    commands.post(.send(number, request, reach))
  }

  /// Gives up what is under way; no more answers come.
  public func stop() { commands.post(.stop) }
}

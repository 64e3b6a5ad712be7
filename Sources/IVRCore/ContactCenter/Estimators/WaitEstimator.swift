/// The rules by which a wait can be estimated.
///
/// Source: queueing reference, sections 1 and 2. None of them knows: all are shown beside the wait
/// that really happened.
public enum WaitEstimator: String, Codable, Hashable, Sendable, CaseIterable {
  /// The mean wait of those connected in the steady minutes of the look-back: what a flow is told.
  case webex
  /// An exponentially weighted average of the waits, in whole seconds, as Asterisk keeps it.
  case ewma
  /// Position times the mean time between the latest starts of talks.
  case littles
  /// Position times the mean handle time, shared among the agents signed in.
  case staffed
  /// The formula for a line whose callers lose patience.
  case erlang
}

/// What is known about a queue at the moment somebody asks for an estimate.
public struct WaitFacts: Hashable, Sendable {
  /// The place in line of who asks, from 1.
  public var position: Int
  /// The agents who serve the queue and are signed in.
  public var staffed: Int
  /// The mean handle time in seconds; `nil` where nobody was handled yet.
  public var handleTime: Double?
  /// The mean patience in seconds; `nil` where nobody hung up yet.
  public var patience: Double?

  /// Facts.
  public init(position: Int, staffed: Int, handleTime: Double?, patience: Double? = nil) {
    self.position = position
    self.staffed = staffed
    self.handleTime = handleTime
    self.patience = patience
  }

  /// Position times handle time over agents, in milliseconds; `nil` without agents or experience.
  public var staffedWait: Int64? {
    guard let handleTime, staffed > 0 else { return nil }
    return Self.milliseconds(Double(position) * handleTime / Double(staffed))
  }

  /// The mean wait at this position where callers ahead may hang up: the sum over the places ahead
  /// of 1 / (N μ + j θ), in milliseconds; `nil` without agents or experience.
  public var erlangWait: Int64? {
    guard let handleTime, handleTime > 0, staffed > 0 else { return nil }
    let served = Double(staffed) / handleTime
    let lost = patience.map { $0 > 0 ? 1 / $0 : 0 } ?? 0
    guard lost > 0 else { return staffedWait }
    let wait = (0..<min(position, Self.longestSum)).reduce(0.0) {
      $0 + 1 / (served + Double($1) * lost)
    }
    return Self.milliseconds(wait)
  }

  /// The standard deviation of the wait where nobody hangs up, in milliseconds: a wait should be
  /// spoken as a range.
  public var spread: Int64? {
    guard let handleTime, staffed > 0 else { return nil }
    return Self.milliseconds(Double(position).squareRoot() * handleTime / Double(staffed))
  }

  /// Beyond this many ahead the sum hardly grows.
  private static let longestSum = 10_000

  private static func milliseconds(_ seconds: Double) -> Int64 {
    Int64(min(seconds * 1000, 1e15).rounded())
  }
}

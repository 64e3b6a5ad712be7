/// When a visitor of the demo page wants to be called.
enum DemoChoice: String, Codable, Hashable, Sendable, CaseIterable {
  /// At once, by the flow of a channel.
  case now
  /// In five minutes, by the flow of a channel.
  case soon = "in5"
  /// By an agent, when one is free.
  case agent

  /// The delay of a call without agent, in seconds; nil where an agent calls.
  var delay: Int? {
    switch self {
    case .now: 0
    case .soon: 300
    case .agent: nil
    }
  }
}

/// What a visitor of the demo page asked for.
struct DemoRequest: Identifiable, Codable, Hashable, Sendable {
  /// What became of it.
  enum Outcome: Codable, Hashable, Sendable {
    /// 8x8 was asked and has not answered.
    case asked
    /// There is a task.
    case accepted(TaskID)
    /// It was refused, with the `ctl_error`.
    case refused(WebCallbackError)
  }

  /// The key that opens it: the nonce of the request that made it.
  ///
  /// Whoever has it may see the request and take it back, so it is in no log and no trace. The names
  /// that the engine makes up would not do: whoever knows the lab's seed can tell them beforehand.
  let id: String
  let choice: DemoChoice
  /// The number as it was read, for the visitor.
  let number: String
  let time: SimulationTime
  var outcome = Outcome.asked

  /// How many are kept; the oldest are forgotten, though their callbacks go on.
  static let most = 2_000
}

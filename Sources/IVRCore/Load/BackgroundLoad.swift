/// Callers and agents that nobody plays: robots that keep a lab busy.
///
/// All times are in seconds, all chances between 0 and 1.
public struct BackgroundLoad: Hashable, Sendable {
  /// The streams of callers.
  public var callers: [CallerStream] = []
  /// The groups of agents, who sign in beside those of the lab.
  public var agents: [RobotTeam] = []
  /// Within how many seconds an answer counts for the service level.
  public var threshold: Double = 20
  /// Below how many seconds of waiting a hang-up is a short one.
  public var shortAbandon: Double = 5

  /// No load.
  public init() {}
}

/// Callers of one entry point.
public struct CallerStream: Hashable, Sendable {
  /// Whom they call.
  public var entryPoint: EntryPointID
  /// Calls an hour; they come as a Poisson stream.
  public var perHour: Double
  /// How long they wait in a queue before they hang up.
  public var patience: Distribution
  /// The chance that one who is offered a callback takes it.
  public var acceptsCallback: Double
  /// The chance that a person answers the callback.
  public var answers: Double
  /// The chance that an answering machine does; where neither does, it rings until it stops.
  public var answeringMachine: Double
  /// The chance that one who waits for a callback calls again meanwhile, after five minutes on
  /// average, and wants another callback.
  public var callsAgain: Double
}

/// Agents who work alike.
public struct RobotTeam: Hashable, Sendable {
  /// The team whose queues they serve.
  public var team: TeamID
  /// How many they are.
  public var count: Int
  /// How long they talk.
  public var handleTime: Distribution
  /// How long they wrap up.
  public var wrapUpTime: Distribution
  /// How long they take to accept an offer.
  public var acceptTime: Distribution
  /// When they work, in milliseconds of the day (UTC); always where empty.
  public var shifts: [Shift]

  /// A part of the day.
  public struct Shift: Hashable, Sendable {
    /// When it begins.
    public var start: Int64
    /// When it ends.
    public var end: Int64

    /// A part of the day, in milliseconds since midnight.
    public init(start: Int64, end: Int64) {
      self.start = start
      self.end = end
    }
  }
}

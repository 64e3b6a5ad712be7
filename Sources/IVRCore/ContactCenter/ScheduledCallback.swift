/// Names a scheduled callback.
public struct ScheduledCallbackID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A callback for a day and an hour, asked for over the API.
///
/// Source: webex-tasks-api reference, section 7.
public struct ScheduledCallback: Identifiable, Codable, Hashable, Sendable {
  /// The UUID.
  public let id: ScheduledCallbackID
  /// Who is called.
  public var customerName: String
  /// The number to call, as it was given.
  public var number: String
  /// The zone that date and times are of.
  public var timezone: String
  /// The day, as 2026-01-05.
  public var date: String
  /// The beginning and the end of the window, as 10:30:00.
  public var startTime: String
  /// The end of the window.
  public var endTime: String
  /// The beginning of the window as an instant.
  public var start: SimulationTime
  /// The queue that the task enters.
  public var queue: QueueID
  /// What it is about.
  public var reason: String?
  /// The contact that it came from.
  public var sourceInteraction: String?
  /// The agent who is to call.
  public var assignee: AgentID?
  /// When it was asked for.
  public let created: SimulationTime
  /// When it was changed last.
  public var updated: SimulationTime
  /// When it became a task.
  public var assigned: SimulationTime?
  /// The timer of its beginning.
  var timer: EventToken?
}

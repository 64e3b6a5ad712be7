/// One execution of a graph: the main flow, or an event flow beside it.
struct FlowThread: Codable, Hashable, Sendable, Identifiable {
  /// Names the thread within its call; 0 is the main flow.
  let id: Int
  /// The graph it runs in.
  let part: FlowPart
  /// The activity it is in, or will enter next.
  var activity: ActivityID
  /// When it entered that activity.
  var entered: SimulationTime
  /// The subflow it is in, with the way back.
  var frame: SubflowFrame?
  /// What the activity remembers while it waits.
  var memory = ActivityMemory.none
  /// The timers that run, by what they are for.
  var timers: [ThreadTimer: EventToken] = [:]
  /// The number of the question whose answer is awaited.
  var question: Int?
  /// How often in a row the activity was entered from itself.
  var selfLoops = 0
  /// Activities entered since the clock last moved, with the labels of the latest.
  var steps = 0
  var recent: [String] = []
  /// What the activity changed and showed so far.
  var modified: [VariableChange] = []
  var details: [TraceDetail] = []
}

/// A subflow that a thread is in.
///
/// A subflow has its own variables and outputs; there is no subflow within a subflow.
struct SubflowFrame: Codable, Hashable, Sendable {
  /// The name of the subflow.
  let flowName: String
  /// Its variables and outputs.
  var scope: VariableScope
  /// The activity of the caller that entered it, and when.
  let caller: ActivityID
  let entered: SimulationTime
  /// What the calling activity had shown before.
  let details: [TraceDetail]
}

/// What a timer of a thread is for.
enum ThreadTimer: String, Codable, Hashable, Sendable, CodingKeyRepresentable, CaseIterable {
  /// The end of what is being heard.
  case playback
  /// The longest wait for the first key.
  case entry
  /// The longest wait for a further key.
  case interDigit
}

/// What an activity remembers while it waits.
enum ActivityMemory: Codable, Hashable, Sendable {
  /// Nothing.
  case none
  /// Keys are being collected.
  case collecting(DigitCollection)
  /// A request is on its way.
  case requesting(RequestAttempt)
}

/// The keys collected so far.
struct DigitCollection: Codable, Hashable, Sendable {
  /// Whether the prompt is still being heard.
  var isSpeaking = true
  /// The digits, without terminator.
  var digits = ""
}

/// A request that may be sent again.
struct RequestAttempt: Codable, Hashable, Sendable {
  let request: HTTPRequest
  let timeout: Int64
  var retriesLeft: Int
  var attempts = 1
}

/// Where a task is in its life.
///
/// The raw values are what Search answers. Source: webex-runtime reference, section 4, "Task
/// states".
public enum TaskStatus: String, Codable, Hashable, Sendable {
  /// The flow runs; not in a queue yet.
  case created
  /// In a queue.
  case parked
  /// An agent is reserved and being offered the contact.
  case connect
  /// Agent and customer talk, or the agent's callback is being dialled.
  case connected
  /// The talk is over; the agent wraps up.
  case wrapup
  /// Over.
  case ended
}

/// How a task came to its end.
public enum TaskEnding: String, Codable, Hashable, Sendable {
  /// Handled by an agent.
  case handled
  /// The caller hung up before anybody answered.
  case abandoned
  /// The flow ended the call.
  case endedByFlow
  /// An error that nothing handled ended the call.
  case failed
  /// A callback did not reach the customer.
  case callbackFailed
  /// The longest time in the queue passed.
  case queueTimeout
  /// Another request took its place, by the policy of the queue.
  case duplicate
  /// The customer called in, which ends the callback by the policy of the queue.
  case calledIn
  /// The caller left for a callback of the callback service, and the flow said so.
  case leftForCallback
  /// Somebody cancelled the callback.
  case cancelled
}

/// What Search tells about the callback of a task.
///
/// Source: webex-search-api reference, section 7.1, "callbackData".
public struct CallbackData: Codable, Hashable, Sendable {
  /// When it was asked for.
  public var requestTime: SimulationTime
  /// When agent and customer were connected; Search answers -1 until then.
  public var connectTime: SimulationTime?
  /// The number to call, as it was given.
  public var number: String
  /// Whether it reached the customer.
  public var isProcessed: Bool
  /// `IVR` for the Callback activity, `web` for the API.
  public var origin: String
  /// `Courtesy` for the Callback activity, `Web UI` for the API.
  public var type: String
  /// The agent who called.
  public var agent: AgentID?
  /// Failed attempts.
  public var retryCount: Int
  /// How many requests it stands for; more than 1 where others became part of it.
  public var requestCount = 1
}

/// One contact from its first ring to its wrap-up.
public struct ContactTask: Identifiable, Codable, Hashable, Sendable {
  /// The UUID.
  public let id: TaskID
  /// Where it came in, or for a task of the API goes out.
  public let entryPoint: EntryPointID
  /// The customer's number: the caller's ANI, or the number to call.
  public let origin: String
  /// The number dialled (DNIS), or for a task of the API the number to call.
  public let destination: String
  /// `inbound`, or `outbound` for a task of the API.
  public let direction: String
  /// When it began.
  public let createdTime: SimulationTime
  /// When it ended.
  public var endedTime: SimulationTime?
  /// Where it is in its life.
  public var status: TaskStatus = .created
  /// How it ended.
  public var ending: TaskEnding?
  /// The queue it is or was last in.
  public var queue: QueueID?
  /// When it entered that queue.
  public var queuedTime: SimulationTime?
  /// What the estimators said when it entered.
  public internal(set) var forecast: WaitForecast?
  /// When it came to stand there itself; later than `queuedTime` where it took over a place.
  var enteredQueue: SimulationTime?
  /// The agent who has or last had it.
  public var agent: AgentID?
  /// The callback that was asked for.
  public var callback: CallbackData?
  /// Whether the phone at the customer's end is in the call.
  public var customer: CustomerLeg = .none
  /// When agent and customer were connected.
  public var connectedTime: SimulationTime?
  /// Free pairs given by the API, in order.
  public var attributes: [TaskAttribute] = []
  /// Since when the customer is on hold.
  public var heldSince: SimulationTime?
  /// The page that the flow opened at the agent's desk last.
  public var screenPop: ScreenPop?
  /// The reason that the flow gave for ending the call.
  public internal(set) var disconnectReason: String?
  /// The callback of the callback service that waits in the caller's place.
  public internal(set) var requestedCallback: TaskID?
  /// Why the customer's last call ended.
  public internal(set) var callEnding: CallEnding?
  /// What the agent noted beside it.
  public internal(set) var notes = ""
  /// The most characters of a note.
  static let longestNote = 1_000
  /// The reason given at wrap-up.
  public var wrapUpCode: String?
  /// What happened to it so far, as Search tells it.
  public internal(set) var moments: [TaskMoment] = []
  /// What the agent sees of the flow's variables, kept from when the flow ended.
  var desktopVariables: [DesktopVariable] = []
  /// What it asks of agents beside what its queue asks.
  public var skills: [SkillRequirement] = []
  /// Whether groups in which nobody is signed in are passed over.
  var skipsEmptyGroups = false
  /// Who is asked about it by the agent who has it.
  public var consult: Consultation?
  /// How often agents handed it on.
  public var transfers = 0
  /// The variables that Search reports, kept from when the flow ended.
  var reportedVariables: [ReportedVariable] = []
  /// The place in line, kept while an agent is being offered the contact.
  var place: LineEntry?
  /// The timer of the longest wait.
  var queueTimer: EventToken?

  /// Whether it has not ended.
  public var isActive: Bool { status != .ended }
  /// Whether a callback was asked for.
  public var isCallback: Bool { callback != nil }
  /// The number that a callback rings, else the caller's.
  public var customerNumber: String { callback?.number ?? origin }
}

/// Another agent's part in a contact.
public struct Consultation: Codable, Hashable, Sendable {
  /// Who is asked.
  public let agent: AgentID
  /// Whether that agent has answered.
  public var isConnected = false
  /// Whether the customer hears both.
  public var isConference = false
}

/// The customer's end of a task.
public enum CustomerLeg: Codable, Hashable, Sendable {
  /// Nobody is on the line.
  case none
  /// The phone rings.
  case ringing(PhoneID)
  /// The customer is on the line.
  case connected(PhoneID)

  /// The phone, where there is one.
  public var phone: PhoneID? {
    switch self {
    case .none: nil
    case .ringing(let phone), .connected(let phone): phone
    }
  }

  /// Whether the customer is on the line.
  public var isConnected: Bool {
    if case .connected = self { true } else { false }
  }
}

/// A page that a flow opens at the agent's desk.
public struct ScreenPop: Codable, Hashable, Sendable {
  /// What the desk calls it.
  public let label: String
  /// The address, with its query.
  public let url: String
  /// Where it opens: inside the desktop, in a new tab, or in the same tab.
  public let target: String
}

/// A pair of text that came with a task.
public struct TaskAttribute: Codable, Hashable, Sendable {
  /// The name.
  public let name: String
  /// The value.
  public let value: String
}

/// What an agent is doing.
///
/// Source: webex-runtime reference, section 13.
public enum AgentState: Codable, Hashable, Sendable {
  /// Not working, for the given reason.
  case idle(String)
  /// Ready for the next contact.
  case available
  /// A contact is being offered.
  case reserved(TaskID)
  /// With a contact; for a callback also while the customer's phone rings.
  case connected(TaskID)
  /// The contact is over and a wrap-up reason is due.
  case wrapUp(TaskID)
  /// Did not answer an offer; stays so until a state is chosen.
  case rona
  /// Gives another agent advice, or is in a conference with the customer.
  case consulting(TaskID)
  /// Not signed in.
  case loggedOut

  /// The task the agent is busy with.
  public var task: TaskID? {
    switch self {
    case .reserved(let task), .connected(let task), .wrapUp(let task), .consulting(let task): task
    case .idle, .available, .rona, .loggedOut: nil
    }
  }

  /// The word for the state, as desks show it.
  public var name: String {
    switch self {
    case .idle: "Idle"
    case .available: "Available"
    case .reserved: "Reserved"
    case .connected: "Connected"
    case .wrapUp: "Wrap-up"
    case .rona: "RONA"
    case .consulting: "Consulting"
    case .loggedOut: "Signed out"
    }
  }
}

/// An agent at a desk.
public struct Agent: Identifiable, Codable, Hashable, Sendable {
  /// The UUID.
  public let id: AgentID
  /// The name on the desk.
  public let name: String
  /// The team.
  public let team: TeamID
  /// What the agent can do.
  public let skills: AgentSkills
  /// What the agent is doing.
  public private(set) var state: AgentState
  /// Since when.
  public private(set) var since: SimulationTime
  /// The session since the agent signed in; nil for one who is signed out.
  public internal(set) var session: SessionID?
  /// The timer of an offer or a wrap-up.
  var timer: EventToken?

  /// An agent who has just signed in: idle, with the first idle code.
  public init(_ settings: AgentSettings, idleCode: String, at time: SimulationTime) {
    id = settings.id
    name = settings.name
    team = settings.team
    skills = settings.skills
    state = .idle(idleCode)
    since = time
  }

  mutating func change(to state: AgentState, at time: SimulationTime) {
    self.state = state
    since = time
  }
}

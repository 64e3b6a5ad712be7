/// The time between an agent's signing in and out, as Search tells it.
///
/// Source: webex-search-api reference, sections 7.3 and 7.4.
public struct AgentSession: Identifiable, Codable, Hashable, Sendable {
  /// The UUID.
  public let id: SessionID
  /// Whose it is.
  public let agent: AgentID
  /// When the agent signed in.
  public let start: SimulationTime
  /// When the agent signed out.
  public internal(set) var end: SimulationTime?
  /// Why the agent signed out.
  public internal(set) var reason: String?
  /// The number that the agent gave.
  public internal(set) var dialNumber = ""
  /// What the agent did, in order.
  public internal(set) var moments: [AgentMoment] = []
}

/// What an agent did from one instant on.
public struct AgentMoment: Codable, Hashable, Sendable {
  /// When it began.
  public let time: SimulationTime
  /// The state.
  public let state: AgentState
  /// Whether the customer was on hold.
  public var isHolding = false
}

extension AgentMoment {
  /// The product's word for the state.
  ///
  /// Source: webex-search-api reference, section 7.4, "Agent state values".
  var word: String {
    switch state {
    case .idle: "idle"
    case .available: "available"
    case .reserved: "ringing"
    case .connected: isHolding ? "on-hold" : "connected"
    case .wrapUp: "wrapup"
    case .rona: "not-responding"
    case .consulting: "consulting"
    case .loggedOut: "logged-out"
    }
  }
}

extension AgentSession {
  /// The moments with the time at which each ended; nil for the one that still lasts.
  var steps: [(moment: AgentMoment, end: SimulationTime?)] {
    zip(moments, moments.dropFirst().map { Optional($0.time) } + [end]).map { ($0, $1) }
  }
}

extension EngineState {
  /// More moments of a session than these are not kept.
  private static let longestSession = 100_000

  /// An agent signs in.
  mutating func beginSession(of agent: AgentID) {
    guard let state = agents[agent]?.state else { return }
    let id = SessionID(rawValue: sessionIdentifiers.nextUUID())
    agents[agent]?.session = id
    var session = AgentSession(id: id, agent: agent, start: now)
    session.moments.append(AgentMoment(time: now, state: state))
    agentSessions[id] = session
  }

  /// An agent signs out.
  mutating func endSession(of id: AgentID, reason: String) {
    guard let session = agents[id]?.session else { return }
    let now = now
    _ = agentSessions.update(session) { session in
      session.end = now
      session.reason = reason
    }
    agents[id]?.session = nil
  }

  /// Notes what an agent does now.
  mutating func keepMoment(of agent: AgentID, isHolding: Bool = false) {
    guard let agent = agents[agent], let session = agent.session else { return }
    let moment = AgentMoment(time: now, state: agent.state, isHolding: isHolding)
    _ = agentSessions.update(session) { session in
      if session.moments.count < Self.longestSession { session.moments.append(moment) }
    }
  }
}

import IVRLanguages

/// The tenant of a lab: everything that on the product an administrator sets up.
///
/// Read from `Flows/lab.json` by `LabLoader`; it never changes during a run. What may change (the
/// guard of a queue, a fault that was switched on) is copied into the engine's state at the start.
public struct Lab: Equatable, Sendable {
  /// The name shown on the screen.
  public var name: String
  /// The organisation's UUID, `NewPhoneContact.OrgId`.
  public var orgID: String
  /// The seed of all random streams.
  public var seed: UInt64
  /// Where the simulated clock starts.
  public var startTime: SimulationTime
  /// The language of prompts, for example `en-US`; names the folder under `Prompts/`.
  public var language: String
  /// How fast prompts are spoken.
  public var wordsPerMinute: Int
  /// The region of numbers without calling code: two capital letters, such as `US`.
  public var region: String
  /// The entry points, in the order of the directory.
  public var entryPoints: [EntryPoint]
  /// The queues.
  public var queues: [QueueSettings]
  /// The teams.
  public var teams: [Team]
  /// The agents, in the order of the desks.
  public var agents: [AgentSettings]
  /// The reasons an agent may be idle for; the first is the one at sign-in.
  public var idleCodes: [String]
  /// The reasons an agent wraps up with; the first is the automatic one.
  public var wrapUpCodes: [String]
  /// The virtual phones.
  public var phones: [PhoneSettings]
  /// The connectors that authenticated HTTP requests name.
  public var connectors: [Connector]
  /// The hosts whose requests the lab's own APIs answer.
  public var servedHosts: [String]
  /// The access tokens that the lab's APIs accept.
  public var tokens: [AccessToken]
  /// Answers to requests that leave for other hosts.
  public var mocks: [HTTPMock]
  /// The values of global variables.
  public var globalVariables: [GlobalVariable]
  /// The lengths of audio files that have no prompt document, in milliseconds, by file name.
  public var audioMilliseconds: [String: Int64]
  /// Whether Search answers questions about its own schema.
  public var hasIntrospection = false
  /// How long the lab's own services take.
  public var latency: Latency
  /// The timers of agents and phones.
  public var timers: ContactTimers
  /// The services of the callback service.
  public var callbackServices: [CallbackServiceSettings]
  /// The robots that keep the lab busy when it is simulated.
  public var load: BackgroundLoad
  /// The tenants of 8x8 whose visitors may ask for callbacks.
  public var webCallbackTenants: [WebCallbackTenant] = []
  /// What the demo page asks for; nil where it takes no callbacks.
  public var demoPage: DemoPageSettings?
  /// Collections of JSON objects at addresses that the lab does not serve.
  public var mockStores: [MockStore] = []
  /// The hosts outside that flows may call, where the user's command lets them.
  public var realHosts: [RealHost] = []
}

extension Lab {
  /// The inbound entry point of a number, however both are written.
  public func entryPoint(of dialled: DialledNumber) -> EntryPoint? {
    let inbound = entryPoints.lazy.filter { $0.direction == .inbound }
    return inbound.first { $0.number == dialled.normalised }
      ?? inbound.first { DialledNumber($0.number, region: region).normalised == dialled.normalised }
  }
}

/// Where calls come in, or callbacks that were asked for over the API go out.
public struct EntryPoint: Hashable, Sendable {
  /// Which way contacts pass.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// Callers dial it; a flow answers.
    case inbound
    /// Tasks are created on it; its queue takes them.
    case outbound
  }

  /// The UUID.
  public var id: EntryPointID
  /// The name.
  public var name: String
  /// The number that is dialled, in E.164; `NewPhoneContact.DNIS`.
  public var number: String
  /// Which way contacts pass.
  public var direction: Direction
  /// The flow that answers, by name; inbound only.
  public var flow: String?
  /// The version label of the flow.
  public var label: String
  /// The queue that tasks go to; outbound only.
  public var queue: QueueID?
}

/// What an administrator sets for a queue.
public struct QueueSettings: Hashable, Sendable {
  /// The UUID.
  public var id: QueueID
  /// The name.
  public var name: String
  /// Which agents its contacts go to, and when.
  public var routing: Routing
  /// Whether a second waiting callback for the same number is refused.
  public var duplicateGuard: DuplicateGuard
  /// The rule that the guard enforces, with the limits around it.
  public var policy = DuplicatePolicy()
  /// Waits of contacts that were answered before the run began.
  public var earlierWaits: [EarlierWaits]
  /// How long a contact may wait, in milliseconds; 24 hours on the product.
  public var maximumTime: Int64
}

extension QueueSettings {
  /// The teams that serve it, the first group first.
  public var teams: [TeamID] { routing.teams }
}

/// What the ledger does with a second waiting callback for the same number.
///
/// Differs from the product: Webex has no such guard; there the flow's own check is all there is.
public enum DuplicateGuard: String, Codable, Hashable, Sendable {
  /// It is refused, and the refusal names the callback that waits.
  case refuse
  /// It is accepted.
  case off
}

/// The waits of the contacts that were connected in one minute before the run.
public struct EarlierWaits: Hashable, Sendable {
  /// How many minutes before the start of the run; 1 is the last one.
  public var minutesAgo: Int64
  /// The waits, in milliseconds.
  public var waits: [Int64]
}

/// A team.
public struct Team: Hashable, Sendable {
  /// The UUID.
  public var id: TeamID
  /// The name.
  public var name: String
}

/// What an administrator sets for an agent.
public struct AgentSettings: Hashable, Sendable {
  /// The UUID.
  public var id: AgentID
  /// The name on the desk.
  public var name: String
  /// The sign-in name.
  public var login: String
  /// The team.
  public var team: TeamID
  /// What the agent can do.
  public var skills = AgentSkills()
}

/// One of the lab's virtual phones.
public struct PhoneSettings: Hashable, Sendable {
  /// The short name.
  public var id: PhoneID
  /// Its number, in E.164.
  public var number: String
  /// Whether it also rings for numbers that no other phone has.
  ///
  /// In the lab somebody always has to be able to answer.
  public var takesAnyNumber: Bool
  /// What answers when it rings.
  public var outcome: CallOutcome
  /// How long it rings before a person who is not played answers, in milliseconds; nil where
  /// somebody plays the person.
  public var answersAfter: Int64?

  /// Sets all.
  public init(
    id: PhoneID, number: String, takesAnyNumber: Bool, outcome: CallOutcome = .person
  ) {
    self.id = id
    self.number = number
    self.takesAnyNumber = takesAnyNumber
    self.outcome = outcome
  }
}

/// All that changes during a run, as one value.
///
/// It holds no closure, no clock and no handle: encoded, decoded and put back beside the same world
/// it goes on to the same trace.
public struct EngineState: Codable, Equatable, Sendable {
  /// The simulated clock.
  public internal(set) var now: SimulationTime
  /// The phones.
  public internal(set) var phones: Table<Phone>
  /// All tasks, in the order of their creation.
  public internal(set) var tasks = Table<ContactTask>()
  /// The queues.
  public internal(set) var queues: Table<ContactQueue>
  /// The agents.
  public internal(set) var agents: Table<Agent>
  /// The waiting callbacks.
  public internal(set) var ledger = Ledger()
  /// The callbacks of the callback service, in the order of the requests.
  public internal(set) var services = Table<ServiceCallback>()
  /// The agents who are kept free for a callback whose customer is being reached.
  public internal(set) var heldAgents: [AgentID: TaskID] = [:]
  /// The disturbances that are switched on.
  public internal(set) var faults = Faults()
  /// Finds the callbacks of a number.
  var callbackNumbers = CallbackNumbers()
  /// The sessions of agents, in the order of their beginning.
  public internal(set) var agentSessions = Table<AgentSession>()
  /// Callbacks for a day and an hour.
  public internal(set) var scheduledCallbacks = Table<ScheduledCallback>()
  /// Who is told what, and what is on its way to them.
  public internal(set) var webhooks: WebhookBook
  /// The web callbacks of 8x8, in the order of their requests.
  public internal(set) var webCallbacks = Table<WebCallback>()
  var webCallbackPosts = Table<WebCallbackPost>()
  /// What visitors of the demo page asked for, in order.
  var demoRequests = Table<DemoRequest>()
  /// What the mock server knows.
  public internal(set) var mocks: MockBook
  /// The values of global variables that were changed during the run, by name.
  var globals: [String: String] = [:]
  var sessions = Table<CallSession>()
  var events = EventQueue<EngineEvent>()
  var requests = Table<PendingRequest>()
  var realRequests = Table<RealRequest>()
  var nextRequest: UInt64 = 0
  var identifiers: RandomStream
  var sessionIdentifiers: RandomStream
  var isDispatchScheduled = false

  /// Disturbances of the lab's own services.
  public struct Faults: Codable, Hashable, Sendable {
    /// The status that Search answers with instead.
    public var searchStatus: Int?
    /// How long Search takes instead, in milliseconds.
    public var searchLatency: Int64?
    /// How old a task or callback is before Search finds it, in milliseconds.
    public var searchIndexDelay: Int64?
    /// The status that Tasks answers with instead.
    public var tasksStatus: Int?
    /// Whether the web callback of 8x8 is out of service.
    public var isWebCallbackDown = false
  }

  /// The state at the start of a run.
  public init(_ lab: Lab) {
    now = lab.startTime
    phones = Table(lab.phones.map { Phone($0, region: lab.region, at: lab.startTime) })
    queues = Table(lab.queues.map { ContactQueue($0, start: lab.startTime) })
    let idleCode = lab.idleCodes.first ?? "Idle"
    agents = Table(lab.agents.map { Agent($0, idleCode: idleCode, at: lab.startTime) })
    identifiers = RandomStream(seed: lab.seed, name: "identifiers")
    sessionIdentifiers = RandomStream(seed: lab.seed, name: "sessions")
    webhooks = WebhookBook(seed: lab.seed)
    mocks = MockBook(lab)
    for agent in agents.values { beginSession(of: agent.id) }
  }
}

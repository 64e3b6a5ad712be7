import IVRLanguages

/// One replication: an engine with robots at its phones and desks, without a screen.
///
/// It drives the real engine through the same inputs that people give. What robots draw comes from
/// streams named after what they decide, so that more callers change no agent's handle times.
public struct LoadRun: Sendable {
  /// How long an interval of the report is, in milliseconds.
  public static let interval: Int64 = 900_000

  var engine: Engine
  let load: BackgroundLoad
  let start: SimulationTime
  /// When the run is over.
  public let end: SimulationTime
  var acts = EventQueue<RobotAct>()
  /// The next call of each stream.
  var arrivals: [Int: EventToken] = [:]
  var calls: [TaskID: RobotCall] = [:]
  var dialling: [PhoneID: RobotCall] = [:]
  var freePhones: [PhoneID] = []
  /// How many tasks a phone has that is not free.
  var phoneUses: [PhoneID: Int] = [:]
  var phoneCount = 0
  /// What the numbers of all robots begin with; six digits follow.
  let numberStem: String
  var robots: [AgentID: RobotDesk] = [:]
  var figures: RunFigures
  var streams: RobotStreams

  /// A robot agent at a desk.
  struct RobotDesk: Sendable {
    let team: Int
    var state: AgentState
    var since: SimulationTime
    var isOnShift = false
  }

  /// Whether robots call and work; where not, what is under way goes on.
  var isOn = true

  /// A replication of so many hours; the seed is the replication's own.
  public init(world: World, hours: Double, seed: UInt64) {
    var world = world
    world.lab.seed = seed
    var engine = Engine(world: world)
    engine.watch = EngineWatch()
    self.init(in: engine, milliseconds: Int64(hours * 3_600_000), seed: seed)
    begin()
  }

  /// Robots who do nothing yet, in an engine that others may move as well.
  init(in engine: Engine, milliseconds: Int64, seed: UInt64) {
    self.engine = engine
    load = engine.world.lab.load
    numberStem = Self.numberStem(in: engine.world.lab.region)
    start = engine.state.now
    end = start.advanced(by: milliseconds)
    let count = (end.since(start) + Self.interval - 1) / Self.interval
    figures = RunFigures(intervals: Array(repeating: LoadFigures(), count: Int(max(1, count))))
    streams = RobotStreams(load, seed: seed)
  }

  /// Puts the agents at their desks and has callers come.
  mutating func begin() {
    for (agent, team) in engine.addRobots(load) { signIn(agent, team) }
    for stream in load.callers.indices { scheduleCall(stream) }
  }

  /// The start of numbers that the region's plan has.
  private static func numberStem(in region: String) -> String {
    if NumberingPlan.callingCode(of: region) == 1 { return "+14082" }
    let example = NumberingPlan.example(in: region)?.e164 ?? ""
    return example.count > 9 ? String(example.dropLast(6)) : "+14082"
  }

  /// How much of the simulated time has passed, from 0 to 1.
  public var progress: Double {
    let whole = Double(max(1, end.since(start)))
    return min(1, Double(engine.state.now.since(start)) / whole)
  }

  /// Lets everything until a time happen; whether the run is over.
  public mutating func advance(minutes: Int64) -> Bool {
    let limit = min(end, engine.state.now.advanced(by: minutes * 60_000))
    while let next = nextTime, next <= limit { step() }
    engine.advance(to: limit)
    return limit == end
  }

  private var nextTime: SimulationTime? {
    [engine.nextEventTime, acts.nextTime].compactMap { $0 }.min()
  }

  /// What is due at one instant in the lab happens before what robots do then.
  private mutating func step() {
    if let own = acts.nextTime, engine.nextEventTime.map({ own < $0 }) ?? true {
      engine.advance(to: own)
      if let act = acts.pop()?.event { perform(act) }
      return
    }
    follow(engine.step())
  }

  /// Has robots react to a step of the engine.
  mutating func follow(_ outputs: [EngineOutput]) {
    for output in outputs {
      if case .trace(let entry) = output, let task = entry.task { note(entry.event, task) }
    }
    guard let watch = engine.watch else { return }
    engine.watch?.tasks.removeAll()
    engine.watch?.agents.removeAll()
    for agent in watch.agents { agentChanged(agent) }
    for task in watch.tasks { react(task) }
  }

  /// The figures, once the run is over.
  public mutating func finish() -> RunFigures {
    for agent in robots.keys { account(agent) }
    figures.stillWaiting = calls.values.count { $0.queued != nil && !$0.isDone && $0.left == nil }
    figures.oldestWait = engine.state.queues.values.compactMap(\.line.oldest).min()
      .map { engine.state.now.since($0) }
    figures.pendingCallbacks = engine.state.ledger.count
    figures.breaches = engine.state.breaches.map(\.text)
    for queue in engine.state.queues.values {
      for estimator in WaitEstimator.allCases {
        figures.scores[estimator, default: EstimateScore()].add(
          queue.forecasts.score(of: estimator))
      }
    }
    return figures
  }

  /// Schedules something after a time in milliseconds.
  @discardableResult
  mutating func schedule(_ act: RobotAct, after milliseconds: Int64) -> EventToken {
    acts.schedule(act, at: engine.state.now.advanced(by: milliseconds))
  }

  /// Changes the figures of the interval that holds an instant.
  mutating func count(at time: SimulationTime, _ change: (inout LoadFigures) -> Void) {
    let place = Int(time.since(start) / Self.interval)
    change(&figures.intervals[min(max(0, place), figures.intervals.count - 1)])
  }
}

/// The random streams of a run, one for each thing that is decided.
struct RobotStreams: Sendable {
  var arrivals: [RandomStream]
  var callers: RandomStream
  var patience: RandomStream
  var agents: RandomStream

  init(_ load: BackgroundLoad, seed: UInt64) {
    arrivals = load.callers.indices.map { RandomStream(seed: seed, name: "arrivals \($0)") }
    callers = RandomStream(seed: seed, name: "callers")
    patience = RandomStream(seed: seed, name: "patience")
    agents = RandomStream(seed: seed, name: "robot agents")
  }
}

extension Engine {
  /// Adds the robots to the agents; answers each with the place of its group in the load.
  fileprivate mutating func addRobots(_ load: BackgroundLoad) -> [(AgentID, Int)] {
    let idleCode = world.lab.idleCodes.first ?? "Idle"
    return load.agents.enumerated().flatMap { place, group in
      (0..<group.count).map { number in
        let name = "Robot \(place + 1)-\(number + 1)"
        let id = AgentID(rawValue: "robot-\(place + 1)-\(number + 1)")
        let settings = AgentSettings(id: id, name: name, login: "", team: group.team)
        state.agents[id] = Agent(settings, idleCode: idleCode, at: state.now)
        return (id, place)
      }
    }
  }
}

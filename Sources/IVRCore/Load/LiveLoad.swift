/// The robots of a lab that people play in: they call, wait, hang up and answer beside them.
///
/// Whoever moves the engine asks `nextTime` as well, has robots act when it comes, and shows them
/// what each step of the engine returned. The engine's clock must not pass `nextTime`.
public struct LiveLoad: Sendable {
  private var run: LoadRun

  /// How far ahead shifts are planned, in milliseconds.
  private static let horizon: Int64 = 31 * 86_400_000

  /// Robots that begin now.
  public init(joining engine: inout Engine, seed: UInt64) {
    engine.watch = EngineWatch(isTerse: false)
    // Between two acts the run holds an engine that nothing ever happens in.
    run = LoadRun(in: engine, milliseconds: Self.horizon, seed: seed)
    run.engine = Engine(world: World(lab: engine.world.lab, flows: [:], prompts: [:]))
    with(&engine) { $0.begin() }
  }

  /// When a robot does something next.
  public var nextTime: SimulationTime? { run.acts.nextTime }

  /// Whether robots call and work.
  public var isOn: Bool { run.isOn }

  /// What they have come to so far.
  public var figures: LoadFigures { run.figures.total }

  /// Does the next thing; the engine's clock has come to `nextTime`.
  public mutating func act(in engine: inout Engine) {
    with(&engine) { run in
      if let act = run.acts.pop()?.event { run.perform(act) }
    }
  }

  /// Has robots react to what a step of the engine returned.
  public mutating func follow(_ outputs: [EngineOutput], in engine: inout Engine) {
    with(&engine) { $0.follow(outputs) }
  }

  /// Sends the robots home or calls them back; whoever is in a call or a talk finishes it first.
  public mutating func turn(on isOn: Bool, in engine: inout Engine) {
    with(&engine) { $0.turn(on: isOn) }
  }

  private mutating func with(_ engine: inout Engine, _ act: (inout LoadRun) -> Void) {
    swap(&run.engine, &engine)
    act(&run)
    swap(&run.engine, &engine)
  }
}

extension LoadRun {
  fileprivate mutating func turn(on isOn: Bool) {
    guard self.isOn != isOn else { return }
    self.isOn = isOn
    let agents = robots.keys.sorted { $0.rawValue < $1.rawValue }
    for agent in agents { changeShift(agent, isOn && isShift(of: agent)) }
    for stream in load.callers.indices {
      if isOn {
        scheduleCall(stream)
      } else if let next = arrivals.removeValue(forKey: stream) {
        acts.cancel(next)
      }
    }
  }

  /// Whether an agent works at this time of the day.
  private func isShift(of agent: AgentID) -> Bool {
    guard let team = robots[agent]?.team else { return false }
    let shifts = load.agents[team].shifts
    let time = CivilTime(engine.state.now).millisecondOfDay
    return shifts.isEmpty || shifts.contains { ($0.start..<$0.end).contains(time) }
  }
}

/// What one script comes to under one policy.
public struct PolicyOutcome: Hashable, Sendable {
  /// The policy's name.
  public let name: String
  /// Requests that wait at a place of their own.
  public var accepted = 0
  /// Requests that were refused.
  public var refused = 0
  /// Requests that became part of an earlier one, took it over or replaced it.
  public var merged = 0
  /// Callbacks without a task that waits for them, and the other way round; 0 in a sound lab.
  public var orphaned = 0
  /// How often a customer's phone rang.
  public var dials = 0
  /// Who waits at the end, queue by queue, in the order of service.
  public var line: [String] = []
}

/// Plays the acts of a scenario under several policies.
///
/// The scenario is played once as it stands; then each policy gets the same inputs at the same
/// simulated times, in labs where all queues have it. What the scenario expects is not looked at,
/// since it was written for one policy.
public enum PolicyComparison {
  /// The policies that are compared, with their names.
  public static let policies: [(name: String, policy: DuplicatePolicy)] = [
    ("none", .off), ("two", with { $0.limit = .two }), ("strict", DuplicatePolicy()),
    ("strict by ani", with { $0.key = .ani }), ("strict by both", with { $0.key = .both }),
    ("strict, whole lab", with { $0.scope = .tenant }),
    ("take over", with { $0.action = .takeOver }), ("merge", with { $0.action = .merge }),
    ("replace", with { $0.action = .replace }),
    ("strict, call-in cancels", with { $0.callIn = .cancel }),
    ("strict, call-in takes over", with { $0.callIn = .takeOver }),
  ]

  private static func with(_ change: (inout DuplicatePolicy) -> Void) -> DuplicatePolicy {
    var policy = DuplicatePolicy()
    change(&policy)
    return policy
  }

  /// The outcomes, one for each policy; equal arguments give equal outcomes.
  public static func compare(_ scenario: Scenario, in world: World) -> [PolicyOutcome] {
    let cues = ScenarioRunner.play(scenario, in: world).cues
    let world = world.with(scenario.settings)
    return policies.map { outcome(of: cues, named: $0.name, in: world.governed(by: $0.policy)) }
  }

  private static func outcome(
    of cues: [ScenarioCue], named name: String, in world: World
  ) -> PolicyOutcome {
    var outcome = PolicyOutcome(name: name)
    var engine = Engine(world: world)
    for cue in cues {
      outcome.run(&engine, to: cue.time)
      switch cue.content {
      case .input(.setGuard): break
      case .input(let input):
        engine.submit(input)
        outcome.run(&engine, to: cue.time)
      case .end:
        outcome.finish(engine.state)
        engine = Engine(world: world)
      case .direction: break
      }
    }
    return outcome
  }
}

extension PolicyOutcome {
  /// Lets everything happen up to a time, and counts.
  fileprivate mutating func run(_ engine: inout Engine, to time: SimulationTime) {
    while let next = engine.nextEventTime, next <= time {
      for case .trace(let entry) in engine.step() { count(entry.event) }
    }
    engine.advance(to: time)
  }

  private mutating func count(_ event: TraceEvent) {
    switch event {
    case .callbackJudged(_, let decision):
      switch decision.verdict {
      case .accepted: accepted += 1
      case .refused: refused += 1
      case .takesOver, .mergesInto, .replaces: merged += 1
      case .replay: break
      }
    case .ringing: dials += 1
    default: break
    }
  }

  /// Notes who waits and what does not fit together.
  fileprivate mutating func finish(_ state: EngineState) {
    for queue in state.queues.values {
      for entry in queue.line.entries {
        guard let task = state.tasks[entry.task] else { continue }
        line.append("\(task.isCallback ? "cb" : "call") \(task.customerNumber)")
      }
    }
    let waiting = state.tasks.values.filter { $0.isCallback && !$0.isTaken && $0.isActive }
    orphaned += waiting.count { !state.ledger.holds($0.id) }
    orphaned += state.ledger.all.count { state.tasks[$0.task]?.isActive != true }
  }
}

extension ContactTask {
  /// Whether an agent has it, or had it.
  fileprivate var isTaken: Bool { status == .connected || status == .wrapup }
}

extension World {
  /// The world where every queue has a policy and its guard on.
  fileprivate func governed(by policy: DuplicatePolicy) -> World {
    var world = self
    for place in world.lab.queues.indices {
      world.lab.queues[place].duplicateGuard = .refuse
      world.lab.queues[place].policy = policy
    }
    return world
  }
}

/// Plays scenarios.
public enum ScenarioRunner {
  /// Sends a request to a host outside and waits for what becomes of it.
  public typealias Outside = (OutgoingRequest) -> HTTPOutcome

  /// Plays a scenario from the start of a run in a world, until its end or its first sentence that
  /// is not so.
  ///
  /// Takes no time but the machine's; equal arguments give equal reports. Where the world's flows
  /// may call real hosts, `outside` sends a request and waits for its answer, which takes no
  /// simulated time; without it nobody can be reached.
  public static func play(
    _ scenario: Scenario, in world: World, outside: Outside? = nil
  ) -> ScenarioReport {
    var run = ScenarioRun(world, scenario.settings, outside)
    var failure: ScenarioFailure?
    for step in scenario.steps {
      guard let gap = run.take(step.content) else { continue }
      failure = ScenarioFailure(
        sentence: step.sentence, time: run.state.now, expected: gap.expected, seen: gap.seen,
        lastTrace: run.trace.suffix(10).map(\.line))
      break
    }
    run.cue(.end)
    return ScenarioReport(
      file: scenario.file, failure: failure, transcript: run.lines, trace: run.trace,
      cues: run.cues)
  }
}

/// What lies between a sentence and what is so.
private struct Gap {
  let expected: String
  let seen: [String]
}

extension ScenarioRun {
  /// Takes a sentence; returns what is not so.
  fileprivate mutating func take(_ content: ScenarioStep.Content) -> Gap? {
    switch content {
    case .act(let act):
      begin(isAct: true)
      return perform(act).map { Gap(expected: "that this can be done now", seen: [$0]) }
    case .expect(let fact, let limit):
      begin(isAct: false)
      return expect(fact, within: limit)
    case .refute(let fact, let limit):
      begin(isAct: false)
      return refute(fact, within: limit)
    case .direct(let direction):
      follow(direction)
      return nil
    }
  }

  private mutating func expect(_ fact: ScenarioFact, within limit: Int64) -> Gap? {
    guard run(until: state.now.advanced(by: limit), { $0.isSo(fact) }) else {
      return Gap(expected: "within \(Self.seconds(limit))", seen: seen(instead: fact))
    }
    if case .hears(let phone, let words, let toItsEnd) = fact,
      let place = find(words, of: phone)
    {
      match(place, of: phone, toItsEnd: toItsEnd)
    }
    return nil
  }

  private mutating func refute(_ fact: ScenarioFact, within limit: Int64) -> Gap? {
    guard run(until: state.now.advanced(by: limit), { $0.isSo(fact) }) else { return nil }
    return Gap(
      expected: limit == 0 ? "that it is not so" : "not within \(Self.seconds(limit))",
      seen: ["it is so"] + seen(instead: fact))
  }

  private static func seconds(_ milliseconds: Int64) -> String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }
}

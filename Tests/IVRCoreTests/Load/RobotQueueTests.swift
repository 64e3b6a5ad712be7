import Testing

@testable import IVRCore

/// The real engine with a flow that only queues, beside what is known of such queues.
@Suite struct RobotQueueTests {
  /// Lets people and robots act together until everything has come to rest.
  private func play(_ inputs: [(second: Int64, EngineInput)], handling: Double) throws -> Engine {
    var world = try PlainQueue.world()
    world.lab.load.agents = [PlainQueue.agents(1, handling: .constant(seconds: handling))]
    var engine = Engine(world: world)
    var robots = LiveLoad(joining: &engine, seed: 1)
    var rest = inputs[...]
    let start = engine.state.now
    let end = start.advanced(by: 600_000)
    while true {
      let input = rest.first.map { start.advanced(by: $0.second * 1000) }
      let times = [engine.nextEventTime, robots.nextTime, input].compactMap { $0 }
      guard let next = times.min(), next <= end else { return engine }
      if engine.nextEventTime == next {
        robots.follow(engine.step(), in: &engine)
        continue
      }
      engine.advance(to: next)
      if robots.nextTime == next {
        robots.act(in: &engine)
      } else if let input = rest.popFirst() {
        engine.submit(input.1)
      }
    }
  }

  private let calls: [(second: Int64, EngineInput)] = [
    (1, .dial("1", number: "+14694096861")), (11, .dial("2", number: "+14694096861")),
    (21, .dial("3", number: "+14694096861")),
  ]

  private func waits(_ engine: Engine) -> [Int64?] {
    engine.state.tasks.values.map { task in
      task.queuedTime.flatMap { task.connectedTime?.since($0) }
    }
  }

  @Test("one agent, calls at 0, 10 and 20 of 30 seconds each wait 0, 20 and 40")
  func plain() throws {
    let engine = try play(calls, handling: 30)
    #expect(waits(engine) == [0, 20_000, 40_000])
    #expect(engine.state.tasks.values.allSatisfy { $0.ending == .handled })
  }

  @Test("the third with a patience of 25 hangs up at 45")
  func patience() throws {
    let engine = try play(calls + [(46, .hangUp("3"))], handling: 30)
    #expect(waits(engine) == [0, 20_000, nil])
    let last = try #require(engine.state.tasks.values.last)
    #expect(last.ending == .abandoned)
    #expect(last.endedTime?.since(try #require(last.queuedTime)) == 25_000)
  }

  @Test("what the estimators would say is known at any moment, and how good they were")
  func estimates() throws {
    let engine = try play(calls, handling: 30)
    let now = try #require(engine.estimates(of: "q1"))
    #expect(now[.ewma] == 13_000)
    #expect(now[.littles] == 30_000 && now[.staffed] == 30_000 && now[.erlang] == 30_000)
    #expect(now[.webex] == nil || now[.webex] ?? 0 > 0)
    let queue = try #require(engine.state.queues["q1"])
    #expect(queue.forecasts.lastWait == 40_000 && queue.forecasts.score(of: .webex).count == 3)
    #expect(engine.estimates(of: "nobody") == nil)
  }

  /// Means over replications without their first half hour, and their standard errors.
  private func simulate(
    perHour: Double, handling: Double, patience: Distribution, agents: Int
  ) throws -> [(mean: Double, error: Double)] {
    var world = try PlainQueue.world()
    world.lab.load.callers = [PlainQueue.callers(perHour: perHour, patience: patience)]
    world.lab.load.agents = [PlainQueue.agents(agents, handling: .exponential(mean: handling))]
    let found = (0..<20).map { replication in
      var run = LoadRun(world: world, hours: 1.75, seed: UInt64(replication) + 100)
      while !run.advance(minutes: 15) {}
      let intervals = run.finish().intervals
      let sum = intervals[2..<6].reduce(into: LoadFigures()) { $0.add($1) }
      let offered = Double(sum.offered)
      let waits = (sum.waits + sum.abandonWaits).reduce(0, +)
      return [
        Double(sum.abandoned) / offered, Double(waits) / offered / 1000,
        Double(sum.answeredInTime) / offered,
      ]
    }
    return (0..<3).map { place in
      let values = found.map { $0[place] }
      let mean = values.reduce(0, +) / 20
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (squares / 19 / 20).squareRoot())
    }
  }

  @Test(
    "robots, phones and agents of the engine keep to Erlang A",
    arguments: [(200.0, 180.0, 120.0, 11), (60, 300, 180, 5), (30, 240, 120, 2)])
  func erlangA(perHour: Double, handling: Double, patience: Double, agents: Int) throws {
    let found = try simulate(
      perHour: perHour, handling: handling, patience: .exponential(mean: patience), agents: agents)
    let theory = ErlangA(
      arrivals: perHour / 3600, handleTime: handling, agents: agents, patience: patience)
    let known = [theory.abandoning, theory.meanWait, theory.serviceLevel(within: 20)]
    for (found, known) in zip(found, known) {
      #expect(abs(found.mean - known) <= 4 * found.error, "\(found) is not \(known)")
    }
  }

  @Test("robots, phones and agents of the engine keep to Erlang C")
  func erlangC() throws {
    let found = try simulate(
      perHour: 60, handling: 300, patience: .constant(seconds: 100_000), agents: 8)
    let theory = ErlangC(arrivals: 60 / 3600, handleTime: 300, agents: 8)
    let known = [0, theory.meanWait, theory.serviceLevel(within: 20)]
    for (found, known) in zip(found, known) {
      #expect(abs(found.mean - known) <= 4 * found.error, "\(found) is not \(known)")
    }
  }

  @Test("robots that are sent home come back, and nobody is lost")
  func comeAndGo() throws {
    var world = try PlainQueue.world()
    world.lab.load.callers = [
      PlainQueue.callers(perHour: 120, patience: .exponential(mean: 60))
    ]
    world.lab.load.agents = [PlainQueue.agents(2, handling: .constant(seconds: 60))]
    var engine = Engine(world: world)
    var robots = LiveLoad(joining: &engine, seed: 1)
    func pass(_ minutes: Int64) {
      let end = engine.state.now.advanced(by: minutes * 60_000)
      while let next = [engine.nextEventTime, robots.nextTime].compactMap({ $0 }).min(),
        next <= end
      {
        if engine.nextEventTime == next {
          robots.follow(engine.step(), in: &engine)
        } else {
          engine.advance(to: next)
          robots.act(in: &engine)
        }
      }
      engine.advance(to: end)
    }
    pass(30)
    let first = engine.state.tasks.count
    #expect(first > 30 && robots.figures.answered > 20)
    robots.turn(on: false, in: &engine)
    pass(30)
    #expect(engine.state.tasks.count == first)
    #expect(engine.state.tasks.values.allSatisfy { !$0.isActive })
    #expect(engine.state.agents.values.allSatisfy { $0.state == .idle("Lunch") })
    robots.turn(on: true, in: &engine)
    pass(30)
    #expect(engine.state.tasks.count > first + 30)
    #expect(engine.state.agents.values.allSatisfy { $0.state.isAtWork })
  }
}

import IVRAdapters
import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

/// Robots call the shipped lab.
@Suite struct ShippedLoadTests {
  private static func world(_ change: (inout Lab) -> Void = { _ in }) throws -> World {
    var world = try #require(WorldFolder(root: SharedData.root).load().world)
    change(&world.lab)
    return world
  }

  private static func run(_ world: World, hours: Double = 1, seed: UInt64 = 7) -> RunFigures {
    var run = LoadRun(world: world, hours: hours, seed: seed)
    while !run.advance(minutes: 15) {}
    return run.finish()
  }

  @Test("everybody who is offered is answered, hangs up, leaves for a callback or still waits")
  func conservation() throws {
    let figures = Self.run(try Self.world())
    let total = figures.total
    #expect(figures.intervals.count == 4)
    #expect(total.offered > 30)
    #expect(
      total.offered == total.answered + total.abandoned + total.leftForCallback
        + total.endedByFlow + figures.stillWaiting)
    #expect(total.answered > 5 && total.leftForCallback > 0 && total.callbacksConnected > 0)
    #expect(total.waits.count == total.answered && total.abandonWaits.count == total.abandoned)
    let time = total.talking + total.wrappingUp + total.ready + total.away
    #expect(time == 5 * 3_600_000)
    #expect(figures.scores[.webex]?.count == total.answered + total.callbacksConnected)
  }

  @Test("the same seed gives the same figures, another seed others")
  func determinism() throws {
    let world = try Self.world()
    let first = Self.run(world)
    #expect(first == Self.run(world))
    #expect(first != Self.run(world, seed: 8))
  }

  @Test("nobody who wants no callback gets one, and who wants one leaves the line")
  func wishes() throws {
    let none = Self.run(try Self.world { $0.load.callers[0].acceptsCallback = 0 })
    #expect(none.total.leftForCallback == 0 && none.pendingCallbacks == 0)
    let all = Self.run(
      try Self.world {
        $0.load.callers[0].acceptsCallback = 1
        $0.load.callers[0].patience = .constant(seconds: 3_600)
        $0.load.agents[0].count = 0
      })
    #expect(all.total.leftForCallback == all.total.offered - all.stillWaiting)
    #expect(all.pendingCallbacks >= all.total.leftForCallback && all.total.answered == 0)
  }

  @Test("agents work in their shifts only")
  func shifts() throws {
    let figures = Self.run(
      try Self.world { lab in
        let ten: Int64 = 36_000_000
        lab.load.agents[0].shifts = [RobotTeam.Shift(start: ten + 900_000, end: ten + 1_800_000)]
      })
    let worked = figures.intervals.map { $0.ready + $0.talking + $0.wrappingUp }
    #expect(worked[0] == 0 && worked[1] == 5 * 900_000)
    #expect(figures.intervals[3].ready == 0)
  }

  @Test("a report has intervals and totals in three forms, and its origin")
  func report() throws {
    let world = try Self.world()
    let origin = LoadReport.Origin(
      lab: world.lab.name, start: world.lab.startTime, hours: 0.5, seed: 7, configuration: "abc")
    let runs = (0..<3).map { index in
      Self.run(world, hours: 0.5, seed: LoadReport.seed(of: index, under: 7))
    }
    let report = LoadReport(origin: origin, load: world.lab.load, runs: runs)
    #expect(report.intervalCount == 2)
    let offered = try #require(report.measures.first { $0.name == "offered" })
    let mean = Double(runs.reduce(0) { $0 + $1.total.offered }) / 3
    #expect(report.total(offered)?.mean == mean && report.total(offered)?.halfWidth != nil)
    let lines = report.csv
    #expect(lines.contains { $0.hasPrefix("2026-01-05T10:15:00Z,service_level_b,share,") })
    #expect(lines.contains { $0.hasPrefix("total,asa,seconds,") })
    #expect(report.json["total"]?["offered"]?["mean"]?.number?.double != nil)
    #expect(report.json["intervals"]?.array?.count == 2)
    #expect(report.text.allSatisfy { $0.count <= 80 })
    #expect(report.text.contains { $0.hasPrefix("service level B: answered in 20 s / offered") })
    #expect(report.text.contains { $0.hasPrefix("seed: 7, configuration: abc") })
  }

  @Test(
    "a curve goes from the least value to the greatest",
    arguments: [
      ([0, 7], "▁█"), ([1, nil, 3], "▁ █"), ([2, 2], "▁▁"), ([], ""), ([nil], ""),
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
    ] as [([Double?], String)])
  func sparkline(values: [Double?], text: String) { #expect(Sparkline.text(values) == text) }
}

import Testing

@testable import IVRCore

@Suite struct ErlangTests {
  @Test(
    "Erlang B",
    arguments: [
      (1, 0.5, 0.333333), (1, 1, 0.5), (2, 1, 0.2), (3, 2, 0.210526), (5, 3, 0.110054),
      (5, 5, 0.284868), (10, 5, 0.018385), (10, 8, 0.121661), (20, 15, 0.045593),
      (50, 40, 0.018691), (100, 90, 0.026957), (100, 100, 0.075700),
    ])
  func blocking(agents: Int, load: Double, share: Double) {
    #expect(abs(ErlangC.blocking(agents: agents, load: load) - share) < 1e-6)
  }

  @Test(
    "Erlang C: calls an hour, handle time, agents, threshold; chance, wait, level, line",
    arguments: [
      (720, 240, 55, 15, 0.238701, 8.1840, 0.845883, 1.6368),
      (200, 180, 14, 20, 0.174132, 7.8359, 0.888350, 0.4353),
      (200, 180, 11, 20, 0.682118, 122.7813, 0.389614, 6.8212),
      (30, 240, 4, 30, 0.173913, 20.8696, 0.864556, 0.1739),
      (12, 300, 2, 20, 0.333333, 100.0, 0.688164, 0.3333),
      (1200, 240, 90, 20, 0.195137, 4.6833, 0.915194, 1.5611),
    ])
  func waiting(
    calls: Double, handleTime: Double, agents: Int, threshold: Double, chance: Double,
    wait: Double, level: Double, line: Double
  ) {
    let queue = ErlangC(arrivals: calls / 3600, handleTime: handleTime, agents: agents)
    #expect(abs(queue.waiting - chance) < 1e-6)
    #expect(abs(queue.meanWait - wait) < 1e-4)
    #expect(abs(queue.serviceLevel(within: threshold) - level) < 1e-6)
    #expect(abs(queue.lineLength - line) < 1e-4)
    #expect(abs(queue.serviceLevel(within: queue.wait(ofShare: 0.95)) - 0.95) < 1e-9)
  }

  @Test(
    "the agents that 80 % in 20 seconds need",
    arguments: [
      (200, 180, 14), (100, 180, 8), (360, 240, 29), (720, 240, 54), (60, 300, 8), (30, 240, 4),
      (1200, 240, 87),
    ])
  func needed(calls: Double, handleTime: Double, agents: Int) {
    let found = ErlangC.agentsNeeded(
      arrivals: calls / 3600, handleTime: handleTime, share: 0.8, within: 20)
    #expect(found == agents)
  }

  @Test("too much load has no finite wait")
  func unstable() {
    let queue = ErlangC(arrivals: 1, handleTime: 10, agents: 10)
    #expect(!queue.isStable && queue.waiting == 1 && queue.meanWait == .infinity)
    #expect(queue.wait(ofShare: 0.5) == .infinity && queue.serviceLevel(within: 20) == 0)
  }

  @Test(
    "Erlang A: calls an hour, handle time, patience, agents; chances, wait, level in 20 seconds",
    arguments: [
      (200, 180, 120, 11, 0.382816, 0.094155, 11.2986, 0.742209),
      (200, 180, 180, 10, 0.542070, 0.125110, 22.5198, 0.586980),
      (720, 240, 120, 48, 0.437132, 0.067294, 8.0752, 0.787666),
      (60, 300, 180, 5, 0.506309, 0.196658, 35.3985, 0.555373),
      (100, 180, 60, 4, 0.600064, 0.331843, 19.9106, 0.502690),
      (12, 300, 300, 1, 0.632121, 0.367879, 110.3638, 0.391588),
    ])
  func abandonment(
    calls: Double, handleTime: Double, patience: Double, agents: Int, chance: Double,
    abandoning: Double, wait: Double, level: Double
  ) {
    let queue = ErlangA(
      arrivals: calls / 3600, handleTime: handleTime, agents: agents, patience: patience)
    #expect(abs(queue.waiting - chance) < 1e-6)
    #expect(abs(queue.abandoning - abandoning) < 1e-6)
    #expect(abs(queue.meanWait - wait) < 1e-4)
    #expect(abs(queue.serviceLevel(within: 20) - level) < 1e-6)
  }

  @Test("a load far beyond the agents, and far below, stays in numbers")
  func extremes() {
    let flood = ErlangA(arrivals: 100, handleTime: 300, agents: 50, patience: 600)
    #expect(abs(flood.abandoning - (1 - 50.0 / 30_000)) < 1e-6 && flood.waiting > 0.999_999)
    let calm = ErlangA(arrivals: 0.001, handleTime: 10, agents: 1_000, patience: 60)
    #expect(calm.waiting < 1e-9 && calm.serviceLevel(within: 0) > 0.999_999)
  }
}

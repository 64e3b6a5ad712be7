import Foundation
import IVRTestSupport
import Testing

@testable import IVRCore

/// The tables of Erlang C and A beside the formulas and beside the queue model.
@Suite struct QueueConformanceTests {
  private typealias Row = [String: Double]

  private func rows(_ name: String) throws -> [Row]? {
    guard let path = SharedData.path("conformance/queue/" + name) else {
      print("SKIPPED: there is no ../shared/conformance/queue/\(name)")
      return nil
    }
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let names = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let values = line.split(separator: ",").map { Double($0) ?? .nan }
      return Row(uniqueKeysWithValues: zip(names, values))
    }
  }

  private func report(_ suite: String, _ count: Int, _ failures: [String]) {
    #expect(count > 0)
    print("\(suite): \(count - failures.count) of \(count)")
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// Whether two numbers agree to nine digits.
  private func agree(_ found: Double, _ expected: Double?) -> Bool {
    abs(found - (expected ?? .nan)) <= 1e-9 * max(1, abs(expected ?? 0))
  }

  @Test("the formulas of Erlang C") func formulasC() throws {
    guard let rows = try rows("erlang_c.csv") else { return }
    let failures = rows.filter { row in
      let agents = Int(row["c"] ?? 0)
      let queue = ErlangC(
        arrivals: row["lambda_per_s"] ?? 0, handleTime: row["aht_s"] ?? 0, agents: agents)
      return
        !(agree(queue.waiting, row["p_wait"]) && agree(queue.meanWait, row["asa_s"])
        && agree(queue.meanWaitOfWaiters, row["asa_of_waiters_s"])
        && agree(queue.lineLength, row["lq"])
        && agree(queue.serviceLevel(within: 20), row["sl20"])
        && agree(ErlangC.blocking(agents: agents, load: queue.load), row["erlang_b"]))
    }
    report("ERLANG C formulas", rows.count, failures.map(\.description))
  }

  @Test("the formulas of Erlang A") func formulasA() throws {
    guard let rows = try rows("erlang_a.csv") else { return }
    let failures = rows.filter { row in
      let queue = erlangA(row)
      return
        !(agree(queue.waiting, row["p_wait"]) && agree(queue.abandoning, row["p_abandon"])
        && agree(queue.meanWait, row["asa_all_s"]) && agree(queue.lineLength, row["lq"])
        && agree(queue.occupancy, row["occupancy"])
        && agree(queue.serviceLevel(within: 20), row["served_within_T_over_offered"])
        && agree(
          queue.serviceLevelOfAnswered(within: 20), row["served_within_T_over_served"]))
    }
    report("ERLANG A formulas", rows.count, failures.map(\.description))
  }

  private func erlangA(_ row: Row) -> ErlangA {
    ErlangA(
      arrivals: row["lambda_per_s"] ?? 0, handleTime: row["aht_s"] ?? 0,
      agents: Int(row["c"] ?? 0), patience: row["patience_mean_s"] ?? 0)
  }

  /// What independent replications found, each a mean over its contacts.
  private struct Finding {
    private(set) var means: [[Double]] = []

    mutating func add(_ outcomes: ArraySlice<QueueModel.Outcome>) {
      let count = Double(outcomes.count)
      let waits = outcomes.reduce(0) { $0 + $1.wait }
      means.append([
        Double(outcomes.count { $0.wait > 0 }) / count, Double(waits) / count / 1000,
        Double(outcomes.count { $0.isAnswered && $0.wait <= 20_000 }) / count,
        Double(outcomes.count { !$0.isAnswered }) / count,
      ])
    }

    /// Whether each mean is within four standard errors.
    ///
    /// Where a chance differed from its usual value in a few replications only, the error cannot be
    /// estimated from them; then the largest one counts that a mean of shares can have.
    func misses(_ expected: [Double]) -> [String] {
      expected.enumerated().compactMap { index, value in
        let list = means.map { $0[index] }
        let count = Double(list.count)
        let mean = list.reduce(0, +) / count
        let square = list.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let error = (square / count).squareRoot()
        let usual = list.sorted()[list.count / 2]
        let isRare = index != 1 && list.count { $0 != usual } < 10
        let limit = 4 * (isRare ? max(error, (value * (1 - value) / count).squareRoot()) : error)
        return abs(mean - value) <= limit ? nil : "#\(index) \(mean) is not \(value) ± \(limit)"
      }
    }
  }

  /// Replications that each begin with a line drawn from its long-run distribution: without that a
  /// queue at 99 % load takes tens of thousands of contacts to forget that it began empty.
  private func replicate(_ row: Row, _ seed: UInt64, start: (inout RandomStream) -> Int) -> Finding
  {
    var random = RandomStream(seed: seed, name: "start")
    var finding = Finding()
    for replication in 0..<100 {
      let early = start(&random)
      var source = QueueModel.Source(
        gaps: .exponential(mean: 1 / (row["lambda_per_s"] ?? 1)),
        handling: .exponential(mean: row["aht_s"] ?? 0),
        patience: row["patience_mean_s"].map { .exponential(mean: $0) }, count: 200,
        early: early, seed: seed &* 1_000 &+ UInt64(replication))
      var model = QueueModel(agents: Int(row["c"] ?? 0))
      model.run(expecting: early + 200) { source.next() }
      finding.add(model.outcomes[early...])
    }
    return finding
  }

  @Test("the queue model keeps to the tables of Erlang C") func modelC() throws {
    guard let rows = try rows("erlang_c.csv") else { return }
    var failures: [String] = []
    for (index, row) in rows.enumerated() {
      let agents = Int(row["c"] ?? 0)
      let load = row["erlangs"] ?? 0
      let finding = replicate(row, UInt64(index) + 1) { stream in
        if stream.happens(row["p_wait"] ?? 0) {
          // All agents are busy, and the line is geometric.
          return agents
            + Int(Elementary.log(stream.nextShare()) / Elementary.log(load / Double(agents)))
        }
        return number(load: load, below: agents, &stream)
      }
      let misses = finding.misses([row["p_wait"], row["asa_s"], row["sl20"]].map { $0 ?? .nan })
      if !misses.isEmpty { failures.append("row \(index + 2): \(misses)") }
    }
    report("ERLANG C simulated", rows.count, failures)
  }

  @Test("the queue model keeps to the tables of Erlang A") func modelA() throws {
    guard let rows = try rows("erlang_a.csv") else { return }
    var failures: [String] = []
    for (index, row) in rows.enumerated() {
      let agents = Int(row["c"] ?? 0)
      // From an empty queue, with the first contacts dropped: patience forgets the start quickly.
      var finding = Finding()
      for replication in 0..<25 {
        var source = QueueModel.Source(
          gaps: .exponential(mean: 1 / (row["lambda_per_s"] ?? 1)),
          handling: .exponential(mean: row["aht_s"] ?? 0),
          patience: .exponential(mean: row["patience_mean_s"] ?? 0), count: 1_400,
          seed: UInt64(index * 100 + replication))
        var model = QueueModel(agents: agents)
        model.run(expecting: 1_400) { source.next() }
        finding.add(model.outcomes[600...])
      }
      let names = ["p_wait", "asa_all_s", "served_within_T_over_offered", "p_abandon"]
      let misses = finding.misses(names.map { row[$0] ?? .nan })
      if !misses.isEmpty { failures.append("row \(index + 2): \(misses)") }
    }
    report("ERLANG A simulated", rows.count, failures)
  }

  /// How many are being handled, given that an agent is free: Poisson, cut off.
  private func number(load: Double, below agents: Int, _ stream: inout RandomStream) -> Int {
    let terms = (1..<max(2, agents)).reduce(into: [0.0]) { terms, count in
      if count < agents {
        terms.append((terms.last ?? 0) + Elementary.log(load / Double(count)))
      }
    }
    let top = terms.max() ?? 0
    let weights = terms.map { Elementary.exp($0 - top) }
    var rest = stream.nextShare() * weights.reduce(0, +)
    for (count, weight) in weights.enumerated() {
      rest -= weight
      if rest <= 0 { return count }
    }
    return 0
  }
}

import IVRCore

/// Rows 1, 10 and 11: the queue by itself, and finding somebody in it.
enum QueueRows {
  private static let customers = 100_000
  private static let sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]

  static func rows() -> [BenchmarkRow] {
    [memory(), queue(beside: "simpy", times: 20), queue(beside: "ciw", times: 40)]
      + sizes.map(lookup) + sizes.map(position)
  }

  /// What the process has used when it has done nothing but this.
  private static func memory() -> BenchmarkRow {
    BenchmarkRow(
      number: 1, workload: "M/M/10 queue, peak memory of the process", unit: "MiB",
      goal: .atMost(64), peer: nil
    ) {
      try runQueue()
      return MemoryUse.peak
    }
  }

  private static func runQueue() throws {
    var source = QueueModel.Source(
      gaps: .exponential(mean: 20), handling: .exponential(mean: 180), count: customers, seed: 7)
    var model = QueueModel(agents: 10)
    model.run(expecting: customers) { source.next() }
    guard isRight(model.outcomes) else { throw BenchmarkError.wrongResult("M/M/10 queue") }
  }

  /// M/M/10 at 90 % load with every wait kept.
  private static func queue(beside peer: String, times: Double) -> BenchmarkRow {
    BenchmarkRow(
      number: 1, workload: "M/M/10 queue, 100,000 customers", unit: "customers/s",
      goal: .timesPeer(times), peer: "M/M/10 queue, \(peer)"
    ) {
      try Stopwatch.rate(runQueue) * Double(customers)
    }
  }

  /// Theory: 120.4 s and 0.6687; a seed's own mean wait scatters by 11.7 s.
  private static func isRight(_ outcomes: [QueueModel.Outcome]) -> Bool {
    let mean = outcomes.reduce(0.0) { $0 + Double($1.wait) } / Double(outcomes.count) / 1000
    let waiting = Double(outcomes.count { $0.wait > 0 }) / Double(outcomes.count)
    return outcomes.count == customers && abs(mean - 120.4) < 47 && abs(waiting - 0.6687) < 0.05
  }

  /// The callback that waits for a number: what the guard asks the ledger.
  private static func lookup(among size: Int) -> BenchmarkRow {
    BenchmarkRow(
      number: 10, workload: "duplicate lookup among \(size) callbacks", unit: "ns",
      goal: .atMost(1_000), peer: nil
    ) {
      var ledger = Ledger()
      for index in 0..<size { ledger.reserve(request(index, of: TaskID(rawValue: "t\(index)"))) }
      let asked = spread(size).map {
        (number: number($0), answer: TaskID(rawValue: "t\($0)"))
      }
      return try nanoseconds(asked) { pair in
        ledger.entries(number: pair.number, ani: pair.number, by: .callbackNumber).first?.task
          == pair.answer
      }
    }
  }

  private static func number(_ index: Int) -> String { "+14\(200_000_000 + index)" }

  private static func request(_ index: Int, of task: TaskID) -> CallbackRequest {
    let number = DialledNumber(number(index), region: "US")
    return CallbackRequest(
      task: task, number: number, tenant: "org", entryPoint: "entry-point-0001",
      queue: "queue-0001", time: SimulationTime(milliseconds: 0))
  }

  private static func position(among size: Int) -> BenchmarkRow {
    BenchmarkRow(
      number: 11, workload: "position in queue among \(size) contacts", unit: "ns",
      goal: .atMost(5_000), peer: nil
    ) {
      var line = WaitingLine()
      let start = SimulationTime(milliseconds: 0)
      for index in 0..<size {
        _ = line.join(TaskID(rawValue: "t\(index)"), priority: index % 10 + 1, at: start)
      }
      let perPriority = size / 10
      let asked = spread(size).map { index in
        (task: TaskID(rawValue: "t\(index)"), place: index % 10 * perPriority + index / 10 + 1)
      }
      return try nanoseconds(asked) { line.position(of: $0.task) == $0.place }
    }
  }

  /// Places all over a range, so that what is looked for is seldom in the processor's caches.
  private static func spread(_ size: Int) -> [Int] {
    (0..<50_000).map { ($0 &* 7_368_787) % size }
  }

  /// The mean time of one right answer, over all the questions.
  private static func nanoseconds<Question>(
    _ questions: [Question], isRight: (Question) -> Bool
  ) throws -> Double {
    let rounds = try Stopwatch.rate {
      for question in questions where !isRight(question) {
        throw BenchmarkError.wrongResult("look-up")
      }
    }
    return 1e9 / rounds / Double(questions.count)
  }
}

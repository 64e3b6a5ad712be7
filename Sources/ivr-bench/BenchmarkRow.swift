/// One row of the table: a workload, how it is measured, and what it should reach.
///
/// To add a row, write it beside its like and list it in `main.swift`. Most rows are a `rate`; a row
/// that measures something else (a percentile, bytes) gives its own `measure`.
struct BenchmarkRow {
  /// The row's number in the list of workloads, which docs/BENCHMARKS.md explains.
  let number: Int
  /// What is done, in a few words.
  let workload: String
  /// What the figure counts, for example `evaluations/s`.
  let unit: String
  /// The figure to reach.
  let goal: BenchmarkGoal
  /// The name under which the peers' script prints its figure; `nil` where there is no peer.
  let peer: String?
  /// The figure; throws where a result is wrong.
  let measure: () throws -> Double

  /// A row whose figure is how often in a second the work can be done and gives the right result.
  static func rate<Result>(
    _ number: Int, _ workload: String, unit: String, goal: BenchmarkGoal, peer: String?,
    isRight: @escaping (Result) -> Bool, work: @escaping () throws -> Result
  ) -> BenchmarkRow {
    BenchmarkRow(number: number, workload: workload, unit: unit, goal: goal, peer: peer) {
      try Stopwatch.rate {
        guard isRight(try work()) else { throw BenchmarkError.wrongResult(workload) }
      }
    }
  }
}

/// What a row should reach.
enum BenchmarkGoal {
  /// So many times the peer's figure of the same run.
  case timesPeer(Double)
  /// No less than this.
  case atLeast(Double)
  /// No more than this.
  case atMost(Double)
}

/// Why there is no figure.
enum BenchmarkError: Error, CustomStringConvertible {
  case wrongResult(String)
  case badDocument(String)
  case badArguments

  var description: String {
    switch self {
    case .wrongResult(let workload): "the result of \"\(workload)\" is wrong"
    case .badDocument(let path): "\(path) is not the document that these rows search"
    case .badArguments: "usage: ivr-bench [--document PATH] [--rows 3,4,5]"
    }
  }
}

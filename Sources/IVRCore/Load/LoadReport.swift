/// The figures of all replications with their confidence intervals.
public struct LoadReport: Sendable {
  /// A mean over the replications.
  public struct Estimate: Hashable, Sendable {
    /// The mean.
    public let mean: Double
    /// Half the width of the 95 % confidence interval; `nil` with fewer than two values.
    public let halfWidth: Double?
  }

  /// What has to be known to run it again.
  public struct Origin: Hashable, Sendable {
    /// The lab's name.
    public var lab: String
    /// The instant at which every replication begins.
    public var start: SimulationTime
    /// The simulated hours of each.
    public var hours: Double
    /// The seed that the seeds of the replications come from.
    public var seed: UInt64
    /// A short name of the documents that were read; other documents, another name.
    public var configuration: String

    /// Sets all five.
    public init(
      lab: String, start: SimulationTime, hours: Double, seed: UInt64, configuration: String
    ) {
      self.lab = lab
      self.start = start
      self.hours = hours
      self.seed = seed
      self.configuration = configuration
    }
  }

  /// Where it comes from.
  public let origin: Origin
  /// The measures, in order.
  public let measures: [LoadMeasure]
  /// The replications, in the order of their seeds.
  public let runs: [RunFigures]
  private let totals: [LoadFigures]

  /// A report of replications of a load.
  public init(origin: Origin, load: BackgroundLoad, runs: [RunFigures]) {
    self.origin = origin
    self.runs = runs
    measures = LoadMeasure.all(load)
    totals = runs.map(\.total)
  }

  /// The seed of a replication.
  public static func seed(of replication: Int, under seed: UInt64) -> UInt64 {
    var stream = RandomStream(seed: seed, name: "replication \(replication)")
    return stream.next()
  }

  /// How many intervals there are.
  public var intervalCount: Int { runs.first?.intervals.count ?? 0 }

  /// When an interval begins.
  public func start(ofInterval place: Int) -> SimulationTime {
    origin.start.advanced(by: Int64(place) * LoadRun.interval)
  }

  /// A measure over whole runs.
  public func total(_ measure: LoadMeasure) -> Estimate? {
    Self.estimate(totals.compactMap(measure.value))
  }

  /// A measure in one interval.
  public func interval(_ place: Int, _ measure: LoadMeasure) -> Estimate? {
    Self.estimate(runs.compactMap { measure.value($0.intervals[place]) })
  }

  /// A measure over several intervals together.
  func intervals(_ places: Range<Int>, _ measure: LoadMeasure) -> Estimate? {
    if places.count == 1 { return interval(places.lowerBound, measure) }
    return Self.estimate(
      runs.compactMap { run in
        measure.value(run.intervals[places].reduce(into: LoadFigures()) { $0.add($1) })
      })
  }

  /// How good an estimator was, over all replications.
  public func score(of estimator: WaitEstimator) -> EstimateScore {
    runs.reduce(into: EstimateScore()) { sum, run in
      if let score = run.scores[estimator] { sum.add(score) }
    }
  }

  /// Who still waited on the line at the end.
  public var stillWaiting: Estimate? { Self.estimate(runs.map { Double($0.stillWaiting) }) }
  /// How long the oldest contact had waited at the end, in seconds; of the runs in which one did.
  public var oldestWait: Estimate? {
    Self.estimate(runs.compactMap { $0.oldestWait.map { Double($0) / 1000 } })
  }
  /// Callbacks that still waited at the end.
  public var pendingCallbacks: Estimate? {
    Self.estimate(runs.map { Double($0.pendingCallbacks) })
  }

  /// The mean of independent values and half the width of its 95 % interval, by Student's t.
  static func estimate(_ values: [Double]) -> Estimate? {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    guard values.count > 1 else { return Estimate(mean: mean, halfWidth: nil) }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    return Estimate(mean: mean, halfWidth: student(values.count - 1) * error)
  }

  /// The 97.5 % quantile of Student's t; the series is good to four digits from 10 on.
  private static func student(_ freedom: Int) -> Double {
    let table = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262]
    if freedom <= table.count { return table[freedom - 1] }
    let normal = 1.959_964
    let count = Double(freedom)
    let cube = normal * normal * normal
    let fifth = cube * normal * normal
    return normal + (cube + normal) / (4 * count)
      + (5 * fifth + 16 * cube + 3 * normal) / (96 * count * count)
  }
}

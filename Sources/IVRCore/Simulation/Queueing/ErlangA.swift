/// A queue whose callers hang up: Poisson arrivals, exponential handling and patience, some agents
/// (M/M/N+M).
///
/// Times are in seconds. Source: queueing reference, section 3.
public struct ErlangA: Hashable, Sendable {
  /// The share of contacts that wait at all.
  public let waiting: Double
  /// The share of contacts that hang up.
  public let abandoning: Double
  /// The mean wait over all contacts, those who hang up included.
  public let meanWait: Double
  /// The mean number of those who wait.
  public let lineLength: Double
  /// The share of their time that agents are busy.
  public let occupancy: Double
  /// The shares of all contacts that find the agents busy and so many in line.
  private let chances: [Double]
  private let serviceRate: Double
  private let patienceRate: Double

  /// A queue; `arrivals` is per second, and there is at least one agent.
  ///
  /// The chances of the states are found relative to that of "all agents busy, nobody waits", whose
  /// own is Erlang B's; the terms are scaled down before they could overflow.
  public init(arrivals: Double, handleTime: Double, agents: Int, patience: Double) {
    serviceRate = Double(agents) / handleTime
    patienceRate = 1 / patience
    let blocked = ErlangC.blocking(agents: agents, load: arrivals * handleTime)
    var terms = [1.0]
    var sum = 0.0
    while let last = terms.last, terms.count < Self.longestLine {
      let depth = Double(terms.count)
      let term = last * arrivals / (serviceRate + depth * patienceRate)
      if term > 1e200 {
        for place in terms.indices { terms[place] *= 1e-200 }
        sum *= 1e-200
        continue
      }
      terms.append(term)
      sum += term
      let isFalling = arrivals < serviceRate + depth * patienceRate
      if isFalling, term < (terms[0] + sum) * 1e-18 { break }
    }
    let total = terms[0] + sum * blocked
    chances = terms.map { $0 * blocked / total }
    waiting = chances.reduce(0, +)
    lineLength = chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    abandoning = arrivals > 0 ? patienceRate * lineLength / arrivals : 0
    meanWait = arrivals > 0 ? lineLength / arrivals : 0
    occupancy = arrivals * (1 - abandoning) / serviceRate
  }

  /// Beyond this many in line nothing is added; never reached where patience is finite.
  private static let longestLine = 1_000_000

  /// The share of all contacts that are answered within some seconds.
  ///
  /// With i in line before it a contact would wait for a sum of exponential times of the rates
  /// s, s + θ, …, s + iθ, and e to the power of −θ times that sum has the beta distribution of s/θ
  /// and i + 1. So the share that is answered in time is (s/θ)/(s/θ + i + 1) times a regularised
  /// incomplete beta function, which the recursion over i gives with terms kept as logarithms.
  public func serviceLevel(within seconds: Double) -> Double {
    let ratio = serviceRate / patienceRate
    let reach = 1 - Elementary.exp(-patienceRate * seconds)
    guard reach > 0 else { return 1 - waiting }
    let logReach = Elementary.log(reach)
    var logTerm = logReach - (ratio + 1) * patienceRate * seconds + Elementary.log(ratio + 1)
    var inTime = 1 - Elementary.exp(-(ratio + 1) * patienceRate * seconds)
    var share = 1 - waiting
    for (ahead, chance) in chances.enumerated() {
      let count = Double(ahead + 1)
      share += chance * ratio / (ratio + count) * max(0, inTime)
      inTime -= Elementary.exp(logTerm)
      logTerm += logReach + Elementary.log((count + ratio + 1) / (count + 1))
    }
    return share
  }

  /// The share of the answered contacts that were answered within some seconds.
  public func serviceLevelOfAnswered(within seconds: Double) -> Double {
    serviceLevel(within: seconds) / (1 - abandoning)
  }
}

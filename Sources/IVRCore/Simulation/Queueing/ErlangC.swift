/// A queue without abandonment: Poisson arrivals, exponential handling, some agents (M/M/N).
///
/// Times are in seconds. Source: queueing reference, section 3.
public struct ErlangC: Hashable, Sendable {
  /// The agents.
  public let agents: Int
  /// The load in erlangs: arrivals times the mean handle time.
  public let load: Double
  /// The mean handle time in seconds.
  public let handleTime: Double

  /// A queue; `arrivals` is per second.
  public init(arrivals: Double, handleTime: Double, agents: Int) {
    self.agents = agents
    self.handleTime = handleTime
    load = arrivals * handleTime
  }

  /// Whether the line stays finite; where it does not, every wait is infinite.
  public var isStable: Bool { load < Double(agents) }

  /// The share of lost calls where nobody can wait (Erlang B), by the recursion over the agents.
  public static func blocking(agents: Int, load: Double) -> Double {
    guard agents > 0 else { return 1 }
    return (1...agents).reduce(1.0) { share, count in
      load * share / (Double(count) + load * share)
    }
  }

  /// The share of contacts that wait at all.
  public var waiting: Double {
    guard isStable else { return 1 }
    let blocked = Self.blocking(agents: agents, load: load)
    return Double(agents) * blocked / (Double(agents) - load * (1 - blocked))
  }

  /// The mean wait over all contacts.
  public var meanWait: Double { waiting * meanWaitOfWaiters }

  /// The mean wait of those who wait.
  public var meanWaitOfWaiters: Double {
    isStable ? handleTime / (Double(agents) - load) : .infinity
  }

  /// The mean number of those who wait.
  public var lineLength: Double {
    isStable ? waiting * load / (Double(agents) - load) : .infinity
  }

  /// The share of their time that agents are busy.
  public var occupancy: Double { agents > 0 ? min(1, load / Double(agents)) : 1 }

  /// The share of contacts answered within some seconds.
  public func serviceLevel(within seconds: Double) -> Double {
    guard isStable else { return 0 }
    return 1 - waiting * Elementary.exp(-(Double(agents) - load) * seconds / handleTime)
  }

  /// The wait that a share of contacts does not exceed.
  public func wait(ofShare share: Double) -> Double {
    guard isStable else { return .infinity }
    let waiting = waiting
    if waiting <= 1 - share { return 0 }
    return meanWaitOfWaiters * Elementary.log(waiting / (1 - share))
  }

  /// The fewest agents that answer a share of the contacts within some seconds; `nil` where not
  /// even 100,000 do.
  public static func agentsNeeded(
    arrivals: Double, handleTime: Double, share: Double, within seconds: Double
  ) -> Int? {
    let load = arrivals * handleTime
    guard load.isFinite, load >= 0, load < 100_000 else { return nil }
    return (Int(load) + 1...100_000).first { agents in
      ErlangC(arrivals: arrivals, handleTime: handleTime, agents: agents)
        .serviceLevel(within: seconds) >= share
    }
  }
}

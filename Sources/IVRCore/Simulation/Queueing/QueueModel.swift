/// A contact of a queue model.
public struct ModelContact: Hashable, Sendable {
  /// When it arrives, in milliseconds.
  public var arrival: Int64
  /// How long its handling takes, in milliseconds.
  public var handling: Int64
  /// After how long a wait it hangs up, in milliseconds; never where `nil`.
  public var patience: Int64?
  /// 1 is the most urgent, 10 the least.
  public var priority: Int

  /// A contact.
  public init(arrival: Int64, handling: Int64, patience: Int64? = nil, priority: Int = 10) {
    self.arrival = arrival
    self.handling = handling
    self.patience = patience
    self.priority = priority
  }
}

/// A queue and its agents without flows, phones and screens: what the formulas of Erlang speak of.
///
/// It runs on the event queue of the engine and serves by priority, then in the order of arrival.
/// At one instant what was scheduled first happens first.
public struct QueueModel: Sendable {
  /// How it ended for one contact.
  public struct Outcome: Hashable, Sendable {
    /// How long it waited, in milliseconds.
    public var wait: Int64
    /// Whether an agent took it; false for one that hung up.
    public var isAnswered: Bool
  }

  private enum Event: Codable, Hashable, Sendable {
    case arrival
    case agentFree
    case patienceEnds(contact: Int)
  }

  /// A place in line.
  ///
  /// While the contact waits, the wait in its outcome is the complement of its arrival, and so
  /// negative.
  private struct Place {
    let contact: Int
    let handling: Int64
  }

  /// The outcomes in the order of arrival.
  public private(set) var outcomes: [Outcome] = []
  /// Contacts that wait, times milliseconds.
  public private(set) var lineArea: Int64 = 0
  /// Agents that are busy, times milliseconds.
  public private(set) var busyArea: Int64 = 0
  /// How many wait now.
  public private(set) var waiting = 0
  /// How many agents are busy now.
  public private(set) var busy = 0
  /// The clock, in milliseconds.
  public private(set) var now: Int64 = 0
  private let agents: Int
  private var lines = Array(repeating: ArraySlice<Place>(), count: 10)
  private var events = EventQueue<Event>()

  /// A queue that nobody waits in.
  public init(agents: Int) { self.agents = agents }

  /// Lets contacts arrive, in the order of their arrival, until there are no more and nobody waits
  /// or is being handled.
  ///
  /// `observe` is told the model after each event.
  public mutating func run(
    expecting count: Int = 0, observe: ((QueueModel) -> Void)? = nil,
    next: () -> ModelContact?
  ) {
    outcomes.reserveCapacity(count)
    var coming = next()
    if let coming { schedule(.arrival, at: coming.arrival) }
    while let (time, event) = events.pop() {
      advance(to: time.milliseconds)
      switch event {
      case .arrival:
        if let contact = coming {
          arrive(contact)
          coming = next()
          if let coming { schedule(.arrival, at: coming.arrival) }
        }
      case .agentFree: freeAgent()
      case .patienceEnds(let contact): hangUp(contact)
      }
      observe?(self)
    }
  }

  private mutating func schedule(_ event: Event, at time: Int64) {
    events.schedule(event, at: SimulationTime(milliseconds: max(now, time)))
  }

  private mutating func advance(to time: Int64) {
    lineArea += Int64(waiting) * (time - now)
    busyArea += Int64(busy) * (time - now)
    now = time
  }

  private mutating func arrive(_ contact: ModelContact) {
    let number = outcomes.count
    guard busy == agents else {
      outcomes.append(Outcome(wait: 0, isAnswered: true))
      busy += 1
      return schedule(.agentFree, at: now + contact.handling)
    }
    let line = min(max(contact.priority, 1), 10) - 1
    outcomes.append(Outcome(wait: ~now, isAnswered: false))
    lines[line].append(Place(contact: number, handling: contact.handling))
    waiting += 1
    if let patience = contact.patience {
      schedule(.patienceEnds(contact: number), at: now + patience)
    }
  }

  private mutating func freeAgent() {
    for line in lines.indices {
      while let first = lines[line].popFirst() {
        let wait = outcomes[first.contact].wait
        guard wait < 0 else { continue }
        outcomes[first.contact] = Outcome(wait: now - ~wait, isAnswered: true)
        waiting -= 1
        return schedule(.agentFree, at: now + first.handling)
      }
    }
    busy -= 1
  }

  /// A contact that still waits is marked; its place is passed over when it comes up.
  private mutating func hangUp(_ contact: Int) {
    let wait = outcomes[contact].wait
    guard wait < 0 else { return }
    outcomes[contact].wait = now - ~wait
    waiting -= 1
  }
}

extension QueueModel {
  /// A stream of contacts by chance: `Poisson`, for example, with exponential times.
  ///
  /// Each kind of chance draws from a stream of its own, so that other patience changes no arrival.
  public struct Source: Sendable {
    private let gaps: Distribution
    private let handling: Distribution
    private let patience: Distribution?
    private var streams: (gaps: RandomStream, handling: RandomStream, patience: RandomStream)
    private var left: Int
    private var time: Int64 = 0
    private var early: Int

    /// So many contacts; `early` more stand there at the start.
    public init(
      gaps: Distribution, handling: Distribution, patience: Distribution? = nil, count: Int,
      early: Int = 0, seed: UInt64
    ) {
      self.gaps = gaps
      self.handling = handling
      self.patience = patience
      self.early = early
      left = count
      streams = (
        RandomStream(seed: seed, name: "arrivals"), RandomStream(seed: seed, name: "handling"),
        RandomStream(seed: seed, name: "patience")
      )
    }

    /// The next contact.
    public mutating func next() -> ModelContact? {
      if early > 0 {
        early -= 1
      } else {
        guard left > 0 else { return nil }
        left -= 1
        time += gaps.milliseconds(&streams.gaps)
      }
      return ModelContact(
        arrival: time, handling: handling.milliseconds(&streams.handling),
        patience: patience?.milliseconds(&streams.patience))
    }
  }
}

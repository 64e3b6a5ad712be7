/// What happened to the contacts that entered queues in an interval, and what agents did in it.
///
/// A contact counts in the interval in which it entered its queue, so that a service level never
/// mixes answers of one interval with offers of another. Times are in milliseconds.
public struct LoadFigures: Hashable, Sendable {
  /// Contacts that entered a queue.
  public var offered = 0
  /// Callers whom an agent answered while they waited on the line.
  public var answered = 0
  /// Those of them answered within the threshold.
  public var answeredInTime = 0
  /// Callers who hung up while they waited.
  public var abandoned = 0
  /// Those of them who did before the bound of short hang-ups.
  public var abandonedShortly = 0
  /// Those of them who did within the threshold.
  public var abandonedInTime = 0
  /// Callers who left the line for a callback; never counted as abandoned.
  public var leftForCallback = 0
  /// Callers whose call the flow or an error ended.
  public var endedByFlow = 0
  /// Callers who were gone before they reached a queue.
  public var goneBeforeQueue = 0
  /// Calls of people who wait for a callback already.
  public var calledAgain = 0
  /// Second callbacks that the guard refused.
  public var refused = 0
  /// Callbacks that reached somebody.
  public var callbacksConnected = 0
  /// Of those, the ones an answering machine took.
  public var callbacksToMachine = 0
  /// Callbacks that reached nobody.
  public var callbacksFailed = 0
  /// Dials of callbacks that found the line busy.
  public var dialsBusy = 0
  /// Dials of callbacks that nobody answered.
  public var dialsUnanswered = 0
  /// Dials of callbacks that were refused, or found no phone.
  public var dialsOther = 0
  /// Callbacks that waited longer than their queue allows.
  public var callbacksExpired = 0
  /// Callbacks that ended because their customer called in.
  public var callbacksCalledIn = 0
  /// Callbacks that another request took over or replaced.
  public var callbacksMerged = 0
  /// Offers that no agent took in time.
  public var missedOffers = 0
  /// The waits of the answered.
  public var waits: [Int64] = []
  /// The waits of those who hung up.
  public var abandonWaits: [Int64] = []
  /// The times from leaving the line to the callback.
  public var callbackWaits: [Int64] = []
  /// How long agents talked.
  public var talking: Int64 = 0
  /// How long they wrapped up.
  public var wrappingUp: Int64 = 0
  /// How long they were ready, offers included.
  public var ready: Int64 = 0
  /// How long they were idle, for a reason of their own.
  public var idle: Int64 = 0
  /// How long they were away after an offer that they missed.
  public var missing: Int64 = 0
  /// How long they were away.
  public var away: Int64 { idle + missing }
  /// Wrap-ups that ended.
  public var handled = 0

  /// Nothing yet.
  public init() {}

  /// Adds another interval.
  public mutating func add(_ other: LoadFigures) {
    for path in Self.counts { self[keyPath: path] += other[keyPath: path] }
    for path in Self.times { self[keyPath: path] += other[keyPath: path] }
    for path in Self.lists { self[keyPath: path] += other[keyPath: path] }
  }

  private static var counts: [WritableKeyPath<LoadFigures, Int>] {
    [
      \.offered, \.answered, \.answeredInTime, \.abandoned, \.abandonedShortly, \.abandonedInTime,
      \.leftForCallback, \.endedByFlow, \.goneBeforeQueue, \.calledAgain, \.refused,
      \.callbacksConnected,
      \.callbacksToMachine, \.callbacksFailed, \.dialsBusy, \.dialsUnanswered, \.dialsOther,
      \.callbacksExpired,
      \.callbacksCalledIn, \.callbacksMerged, \.missedOffers, \.handled,
    ]
  }

  private static var times: [WritableKeyPath<LoadFigures, Int64>] {
    [\.talking, \.wrappingUp, \.ready, \.idle, \.missing]
  }

  private static var lists: [WritableKeyPath<LoadFigures, [Int64]>] {
    [\.waits, \.abandonWaits, \.callbackWaits]
  }
}

/// What one replication found.
public struct RunFigures: Hashable, Sendable {
  /// The intervals from the start of the run.
  public internal(set) var intervals: [LoadFigures]
  /// How good the estimators were.
  public internal(set) var scores: [WaitEstimator: EstimateScore] = [:]
  /// How long the oldest contact had waited at the end, in milliseconds.
  public internal(set) var oldestWait: Int64?
  /// Who still waits at the end on the line.
  public internal(set) var stillWaiting = 0
  /// Callbacks that still wait at the end.
  public internal(set) var pendingCallbacks = 0

  /// The rules of the contact center that did not hold at the end.
  public internal(set) var breaches: [String] = []

  /// All intervals in one.
  public var total: LoadFigures {
    intervals.reduce(into: LoadFigures()) { $0.add($1) }
  }
}

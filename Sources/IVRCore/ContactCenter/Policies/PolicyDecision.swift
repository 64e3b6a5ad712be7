/// What a policy says to a request for a callback, and why.
public struct PolicyDecision: Codable, Hashable, Sendable {
  /// What becomes of the request.
  public enum Verdict: Codable, Hashable, Sendable {
    /// It waits at its own place.
    case accepted
    /// The same task asked for the same before: nothing is added.
    case replay
    /// It does not wait.
    case refused(Refusal)
    /// It waits at the place of a callback that ends.
    case takesOver(TaskID)
    /// It becomes part of a callback that goes on waiting.
    case mergesInto(TaskID)
    /// It waits at its own place, and a callback ends.
    case replaces(TaskID)
  }

  /// Why a request does not wait.
  public enum Refusal: Codable, Hashable, Sendable {
    /// Another callback of the same key waits.
    case duplicate(of: TaskID)
    /// The number asked too often.
    case numberThrottled
    /// The queue was asked too often.
    case queueThrottled
    /// Too many callbacks wait.
    case queueFull
    /// The number is on the list of exceptions.
    case exception
    /// The number costs extra.
    case premium
    /// No numbering plan has the number.
    case impossible
  }

  /// What becomes of the request.
  public let verdict: Verdict
  /// What was looked at, one sentence each, in the order of the checks; the last one decided.
  public let reasons: [String]

  /// The callback that stood in the way.
  public var existing: TaskID? {
    switch verdict {
    case .refused(.duplicate(let task)), .takesOver(let task), .mergesInto(let task),
      .replaces(let task):
      task
    case .accepted, .replay, .refused: nil
    }
  }

  /// Whether the request does not wait.
  public var isRefused: Bool { if case .refused = verdict { true } else { false } }
}

extension PolicyDecision.Verdict {
  /// A word for tables and the trace.
  public var word: String {
    switch self {
    case .accepted: "accepted"
    case .replay: "replay"
    case .refused(let refusal): "refused (\(refusal.word))"
    case .takesOver(let task): "takes over \(task.short)"
    case .mergesInto(let task): "merged into \(task.short)"
    case .replaces(let task): "replaces \(task.short)"
    }
  }

  /// What callers and agents notice of it; `nil` where other lines tell it.
  var sentence: String? {
    switch self {
    case .accepted, .replay, .refused(.duplicate): nil
    case .refused(let refusal): "is refused: \(refusal.word)"
    case .takesOver(let task): "takes the place of task \(task.short), which ends"
    case .mergesInto(let task): "becomes part of that of task \(task.short)"
    case .replaces(let task): "replaces that of task \(task.short), which ends"
    }
  }
}

extension PolicyDecision.Refusal {
  /// Why, in a few words.
  public var word: String {
    switch self {
    case .duplicate(let task): "duplicate of \(task.short)"
    case .numberThrottled: "the number asked too often"
    case .queueThrottled: "the queue was asked too often"
    case .queueFull: "too many callbacks wait"
    case .exception: "the number is an exception"
    case .premium: "a premium number"
    case .impossible: "no possible number"
    }
  }

  /// The HTTP status of the lab's APIs: 409 for a duplicate, 429 for a rate, 503 for a full queue,
  /// 400 for the number itself.
  var status: Int {
    switch self {
    case .duplicate: 409
    case .numberThrottled, .queueThrottled: 429
    case .queueFull: 503
    case .exception, .premium, .impossible: 400
    }
  }

  /// The description that flows and clients are given.
  func sentence(number: String) -> String {
    switch self {
    case .duplicate(let existing):
      "INVALID_REQUEST: a callback to \(number) is already waiting (task \(existing))"
    default: "INVALID_REQUEST: no callback to \(number): \(word)"
    }
  }
}

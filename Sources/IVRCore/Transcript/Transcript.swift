/// Tells in words what callers and agents notice, from the entries of the trace.
///
/// It has to be given every entry from the start of a run, since it remembers which phone a task
/// belongs to and which music plays.
public struct Transcript: Codable, Hashable, Sendable {
  /// The customer's end of a task.
  private struct Leg: Codable, Hashable {
    let phone: PhoneID
    var ended: SimulationTime?
  }

  private var legs: [TaskID: Leg] = [:]
  private var music: [TaskID: [String]] = [:]

  /// The transcript of a run that has not begun.
  public init() {}

  /// The lines of an entry: none where nobody notices it, several where it is long or has a reason.
  ///
  /// Music that plays on is told once. `state` is the state after the step that made the entry.
  public mutating func add(_ entry: TraceEntry, state: EngineState) -> [TranscriptLine] {
    noteLeg(of: entry)
    return told(entry, state).map { told in
      TranscriptLine(
        time: entry.time, phone: told.isOfPhone ? phone(of: entry) : nil, kind: told.kind,
        text: told.text, speech: told.speech)
    }
  }

  /// The phone at the customer's end of a task, also after its call has ended.
  public func phone(of task: TaskID) -> PhoneID? { legs[task]?.phone }

  private mutating func noteLeg(of entry: TraceEntry) {
    guard let task = entry.task else { return }
    if let phone = entry.event.phone { legs[task] = Leg(phone: phone) }
    if case .callEnded = entry.event { legs[task]?.ended = entry.time }
  }

  /// The phone that an entry belongs to; what happens to a contact later than its call is no longer
  /// the phone's.
  private func phone(of entry: TraceEntry) -> PhoneID? {
    guard let leg = entry.task.flatMap({ legs[$0] }) else { return entry.event.phone }
    return leg.ended == nil || leg.ended == entry.time ? leg.phone : nil
  }

  /// A line before it has a place.
  private struct Told {
    var kind: TranscriptLine.Kind
    var text: String
    var isOfPhone = true
    var speech: TranscriptLine.Speech?
  }

  private mutating func told(_ entry: TraceEntry, _ state: EngineState) -> [Told] {
    switch entry.event {
    case .heard(let utterance): heard(utterance, entry.task)
    case .pressed(let key, let use): [Told(kind: .pressed, text: key.rawValue + use.remark)]
    case .activity(let record): reasons(of: record)
    case .callbackRefused(let number, let existing):
      Self.why(["a callback to \(number) waits already", "it is task \(existing.short)"])
    case .callEnded(let ending):
      [Told(kind: .state, text: ending.sentence(after: duration(of: entry, state)))]
    case .agent, .offered:
      [Told(kind: .state, text: entry.event.sentence ?? "", isOfPhone: false)]
    case .queued where phone(of: entry) == nil, .leftQueue where phone(of: entry) == nil:
      [Told(kind: .state, text: subject(of: entry, state) + (entry.event.sentence ?? ""))]
    default: other(entry.event)
    }
  }

  /// The customer's number in place of a phone.
  private func subject(of entry: TraceEntry, _ state: EngineState) -> String {
    entry.task.flatMap { state.tasks[$0]?.customerNumber }.map { $0 + " " } ?? ""
  }

  private func other(_ event: TraceEvent) -> [Told] {
    if let sentence = event.sentence { return [Told(kind: .state, text: sentence)] }
    if let remark = event.remark { return [Told(kind: .note, text: remark)] }
    return []
  }

  private mutating func heard(_ utterance: Utterance, _ task: TaskID?) -> [Told] {
    let isMusic = !utterance.lines.isEmpty && utterance.lines.allSatisfy { $0.hasPrefix("♪") }
    if let task {
      if isMusic, music[task] == utterance.lines { return [] }
      music[task] = isMusic ? utterance.lines : nil
    }
    return utterance.lines.enumerated().map { index, line in
      Told(kind: .heard, text: line, speech: index == 0 ? .whole(utterance) : .rest)
    }
      + utterance.notes.map { Told(kind: .note, text: $0) }
  }

  private func duration(of entry: TraceEntry, _ state: EngineState) -> Int64 {
    phone(of: entry).flatMap { state.phones[$0]?.lastDuration } ?? 0
  }

  /// Why a condition was met, where it looked at a task that a search found; else its error.
  private func reasons(of record: ActivityRecord) -> [Told] {
    if let reason = record.matchReason { return Self.why(reason) }
    return record.error.map { error in
      [Told(kind: .note, text: "\(record.label) failed: \(error)")]
    } ?? []
  }

  private static func why(_ lines: [String]) -> [Told] {
    lines.enumerated().map { index, line in
      Told(kind: .why, text: (index == 0 ? "why: " : "     ") + line)
    }
  }
}

extension KeyUse {
  /// What is said behind a key that the activity did not take.
  fileprivate var remark: String {
    switch self {
    case .taken: ""
    case .kept: " (kept for the next question)"
    case .dropped: " (nothing listened)"
    case .ignored: " (not asked for)"
    }
  }
}

extension ActivityRecord {
  /// The detail of a name.
  public func detail(_ name: String) -> String? { details.first { $0.name == name }?.value }

  /// Whether it belongs to an event flow that runs beside the call, which the caller does not hear.
  public var isAside: Bool {
    guard let handler else { return false }
    return !FlowPart.handler(handler).speaksToCaller
  }

  /// What went wrong, where it failed.
  public var error: String? { detail("error") }

  /// The task that a search found and the values that the condition saw, where it was met because
  /// of them; one sentence each.
  public var matchReason: [String]? {
    guard outcome == "true", let task = detail("matched task") else { return nil }
    let own = ["expression", "value", "matched task"]
    let reads = details.filter { !own.contains($0.name) }.map { read in
      "\(read.name) is \(read.value.isEmpty ? "empty" : read.value)"
    }
    return ["task \(TaskID(rawValue: task).short) matched"] + reads
  }
}

import IVRLanguages

/// One line of what people at phones and desks notice.
public struct TranscriptLine: Codable, Hashable, Sendable {
  /// What a line tells.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The caller hears it.
    case heard
    /// The caller pressed it.
    case pressed
    /// A call, an agent or a queue changed.
    case state
    /// The reason for what is heard next.
    case why
    /// A remark: a fault of the flow, or of the simulator.
    case note

    /// The mark before the text, one column wide.
    public var mark: String {
      switch self {
      case .heard: "◀"
      case .pressed: "▶"
      case .state: "●"
      case .why: " "
      case .note: "·"
      }
    }
  }

  /// When.
  public let time: SimulationTime
  /// The phone it belongs to; `nil` for agents and the lab.
  public let phone: PhoneID?
  /// What it tells.
  public let kind: Kind
  /// The text, on one line; the lines of a reason after its first are indented.
  public let text: String
  /// What is said, where the line is heard.
  public let speech: Speech?

  /// The prompt that a line is part of.
  public enum Speech: Codable, Hashable, Sendable {
    /// Its first line, with the whole prompt in all its views.
    case whole(Utterance)
    /// A further line.
    case rest
  }

  /// A line; control characters in the text are made visible.
  public init(
    time: SimulationTime, phone: PhoneID?, kind: Kind, text: String, speech: Speech? = nil
  ) {
    self.speech = speech
    self.time = time
    self.phone = phone
    self.kind = kind
    self.text = VisibleText.line(text)
  }

  /// The whole line with time and phone.
  ///
  /// For example `10:00:04.250 phone 1 ◀ All agents are busy.`
  public var line: String {
    let place = phone.map { "phone \($0)" } ?? ""
    let blanks = String(repeating: " ", count: max(0, 7 - place.count))
    return "\(CivilTime(time).preciseClock) \(place)\(blanks) \(kind.mark) \(text)"
  }

  /// Both lines in one, where the next key follows another of the same phone; `nil` otherwise.
  ///
  /// A key that was not taken carries a remark in brackets and stands alone.
  public func joined(by next: TranscriptLine) -> TranscriptLine? {
    let areKeys = kind == .pressed && next.kind == .pressed && next.phone == phone
    guard areKeys, !text.hasSuffix(")"), !next.text.hasSuffix(")") else { return nil }
    return TranscriptLine(time: time, phone: phone, kind: kind, text: text + next.text)
  }
}

extension [TranscriptLine] {
  /// Adds a line; the keys that a phone presses in a row become one.
  public mutating func appendJoining(_ next: TranscriptLine) {
    if let joined = last?.joined(by: next) {
      self[count - 1] = joined
    } else {
      append(next)
    }
  }
}

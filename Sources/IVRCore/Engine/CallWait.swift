/// What a call is doing inside its flow, for a screen that says what it waits for.
public struct CallWait: Hashable, Sendable {
  /// What would move it on.
  public enum Kind: Hashable, Sendable {
    /// Nothing but time: a message is spoken.
    case message
    /// Nothing but time: music plays.
    case music
    /// One key of a menu.
    case key
    /// Keys, from `minimum` to `maximum` of them, or fewer and the terminator.
    case digits(minimum: Int, maximum: Int, terminator: DTMF?)
    /// An answer of the contact center or of a service.
    case answer
    /// Nothing; it goes on at this instant.
    case passing
  }

  /// What ends the wait by itself.
  public enum Timer: Hashable, Sendable {
    /// The end of what is heard.
    case playback
    /// The longest wait for the first key.
    case firstKey
    /// The longest wait for a further key.
    case nextKey
  }

  /// The label of the activity.
  public let label: String
  /// The registry name of the activity, for example `ivr-menu`.
  public let activity: String
  /// What would move it on.
  public let kind: Kind
  /// Whether a prompt or music is heard.
  public let isSpeaking: Bool
  /// Whether a key would be taken now.
  public let takesKeys: Bool
  /// The keys of a menu, in the order of the document.
  public let keys: [MenuKey]
  /// The digits collected so far.
  public let typed: String
  /// The timer that runs.
  public let timer: Timer?
  /// Milliseconds until that timer ends.
  public let remaining: Int64?
}

/// A key of a menu with what the flow's author calls it.
public struct MenuKey: Hashable, Sendable {
  /// The key, `0` to `9`, `*` or `#`.
  public let key: String
  /// The author's words; empty where there are none.
  public let meaning: String
}

extension Engine {
  /// What a call does in its flow; `nil` where no flow speaks to the caller.
  public func waiting(of id: TaskID) -> CallWait? {
    guard let session = state.sessions[id], session.isCallerListening,
      let thread = session.threads.last(where: { $0.part == .main || $0.part == .globalError }),
      let activity = world.flows[thread.frame?.flowName ?? session.flowName]?
        .graph(thread.part)[thread.activity]
    else { return nil }
    let isSpeaking = thread.timers[.playback] != nil
    let timer = ThreadTimer.allCases.lazy.compactMap { kind in
      thread.timers[kind].map { (kind, $0) }
    }.first
    let end = timer.flatMap { state.events.time(of: $0.1) }
    var typed = ""
    if case .collecting(let digits) = thread.memory { typed = digits.digits }
    return CallWait(
      label: activity.label, activity: activity.descriptor.name,
      kind: activity.settings.waitKind(isAsking: thread.question != nil),
      isSpeaking: isSpeaking, takesKeys: activity.settings.takesKeys(isSpeaking: isSpeaking),
      keys: (activity.settings as? MenuSettings)?.namedKeys ?? [], typed: typed,
      timer: timer?.0.shown, remaining: end.map { $0.since(state.now) })
  }
}

extension ThreadTimer {
  fileprivate var shown: CallWait.Timer {
    switch self {
    case .playback: .playback
    case .entry: .firstKey
    case .interDigit: .nextKey
    }
  }
}

extension ActivitySettings {
  fileprivate func waitKind(isAsking: Bool) -> CallWait.Kind {
    switch self {
    case is MenuSettings: .key
    case let digits as CollectDigitsSettings:
      .digits(
        minimum: digits.minimum.whole(standard: 1), maximum: digits.maximum.whole(standard: 10),
        terminator: digits.terminator)
    case is PlayMessageSettings: .message
    case is PlayMusicSettings: .music
    default: isAsking ? .answer : .passing
    }
  }

  fileprivate func takesKeys(isSpeaking: Bool) -> Bool {
    switch self {
    case let menu as MenuSettings: menu.isInterruptible || !isSpeaking
    case let digits as CollectDigitsSettings: digits.isInterruptible || !isSpeaking
    default: false
    }
  }
}

extension NumberSetting {
  /// The number where it is written in the document, as a whole one.
  func whole(standard: Int) -> Int {
    if case .literal(let value) = self { Int(min(max(value, 0), 20)) } else { standard }
  }
}

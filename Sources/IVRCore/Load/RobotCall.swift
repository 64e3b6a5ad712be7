/// What a robot caller means to do, drawn once when it calls.
struct RobotCall: Sendable {
  let phone: PhoneID
  /// Its stream in the load, by place.
  let stream: Int
  let patience: Int64
  let wantsCallback: Bool
  let answer: CallbackAnswer
  /// When it entered a queue; the interval it counts in.
  var queued: SimulationTime?
  /// When it left the line for a callback.
  var left: SimulationTime?
  /// Whether its call is over, or an agent has it.
  var isDone = false
  /// The menu or collection it has reacted to.
  var visit: RobotVisit?

  /// What becomes of a callback that rings.
  enum CallbackAnswer: Sendable {
    case person, machine, nobody
  }
}

/// One stay of a call in an activity.
struct RobotVisit: Codable, Hashable, Sendable {
  let thread: Int
  let activity: ActivityID
  let entered: SimulationTime
}

/// What a robot does at its time.
enum RobotAct: Codable, Hashable, Sendable {
  /// The next caller of a stream calls.
  case call(stream: Int)
  /// Keys are pressed in an activity, where the call is still in it.
  case press(TaskID, RobotVisit, keys: String)
  /// One who waits for a callback calls again.
  case callAgain(TaskID)
  /// A caller has waited long enough.
  case losePatience(TaskID)
  /// Somebody or something answers a callback.
  case pickUp(TaskID)
  /// An agent begins or ends a shift.
  case shift(AgentID, isOn: Bool)
  /// An agent takes an offer.
  case accept(AgentID, TaskID)
  /// An agent ends a talk.
  case end(AgentID, TaskID)
  /// An agent is done with the wrap-up.
  case wrapUp(AgentID, TaskID)
  /// An agent who missed an offer is back.
  case comeBack(AgentID)
}

extension Engine {
  /// What a robot would do where its call is: the stay, and the keys to press; `nil` where nothing
  /// asks for a key that could be taken now, and in the stay that it reacted to before.
  ///
  /// A menu that speaks of a callback is answered by the wish for one; where there is no wish, by a
  /// key that speaks of staying, else not at all. At other menus the first key is right. Digits are
  /// the robot's own number.
  func reaction(
    of id: TaskID, number: String, wantsCallback: Bool, after earlier: RobotVisit?
  ) -> (RobotVisit, String)? {
    guard let session = state.sessions[id], session.isCallerListening,
      let thread = session.threads.last(where: { $0.part.speaksToCaller }),
      let activity = world.flows[thread.frame?.flowName ?? session.flowName]?
        .graph(thread.part)[thread.activity]
    else { return nil }
    let isSpeaking = thread.timers[.playback] != nil
    let visit = RobotVisit(thread: thread.id, activity: activity.id, entered: thread.entered)
    if visit == earlier { return nil }
    switch activity.settings {
    case let menu as MenuSettings where menu.isInterruptible || !isSpeaking:
      return menu.choice(wantsCallback: wantsCallback).map { (visit, $0) }
    case let digits as CollectDigitsSettings where digits.isInterruptible || !isSpeaking:
      let most = digits.maximum.whole(standard: 10)
      let typed = String(number.suffix(most))
      return (visit, typed.count < most ? typed + (digits.terminator?.rawValue ?? "") : typed)
    default: return nil
    }
  }
}

extension MenuSettings {
  fileprivate func choice(wantsCallback: Bool) -> String? {
    let keys = namedKeys
    guard let callback = keys.first(where: { $0.speaks(of: ["callback", "call back"]) }) else {
      return keys.first?.key
    }
    if wantsCallback { return callback.key }
    return keys.first { $0.speaks(of: ["stay", "hold", "wait"]) }?.key
  }
}

extension MenuKey {
  fileprivate func speaks(of words: [String]) -> Bool {
    let text = meaning.lowercased()
    return words.contains { text.firstRange(of: $0) != nil }
  }
}

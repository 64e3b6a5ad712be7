import IVRCore

/// What moves the engine.
extension AppState {
  /// Does something in the lab and lets happen what it causes at this instant.
  mutating func submit(_ input: EngineInput) {
    if !clock.hasBegun {
      clock.begin()
      clock.anchor(real: realNow, simulated: now)
    }
    engine.submit(input)
    settle()
  }

  /// When something happens by itself next: in the lab, or because a robot does something.
  var nextEventTime: SimulationTime? {
    [engine.nextEventTime, load?.nextTime].compactMap { $0 }.min()
  }

  /// Takes the next event; returns what a person would notice of it.
  ///
  /// What is due in the lab happens before what robots do at the same instant.
  @discardableResult
  mutating func step() -> Bool {
    if let act = load?.nextTime, engine.nextEventTime.map({ act < $0 }) ?? true {
      engine.advance(to: act)
      load?.act(in: &engine)
      return false
    }
    let outputs = engine.step()
    load?.follow(outputs, in: &engine)
    board.follow(engine)
    var isNotable = false
    for output in outputs {
      switch output {
      case .trace(let entry): if note(entry) { isNotable = true }
      case .response(let id, let response):
        if id == formRequest { formResponse = response }
        service.answer(id, response)
      case .send(let request): service.send(request)
      }
    }
    followOutside()
    return isNotable
  }

  /// Takes all events of this instant.
  mutating func settle() {
    var left = Self.instantLimit
    while let next = nextEventTime, next <= now, left > 0 {
      step()
      left -= 1
    }
  }

  /// More events than any instant of a lab holds; a flow that loops is ended by the engine before.
  private static let instantLimit = 20_000

  private mutating func note(_ entry: TraceEntry) -> Bool {
    let told = log.add(entry, state: engine.state)
    if told.contains(where: { $0.kind == .why }) { hasSeenRefusal = true }
    if let task = entry.task { follow(entry.event, task) }
    return entry.activity.map { $0.activity != "play-music" }
      ?? told.contains { $0.kind != .pressed }
  }

  private mutating func follow(_ event: TraceEvent, _ task: TaskID) {
    switch event {
    case .dialled(let phone, _, _, _), .ringing(let phone, _):
      guard let index = phones.firstIndex(where: { $0.id == phone }) else { return }
      phones[index].task = task
    default: break
    }
  }

  /// Goes on to what real time asks for, at most `limit` events; returns whether more are due.
  mutating func catchUp(limit: Int = 64) -> Bool {
    guard let goal = goal else { return false }
    if go(to: goal, limit: limit) { return true }
    if clock.target == goal { arrive(at: goal) }
    return false
  }

  /// Goes on to a time, at most `limit` events; returns whether more are due.
  ///
  /// Ends as well where a flow begins to wait for a real host.
  mutating func go(to goal: SimulationTime, limit: Int = 64) -> Bool {
    var left = limit
    let wasHeld = clock.isHeld
    while let next = nextEventTime, next <= goal {
      if left == 0 || clock.isHeld && !wasHeld { return true }
      step()
      left -= 1
    }
    engine.advance(to: goal)
    board.follow(engine)
    return false
  }

  /// Where the clock should stand now; nil while it stands still.
  private var goal: SimulationTime? {
    guard let target = clock.target else {
      return clock.isRunning ? clock.simulated(at: realNow) : nil
    }
    return clock.isHeld ? min(target, clock.simulated(at: realNow)) : target
  }

  /// While a flow waits for a real host simulated time runs like the real one.
  private mutating func followOutside() {
    guard clock.isHeld != engine.isAskingOutside else { return }
    anchorClock()
    clock.setHeld(!clock.isHeld)
  }

  private mutating func arrive(at goal: SimulationTime) {
    clock.setPaused(true)
    say(Strings.arrived(goal), .good)
  }

  /// Lets the clock run from here, after a jump or a change of speed.
  mutating func anchorClock() {
    clock.anchor(real: realNow, simulated: now)
  }

  /// Tells the user something.
  mutating func say(_ text: String, _ tone: Notice.Tone = .plain) {
    notice = Notice(text: text, tone: tone, end: realNow + Self.noticeTime)
  }

  private static let noticeTime: Int64 = 8_000
}

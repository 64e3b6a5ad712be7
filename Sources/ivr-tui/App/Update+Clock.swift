import IVRCore

/// What is done to the clock.
enum ClockAction: Equatable {
  case togglePause
  case setPaused(Bool)
  case step
  case next
  case faster, slower
  case setSpeed(Int64)
  case run(to: SimulationTime)
}

extension AppState {
  mutating func perform(_ action: ClockAction) {
    switch action {
    case .togglePause: setPaused(clock.target == nil && !clock.isPaused)
    case .setPaused(let isPaused): setPaused(isPaused)
    case .step: oneEvent()
    case .next: nextNotable()
    case .faster: setSpeed(clock.neighbour(faster: true))
    case .slower: setSpeed(clock.neighbour(faster: false))
    case .setSpeed(let speed): setSpeed(speed)
    case .run(let time): run(to: time)
    }
  }

  private mutating func setPaused(_ isPaused: Bool) {
    clock.setPaused(isPaused)
    anchorClock()
    say(isPaused ? Strings.paused : Strings.goesOn)
  }

  private mutating func setSpeed(_ speed: Int64) {
    anchorClock()
    clock.setSpeed(speed)
    say(Strings.speedIs(speed))
  }

  private mutating func run(to time: SimulationTime) {
    guard time > now else {
      say(Strings.isOver(time), .bad)
      return
    }
    clock.setPaused(false)
    clock.setTarget(time)
  }

  /// Takes one event and pauses.
  private mutating func oneEvent() {
    if clock.isHeld { return say(Strings.waitsOutside) }
    clock.setPaused(true)
    guard let time = nextEventTime else {
      say(Strings.nothingAhead(Hint.next(self), isEmpty: true))
      return
    }
    guard time.since(now) <= Self.horizon else {
      say(Strings.farAhead(time.since(now)))
      return
    }
    let row = log.rows.count
    step()
    let what = log.rows.count > row ? log.rows[row].summary : Strings.insideStep
    say(Strings.stepped(what))
    anchorClock()
  }

  /// How far ahead a jump looks, in milliseconds.
  private static let horizon: Int64 = 3_600_000
  /// How many events a jump takes at most.
  private static let jumpLimit = 50_000

  /// Goes on to the next thing that a person would notice, and to the end of its instant.
  ///
  /// Tried on a copy first: where only the longest wait of a queue is ahead, nothing moves.
  private mutating func nextNotable() {
    if clock.isHeld { return say(Strings.waitsOutside) }
    var ahead = self
    let limit = now.advanced(by: Self.horizon)
    var left = Self.jumpLimit
    while let next = ahead.nextEventTime, next <= limit, left > 0 {
      left -= 1
      let before = ahead.listeners
      let isNotable = ahead.step()
      let isHeard = !ahead.listeners.subtracting(before).isEmpty
      guard isNotable || isHeard || ahead.clock.isHeld else { continue }
      ahead.settle()
      self = ahead
      clock.begin()
      anchorClock()
      return
    }
    say(Strings.nothingAhead(Hint.next(self), isEmpty: nextEventTime == nil))
  }

  /// The calls that wait in silence for a key.
  private var listeners: Set<TaskID> {
    let tasks = phones.compactMap { engine.state.phones[$0.id]?.state.task }
    return Set(
      tasks.filter { id in
        engine.waiting(of: id).map { $0.takesKeys && !$0.isSpeaking } ?? false
      })
  }
}

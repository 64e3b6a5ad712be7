/// The keys while a demo plays.
extension AppState {
  /// Space pauses, the arrows change the chapter, q leaves; any other key takes the lab over, and
  /// does nothing else.
  mutating func pressInDemo(_ key: Key) -> [Command] {
    guard let show = demo else { return [] }
    switch key {
    case .character("q"), .character("Q"): return [.quit]
    case .character(" "): pauseDemo()
    case .right: demo?.go(to: show.chapter + 1)
    case .left: demo?.go(to: max(0, show.chapter - 1))
    default: takeOver()
    }
    return []
  }

  /// Stops the demo, lets it go on, or begins it again once it is over.
  mutating func pauseDemo() {
    guard let show = demo else { return }
    if show.isOver {
      demo?.go(to: 0)
      return
    }
    demo?.setPaused(!show.isPaused, at: realNow)
    clock.setPaused(!show.isPaused || demo?.holdEnd != nil)
    anchorClock()
  }

  /// Ends the demo; its lab stays as it is, with the clock stopped.
  mutating func takeOver() {
    demo = nil
    clock.setSpeed(1)
    clock.setPaused(true)
    anchorClock()
    say(Strings.Demo.isYours, .good)
  }
}

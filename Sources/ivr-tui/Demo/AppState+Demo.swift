import IVRCore

/// A demo at work: it takes the place of the person at the keys, and of the clock's own pace.
extension AppState {
  /// Does what the demo has to do by now; returns whether more is due.
  mutating func playDemo() -> Bool {
    while let show = demo, show.isPlaying {
      if !show.hasBegun {
        beginChapter()
        continue
      }
      if let end = show.holdEnd {
        guard realNow >= end else { return false }
        demo?.hold(until: nil)
        clock.setPaused(false)
        anchorClock()
        continue
      }
      guard let cue = show.cue else {
        endDemo()
        return false
      }
      let goal = clock.simulated(at: realNow)
      if go(to: min(goal, cue.time)) { return true }
      guard cue.time <= goal else { return false }
      demo?.passCue()
      perform(cue)
    }
    return false
  }

  /// When the demo wants its next turn, in real milliseconds.
  var demoDeadline: Int64? {
    guard let demo, demo.isPlaying else { return nil }
    return demo.hasBegun
      ? demo.holdEnd ?? demo.cue.map { clock.real(of: $0.time) } ?? realNow : realNow
  }

  /// A lab where nothing has happened yet, with a clock that runs.
  private mutating func beginChapter() {
    var show = demo
    show?.begin()
    reset()
    demo = show
    focus = .phone
    clock.begin()
    anchorClock()
    if let show {
      let count = show.chapters.count
      tell(.chapter(Strings.Demo.chapter(show.chapter + 1, of: count, show.title)))
    }
  }

  private mutating func perform(_ cue: ScenarioCue) {
    switch cue.content {
    case .input(let input): perform(input)
    case .direction(let direction): perform(direction)
    case .end: endChapter()
    }
  }

  /// Brings forward where something is done, and does it.
  private mutating func perform(_ input: EngineInput) {
    switch input {
    case .dial(let id, let number):
      show(id)
      phones[phone].number = number
      phones[phone].isUntouched = true
      queueChoice = nil
    case .press(let id, let key):
      show(id)
      if let key = key.rawValue.first {
        lit = LitKey(phone: phone, key: key, end: realNow + Self.lightTime)
      }
    case .hangUp(let id), .answer(let id), .refuse(let id), .confirm(let id): show(id)
    case .agent(let id, _):
      agent = engine.state.agents.values.firstIndex { $0.id == id } ?? agent
      focus = .agent
    case .setGuard, .setFault, .setOutcome, .request, .delivered: break
    }
    submit(input)
  }

  private mutating func show(_ id: PhoneID) {
    if let index = phones.firstIndex(where: { $0.id == id }), index != phone { show(phone: index) }
    focus = .phone
  }

  private mutating func perform(_ direction: StageDirection) {
    switch direction {
    case .chapter: break
    case .caption(let text):
      demo?.caption = text
      tell(.sentence(text))
      hold(Self.readingTime(of: text))
    case .pause(let milliseconds): hold(milliseconds)
    case .speed(let speed):
      anchorClock()
      clock.setSpeed(speed)
    case .show(let part): focus = Pane(part)
    }
  }

  /// Lets the story stand still.
  private mutating func hold(_ milliseconds: Int64) {
    clock.setPaused(true)
    demo?.hold(until: realNow + milliseconds)
  }

  /// How long a sentence is read, in milliseconds.
  static func readingTime(of text: String) -> Int64 { 1_500 + 42 * Int64(text.count) }

  private mutating func endChapter() {
    tell(.sentence(Strings.Demo.ending(waitingByQueue)))
    guard let show = demo, show.chapter + 1 < show.chapters.count else { return endDemo() }
    demo?.go(to: show.chapter + 1)
  }

  private mutating func endDemo() {
    demo?.end()
    clock.setPaused(true)
  }

  private mutating func tell(_ news: LabNews) { log.news?.append(news) }

  /// The queues where callbacks wait, with how many.
  private var waitingByQueue: [(queue: String, count: Int)] {
    engine.state.queues.values.compactMap { queue in
      let count = waitingCallbacks.count { $0.queue == queue.id }
      return count > 0 ? (queue.name, count) : nil
    }
  }
}

extension Pane {
  init(_ part: StageDirection.Part) {
    self =
      switch part {
      case .phone: .phone
      case .agent: .agent
      case .heard: .heard
      case .queue: .queue
      case .trace: .trace
      }
  }
}

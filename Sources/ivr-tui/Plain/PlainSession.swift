import IVRCore
import IVRLanguages

/// The lab as a dialogue of lines: commands go in, sentences come out.
///
/// Everything is the state's own: the commands behind the colon, the lines of the transcript, the
/// notices. Without real time the clock moves only by commands, so the same lines in give the same
/// lines out.
struct PlainSession {
  private(set) var state: AppState
  /// Whether the clock follows the real one.
  let isRealTime: Bool
  private let text: PlainText
  /// Reads the documents again.
  private let load: () -> (world: World?, findings: [Diagnostic])
  /// Whether the user wants to leave.
  private(set) var isOver = false
  /// Sends what the lab wants sent to hosts outside, and waits until no flow waits any more.
  private let askOutside: (inout AppState) -> Void

  init(
    _ state: AppState, isRealTime: Bool, isASCII: Bool,
    askOutside: @escaping (inout AppState) -> Void = { _ in },
    load: @escaping () -> (world: World?, findings: [Diagnostic])
  ) {
    self.load = load
    self.askOutside = askOutside
    self.state = state
    self.state.isPlain = true
    self.state.log.news = []
    self.isRealTime = isRealTime
    text = PlainText(isASCII: isASCII)
  }

  /// What is said at the beginning.
  var greeting: [String] {
    [Strings.Plain.greeting(state.lab.name), Strings.Plain.next(Hint.next(state))].map(text.shown)
  }

  /// Does what a line says; returns what there is to tell.
  mutating func execute(_ line: String) -> [String] {
    let words = PlainCommands.words(of: line)
    guard !words.isEmpty || state.demo != nil else { return [] }
    state.notice = nil
    do {
      if state.demo == nil || !steer(words) {
        let commands = try PlainCommands.run(words, &state, isRealTime: isRealTime)
        isOver = commands.contains(.quit)
        for case .wait(let time) in commands { wait(until: time) }
        if commands.contains(.reload) {
          let loaded = load()
          _ = update(&state, .reloaded(loaded.world, loaded.findings))
        }
      }
    } catch {
      state.say(error.message, .bad)
    }
    finishRun()
    return news()
  }

  /// Lets real time come so far; returns what there is to tell.
  mutating func tick(_ now: Int64) -> [String] {
    repeat { _ = update(&state, .tick(now)) } while state.isBehind
    if state.demo?.isOver == true { isOver = true }
    state.notice = nil
    return news()
  }

  /// Plays a demo to its end without waiting; returns what there is to tell.
  ///
  /// The steps are no longer than what the clock takes for a sleep of the machine.
  mutating func playDemo() -> [String] {
    var lines: [String] = []
    while let deadline = state.demoDeadline {
      lines += tick(max(state.realNow, min(deadline, state.realNow + 1_000)))
    }
    return lines
  }

  /// When to look again in real time, at the latest.
  var deadline: Int64? {
    var times = [state.demoDeadline].compactMap { $0 }
    if state.clock.isRunning {
      if let next = state.nextEventTime { times.append(state.clock.real(of: next)) }
      times.append(state.realNow + 1_000)
    }
    return times.min()
  }

  /// The few words that a demo listens to; false for others, which take the lab over.
  private mutating func steer(_ words: [String]) -> Bool {
    switch words.first?.lowercased() {
    case nil, "pause", "go": state.pauseDemo()
    case "next":
      let next = (state.demo?.chapter ?? 0) + 1
      state.demo?.go(to: next)
    case "quit": isOver = true
    default:
      state.takeOver()
      state.notice = nil
      state.log.news?.append(.sentence(Strings.Demo.isYoursTyped))
      return false
    }
    return true
  }

  /// A run to a time is done at once.
  private mutating func finishRun() {
    guard state.demo == nil else { return }
    repeat {
      _ = update(&state, .tick(state.realNow))
      if state.engine.isAskingOutside { askOutside(&state) }
    } while state.isBehind || state.clock.target != nil && !state.engine.isAskingOutside
  }

  private mutating func wait(until time: SimulationTime) {
    while state.go(to: time) { askOutside(&state) }
    state.anchorClock()
  }

  private mutating func news() -> [String] {
    let news = state.log.news ?? []
    // A demo presses key after key: they become one line when something else happens.
    let isTyping = state.demo?.isOver == false
    let held = isTyping ? news.reversed().prefix(while: \.isPress).count : 0
    var lines = text.lines(of: Array(news.dropLast(held)), state)
    state.log.news = news.suffix(held)
    state.overlay = nil
    if let notice = state.notice {
      lines.append(text.shown(Strings.Plain.typed(VisibleText.line(notice.text), isRealTime)))
    }
    state.notice = nil
    return lines
  }
}

import IVRCore
import IVRLanguages

/// Changes the state; the only place where it changes.
///
/// Returns what has to be done outside.
func update(_ state: inout AppState, _ message: Message) -> [Command] {
  switch message {
  case .tick(let now):
    state.tick(now)
    return []
  case .input(.resized(let size)):
    state.size = size
    return []
  case .input(.key(let key)):
    return state.press(key)
  case .input(.mouse(let event)): return state.point(event)
  case .input(.paste(let text)):
    state.paste(text)
    return []
  case .input(.closed): return [.quit]
  case .reloaded(let world, let findings):
    state.reload(world, findings)
    return []
  case .service(let event):
    state.take(event)
    return []
  case .serving(let result, let token):
    state.take(result, token: token)
    return []
  }
}

extension AppState {
  fileprivate mutating func tick(_ now: Int64) {
    // Stopped by the shell or asleep: the lab's time stood still as well.
    if clock.isRunning, now - realNow > Self.stall {
      clock.anchor(real: now, simulated: self.now)
    }
    realNow = now
    if let lit, lit.end <= now { self.lit = nil }
    if let notice, notice.end <= now { self.notice = nil }
    isBehind = demo == nil ? catchUp() : playDemo()
    checkRules()
    slip()
  }

  /// A clock that runs wakes the loop far more often than this, in milliseconds.
  private static let stall: Int64 = 5_000

  /// When the machine cannot keep up, the clock runs slower and does not run after itself.
  private mutating func slip() {
    guard clock.isRunning, let next = engine.nextEventTime else { return }
    if realNow - clock.real(of: next) > 1_000 { anchorClock() }
  }

  mutating func press(_ key: Key) -> [Command] {
    switch key {
    case .control("c"): return [.quit]
    case .control("l"): return [.repaint]
    default: break
    }
    notice = nil
    if demo != nil { return pressInDemo(key) }
    if overlay != nil { return pressInOverlay(key) }
    switch keyMap.resolve(key, self) {
    case .action(let action): return perform(action)
    case .disabled(let reason): say(reason, .bad)
    case .unknown:
      if case .character(let typed) = key, DTMF(typed) != nil, !typed.isLetter {
        say(Strings.Keys.phoneFirst, .bad)
      }
    }
    return []
  }

  /// Does what a key or a command means.
  mutating func perform(_ action: Action) -> [Command] {
    switch action {
    case .focus(let pane): focus(pane)
    case .focusNext(let step): focus(focus.moved(by: step))
    case .phone(let action): perform(action)
    case .agent(let action): perform(action)
    case .clock(let action): perform(action)
    case .move(let movement): move(movement)
    case .nextQueue(let step): switchQueue(by: step)
    case .switchGuard: switchGuard()
    case .toggleHints:
      showsHints.toggle()
      say(showsHints ? Strings.hintsOn : Strings.hintsOff)
    case .showWhy: showWhy()
    case .showDetail: showDetail()
    case .showHelp: overlay = .help(first: 0)
    case .showBoard: overlay = .board(first: 0)
    case .showFaults: overlay = .list(.disturbances(self))
    case .openCommandLine(let start): overlay = .commandLine(TypedLine(start))
    case .back: goBack()
    case .zoom: isZoomed.toggle()
    case .filter: openFilter()
    case .toggleOneCall: toggleOneCall()
    case .nextView: nextView()
    case .toggleMouse: setMouse(!looks.hasMouse)
    case .toggleServer: return toggledServer()
    case .quit: return askToLose(by: .quit)
    }
    return []
  }

  private mutating func focus(_ pane: Pane) { focus = pane }

  /// Whether there is something that Esc leaves.
  var canGoBack: Bool { !filter(of: focus).isEmpty || isZoomed || focus == .trace }

  private mutating func goBack() {
    if !filter(of: focus).isEmpty {
      filters[focus] = nil
    } else if isZoomed {
      isZoomed = false
    } else {
      focus = .phone
    }
  }

  private mutating func nextView() {
    let views = PromptView.allCases
    let place = views.firstIndex(of: speechView) ?? 0
    speechView = views[(place + 1) % views.count]
    say(Strings.shows(speechView))
  }

  mutating func setMouse(_ isOn: Bool) {
    looks.hasMouse = isOn
    say(isOn ? Strings.mouseOn : Strings.mouseOff)
  }

  private mutating func switchQueue(by step: Int) {
    let queues = engine.state.queues.values
    guard let current = queue, let place = queues.firstIndex(where: { $0.id == current.id }) else {
      return
    }
    let next = queues[((place + step) % queues.count + queues.count) % queues.count]
    queueChoice = next.id
    queueFirst = 0
    say(Strings.showsQueue(next.name))
  }

  private mutating func switchGuard() {
    guard let queue else { return }
    setGuard(queue.duplicateGuard == .refuse ? .off : .refuse, of: queue)
  }

  mutating func setGuard(_ mode: DuplicateGuard, of queue: ContactQueue) {
    submit(.setGuard(queue.id, mode))
    say(Strings.guardIs(mode, queue.name), .good)
  }
}

import IVRCore

/// Keys while something lies over the panes.
extension AppState {
  mutating func pressInOverlay(_ key: Key) -> [Command] {
    switch overlay {
    case .help(let first):
      overlay = scrolled(key, first).map { .help(first: $0) }
    case .text(let title, let lines, let first):
      overlay = scrolled(key, first).map { .text(title: title, lines: lines, first: $0) }
    case .board(let first): press(key, inBoard: first)
    case .list(let list): press(key, in: list)
    case .form(let form): press(key, in: form)
    case .commandLine(let line): return press(key, in: line)
    case .filterLine(let line): press(key, inFilter: line)
    case .confirm(let loss):
      overlay = nil
      if [.character("y"), .character("Y")].contains(key) { return lose(by: loss) }
      say(Strings.stays)
    case nil: break
    }
    return []
  }

  /// Does what loses calls and callbacks; asks first where there are any.
  mutating func askToLose(by loss: Overlay.Loss) -> [Command] {
    guard isLive, !isPlain else { return lose(by: loss) }
    overlay = .confirm(loss)
    return []
  }

  private mutating func lose(by loss: Overlay.Loss) -> [Command] {
    switch loss {
    case .quit: return [.quit]
    case .reload: return [.reload]
    case .reset:
      reset()
      say(Strings.isReset(lab.name), .good)
    case .seed(let seed):
      world.lab.seed = seed
      reset()
      say(Strings.isSeeded(seed), .good)
    }
    return []
  }

  /// The first line of a text after a key; nil closes it.
  private func scrolled(_ key: Key, _ first: Int) -> Int? {
    switch key {
    case .down, .character("j"): first + 1
    case .up, .character("k"): max(0, first - 1)
    case .pageDown, .character(" "): first + 10
    case .pageUp: max(0, first - 10)
    case .home: 0
    case .escape, .enter, .character("q"), .character("?"), .function(1): nil
    default: first
    }
  }

  /// On the board the clock's keys and those of the queues work as below it.
  private mutating func press(_ key: Key, inBoard first: Int) {
    if key == .character("b") {
      overlay = nil
    } else if case .action(.openCommandLine(let text)) = keyMap.resolve(key, self) {
      _ = perform(.openCommandLine(text))
    } else if case .action(let action) = keyMap.resolve(key, self), action.worksOnBoard {
      _ = perform(action)
    } else {
      overlay = scrolled(key, first).map { .board(first: $0) }
    }
  }

  private mutating func press(_ key: Key, in list: ListOverlay) {
    var list = list
    switch key {
    case .down, .character("j"), .tab: list.selected = min(list.selected + 1, list.items.count - 1)
    case .up, .character("k"), .backTab: list.selected = max(0, list.selected - 1)
    case .home, .pageUp: list.selected = 0
    case .end, .pageDown: list.selected = max(0, list.items.count - 1)
    case .enter: return take(list.selected, of: list)
    case .character(let character) where character.wholeNumberValue != nil:
      return take((character.wholeNumberValue ?? 0) - 1, of: list)
    case .escape, .character("q"):
      overlay = nil
      return
    default: break
    }
    overlay = .list(list)
  }

  mutating func take(_ index: Int, of list: ListOverlay) {
    guard list.items.indices.contains(index) else { return }
    overlay = nil
    let value = list.items[index].value
    switch list.purpose {
    case .dial:
      guard shownPhone?.state == .idle else { return }
      phones[phone].number = value
      phones[phone].isUntouched = true
      queueChoice = nil
      say(Strings.numberChosen)
    case .idle: act(.idle(value))
    case .wrapUp: act(.wrapUp(value))
    case .disturb: switchDisturbance(value)
    case .consult: act(.consult(AgentID(rawValue: value)))
    case .transfer:
      let targets = transferTargets
      guard let index = Int(value), targets.indices.contains(index) else { return }
      act(.transfer(targets[index].target))
    }
  }
}

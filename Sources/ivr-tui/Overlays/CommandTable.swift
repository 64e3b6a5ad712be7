import IVRCore
import IVRLanguages

/// The commands that can be typed, in the order of the help.
enum CommandTable {
  static let all: [TypedCommand] = clock + lab + [load] + phoneAndAgent + service + program

  /// Runs a command from its words.
  static func run(
    _ words: [String], _ state: inout AppState
  ) throws(CommandError) -> [Command] {
    let name = words[0].lowercased()
    guard let command = all.first(where: { $0.name == name }) else {
      throw CommandError(Strings.unknownCommand(words[0], all.map(\.name)))
    }
    return try command.run(&state, Array(words.dropFirst()))
  }

  /// Words that may stand where the last word is being typed.
  static func candidates(for line: TypedLine, _ state: AppState) -> [String] {
    let words = line.earlierWords
    guard let name = words.first?.lowercased() else { return all.map(\.name) }
    let command = all.first { $0.name == name }
    return command?.candidates(state, Array(words.dropFirst())) ?? []
  }

  private static let clock: [TypedCommand] = [
    TypedCommand("pause", Strings.Commands.pause, .clock(.setPaused(true))),
    TypedCommand("go", Strings.Commands.go, .clock(.setPaused(false))),
    TypedCommand("step", Strings.Commands.step, .clock(.step)),
    TypedCommand("next", Strings.Commands.next, .clock(.next)),
    TypedCommand(
      "speed", "N", Strings.Commands.speed,
      candidates: { _, words in words.isEmpty ? LabClock.speeds.map(String.init) : [] }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      guard let speed = words.only.flatMap({ Int64($0) }), LabClock.speeds.contains(speed) else {
        throw CommandError(Strings.badSpeed(words.joined(separator: " ")))
      }
      return state.perform(.clock(.setSpeed(speed)))
    },
    TypedCommand("run", "TIME", Strings.Commands.run) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard let time = words.only.flatMap({ TimeWord.time($0, after: state.now) }) else {
        throw CommandError(Strings.badTime(words.joined(separator: " ")))
      }
      return state.perform(.clock(.run(to: time)))
    },
  ]

  private static let lab: [TypedCommand] = [
    TypedCommand("reset", "", Strings.Commands.reset) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard words.isEmpty else { throw CommandError(Strings.needless(words[0], "reset")) }
      return state.askToLose(by: .reset)
    },
    TypedCommand("reload", "", Strings.Commands.reload) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard words.isEmpty else { throw CommandError(Strings.needless(words[0], "reload")) }
      return state.askToLose(by: .reload)
    },
    TypedCommand("seed", "[N]", Strings.Commands.seed) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard let word = words.first else {
        state.say(Strings.seedIs(state.lab.seed))
        return []
      }
      guard words.count == 1, let seed = UInt64(word) else { throw CommandError(Strings.badSeed) }
      return state.askToLose(by: .seed(seed))
    },
    TypedCommand(
      "guard", "refuse|off", Strings.Commands.guardMode,
      candidates: { _, words in words.isEmpty ? ["refuse", "off"] : [] }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      guard let queue = state.queue else { throw CommandError(Strings.noQueue) }
      let words = words.map { $0 == "on" ? "refuse" : $0 }
      guard let mode = words.only.flatMap({ DuplicateGuard(rawValue: $0) }) else {
        throw CommandError(Strings.badGuard(words.joined(separator: " ")))
      }
      state.setGuard(mode, of: queue)
      return []
    },
    TypedCommand(
      "queue", "NAME", Strings.Commands.queue,
      candidates: { state, words in
        words.isEmpty ? state.engine.state.queues.values.map(\.name) : []
      }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      let queues = state.engine.state.queues.values
      let name = words.joined(separator: " ")
      let names = queues.map(\.name)
      guard let place = names.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
        throw CommandError(Strings.unknown("queue", name, names))
      }
      state.queueChoice = queues[place].id
      state.queueFirst = 0
      return []
    },
  ]

  private static let load = choice("load", ["on", "off"], Strings.Commands.load) {
    $0.turnLoad(on: $1 == "on")
  }

  private static let program: [TypedCommand] =
    looks + [
      TypedCommand("help", Strings.Commands.help, .showHelp),
      TypedCommand("quit", "", Strings.Commands.quit) {
        (state: inout AppState, words: [String]) throws(CommandError) in
        words.isEmpty ? [.quit] : []
      },
    ]

  static let looks: [TypedCommand] = [
    choice("theme", Theme.all.map(\.name), Strings.Commands.theme) { state, name in
      state.looks.theme = Theme.named(name) ?? state.looks.theme
    },
    choice("borders", Looks.Borders.allCases.map(\.rawValue), Strings.Commands.borders) {
      state, name in
      state.looks.borders = Looks.Borders(rawValue: name) ?? state.looks.borders
    },
    choice("view", PromptView.allCases.map(\.rawValue), Strings.Commands.view) {
      $0.speechView = PromptView(rawValue: $1) ?? $0.speechView
    },
    choice("mouse", ["on", "off"], Strings.Commands.mouse) { $0.setMouse($1 == "on") },
    choice("hints", ["on", "off"], Strings.Commands.hints) { $0.showsHints = $1 == "on" },
  ]

  /// A command that takes one of a few words.
  private static func choice(
    _ name: String, _ words: [String], _ description: String,
    _ take: @escaping (inout AppState, String) -> Void
  ) -> TypedCommand {
    TypedCommand(
      name, words.joined(separator: "|"), description,
      candidates: { _, typed in typed.isEmpty ? words : [] }
    ) { (state: inout AppState, typed: [String]) throws(CommandError) in
      guard let word = typed.only?.lowercased(), words.contains(word) else {
        throw CommandError(Strings.badChoice(name, words))
      }
      take(&state, word)
      return []
    }
  }
}

extension [String] {
  /// The word, where there is exactly one.
  var only: String? { count == 1 ? first : nil }
}

extension AppState {
  /// Takes over documents that were read again; where they hold errors, nothing changes.
  mutating func reload(_ world: World?, _ findings: [Diagnostic]) {
    guard let world else {
      log.news?.append(contentsOf: findings.map { LabNews.sentence($0.text) })
      say(Strings.reloadFailed + ".", .bad)
      overlay = .text(title: Strings.reloadFailed, lines: findings.map(\.text), first: 0)
      return
    }
    let seed = lab.seed
    self.world = world
    self.world.lab.seed = seed
    reset()
    say(Strings.isReloaded(findings.count), findings.isEmpty ? .good : .bad)
  }

  /// Puts calls, callbacks, agents and clock back to the lab document.
  mutating func reset() {
    var fresh = AppState(world: world, size: size)
    fresh.realNow = realNow
    fresh.showsHints = showsHints
    fresh.history = history
    fresh.keyMap = keyMap
    fresh.looks = looks
    fresh.speechView = speechView
    fresh.isPlain = isPlain
    fresh.log.news = log.news
    fresh.service = service
    fresh.service.refuseOpen(Strings.Service.startsAgain)
    fresh.focus = focus == .trace ? .phone : focus
    self = fresh
  }
}

/// Reads a time of day, or a time from now on, as people type it.
enum TimeWord {
  /// `10:15` and `10:15:30` are the next such time of day, `+90` seconds and `+5:00` minutes from
  /// now; nil for anything else.
  static func time(_ word: String, after now: SimulationTime) -> SimulationTime? {
    let isSpan = word.hasPrefix("+")
    let parts = (isSpan ? word.dropFirst() : word[...]).split(
      separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap {
      $0.utf8.allSatisfy { (48...57).contains($0) } ? Int64($0) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(numbers.count),
      numbers.allSatisfy({ $0 < 100_000 }), numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    if isSpan { return now.advanced(by: numbers.reduce(0) { $0 * 60 + $1 } * 1000) }
    guard numbers.count > 1, numbers[0] < 24 else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    let midnight = now.advanced(by: -CivilTime(now).millisecondOfDay)
    let time = midnight.advanced(by: seconds * 1000)
    return time > now ? time : time.advanced(by: 86_400_000)
  }
}

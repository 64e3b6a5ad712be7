import Glibc
import IVRAdapters
import IVRCore

/// The lab without a screen, for pipes and screen readers.
enum PlainProgram {
  /// Runs the dialogue until the user leaves or the input ends; answers the exit code.
  ///
  /// On a terminal the clock follows the real one; else it moves only by commands, and a demo does
  /// not wait.
  static func run(_ options: LabOptions) -> Int32 {
    var state = AppState(world: options.world, size: AppLayout.full)
    guard options.waiting == 0 || state.crowd(options.waiting) else {
      Output.error("ivr-tui: \(CommandStrings.cannotWait)")
      return ExitCode.usage
    }
    state.demo = options.demo
    state.realNow = MonotonicClock.now
    let isRealTime = isTerminal(STDIN_FILENO) && (options.demo == nil || isTerminal(STDOUT_FILENO))
    let outside = (try? WakeSignal()).map { Outside(wake: $0, options.outgoing) }
    defer { outside?.stop() }
    var session = PlainSession(
      state, isRealTime: isRealTime, isASCII: !isUTF8(environment),
      askOutside: { state in outside?.settle(&state) }
    ) { options.folder.read() }
    tell(options.warnings.filter { $0.file == options.folder.trialFlow }.map(\.text))
    if options.demo != nil, !isRealTime {
      tell(session.playDemo())
      return ExitCode.done
    }
    guard isRealTime else {
      converse(&session)
      return ExitCode.done
    }
    return converseInRealTime(&session)
  }

  /// Executes line after line.
  private static func converse(_ session: inout PlainSession) {
    var reader = LineReader(descriptor: STDIN_FILENO)
    while !reader.isAtEnd, !session.isOver { execute(reader.read(), &session) }
  }

  private static func converseInRealTime(_ session: inout PlainSession) -> Int32 {
    do {
      let loop = EventLoop(terminal: STDIN_FILENO, wake: try WakeSignal.open())
      var reader = LineReader(descriptor: STDIN_FILENO)
      if session.state.demo == nil { tell(session.greeting) }
      while !reader.isAtEnd, !session.isOver {
        let reasons = loop.wait(until: session.deadline)
        tell(session.tick(MonotonicClock.now))
        if reasons.contains(.terminal), !session.isOver { execute(reader.read(), &session) }
      }
      return ExitCode.done
    } catch {
      Output.error("ivr-tui: \(error.message)")
      return ExitCode.terminal
    }
  }

  private static func execute(_ items: [LineReader.Item], _ session: inout PlainSession) {
    for item in items where !session.isOver {
      switch item {
      case .line(let line): tell(session.execute(line))
      case .tooLong: tell([Strings.Plain.tooLong])
      }
    }
  }

  private static func tell(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    for line in lines { Output.line(line) }
    fflush(nil)
  }

  private static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether the user's locale writes UTF-8, by the first of its variables that is set.
  ///
  /// A locale that is named but not installed counts: the terminal can show it nevertheless.
  static func isUTF8(_ environment: (String) -> String?) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
    let locale = names.compactMap(environment).first { !$0.isEmpty } ?? ""
    return ["utf-8", "utf8"].contains { locale.lowercased().contains($0) }
  }
}

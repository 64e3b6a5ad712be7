import Glibc
import IVRAdapters
import IVRCore

/// The interactive lab.
enum LabProgram {
  /// Runs the lab on the terminal until the user leaves; answers the exit code.
  static func run(_ options: LabOptions) -> Int32 {
    var state = AppState(world: options.world, size: Size(width: 0, height: 0))
    guard options.waiting == 0 || state.crowd(options.waiting) else {
      Output.error("ivr-tui: \(CommandStrings.cannotWait)")
      return ExitCode.usage
    }
    do {
      let wake = try WakeSignal.open()
      let looks = options.settings.looks
      let terminal = try CursesTerminal.open(
        .init(theme: looks.theme, mouse: looks.hasMouse, wake: wake, crashNote: crashNote))
      state.size = terminal.size
      state.looks = looks
      state.keyMap = options.settings.keyMap
      state.showsHints = options.settings.showsHints
      state.demo = options.demo
      let warnings = options.warnings.filter { $0.file == options.folder.trialFlow }
      if let first = warnings.first { state.say(Strings.warnings(warnings.count, first), .bad) }
      var runtime = Runtime(
        state, terminal: terminal, wake: wake, outgoing: options.outgoing
      ) { options.folder.read() }
      runtime.run()
      terminal.leave()
      TerminalGuard.endAsRequested()
      return ExitCode.done
    } catch {
      Output.error("ivr-tui: \(error.message)")
      return ExitCode.terminal
    }
  }

  /// The file that a crash adds a line to.
  private static var crashNote: String? { getenv("IVR_CRASH_NOTE").map { String(cString: $0) } }
}

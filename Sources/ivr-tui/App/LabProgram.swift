import Glibc
import IVRAdapters
import IVRCore

/// The interactive lab.
enum LabProgram {
  /// Runs the lab on the terminal until the user leaves; answers the exit code.
  static func run(_ options: LabOptions) -> Int32 {
    do {
      let wake = try WakeSignal()
      let terminal = try CursesTerminal.open(.init(wake: wake, crashNote: crashNote))
      var state = AppState(world: options.world, size: terminal.size)
      state.demo = options.demo
      let warnings = options.warnings.filter { $0.file == options.folder.trialFlow }
      if let first = warnings.first { state.say(Strings.warnings(warnings.count, first), .bad) }
      var runtime = Runtime(state, terminal: terminal, wake: wake)
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

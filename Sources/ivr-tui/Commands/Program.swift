import IVRAdapters
import IVRCore

/// The program from its arguments to its exit code.
enum Program {
  /// Does what the words after the program's name ask for.
  static func run(_ words: [String]) -> Int32 {
    let arguments: Arguments
    do {
      arguments = try Arguments(words)
    } catch {
      Output.error("ivr-tui: \(error.message)\n\(CommandStrings.seeHelp)")
      return ExitCode.usage
    }
    return run(arguments)
  }

  private static func run(_ arguments: Arguments) -> Int32 {
    if arguments.wantsTerminalCheck { return TerminalCheck.run() }
    if arguments.wantsHelp || arguments.wantsVersion {
      Output.line(arguments.wantsHelp ? CommandStrings.help : CommandStrings.version)
      return ExitCode.done
    }
    switch arguments.command {
    case .run: return RunCommand(arguments).run()
    case .play: return Output.tell(PlayCommand(arguments).run())
    case .policies: return Output.tell(PoliciesCommand(arguments).run())
    case .check: return Output.tell(CheckCommand(arguments).run())
    case .serve: return ServeCommand(arguments).run()
    case .token: return TokenCommand(arguments).run()
    case .demo: return DemoCommand(arguments).run()
    case .simulate: return SimulateCommand(arguments).run()
    case .eval:
      guard let request = arguments.evaluation else { return ExitCode.usage }
      return EvalCommand(request, root: arguments.root).run()
    }
  }
}

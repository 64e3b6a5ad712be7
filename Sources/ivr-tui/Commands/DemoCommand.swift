import IVRAdapters
import IVRCore

/// `demo`: a story of `Flows/demos` that plays itself, or the list of them.
struct DemoCommand {
  private let arguments: Arguments
  private let root: String
  private var folder: String { root + "/Flows/demos" }

  init(_ arguments: Arguments) {
    self.arguments = arguments
    root = LabRoot.find(arguments.root)
  }

  /// Reads the documents, plays the story once without a screen and then shows it; answers the exit
  /// code.
  func run() -> Int32 {
    let names = TextFile.names(in: folder, ending: "scenario").map { String($0.dropLast(9)) }
    if let name = arguments.files.first, !names.contains(name) {
      let message = CommandStrings.unknownDemo(name, names)
      Output.error("ivr-tui: \(message)\n\(CommandStrings.seeHelp)")
      return ExitCode.usage
    }
    let documents = WorldFolder(root: root)
    let loaded = documents.load()
    guard let world = loaded.world?.seeded(arguments.seed) else {
      Output.findings(loaded.findings)
      return ExitCode.document
    }
    guard let name = arguments.files.first else { return Output.tell(list(names, world)) }
    return show(name, world, documents)
  }

  private func read(_ name: String, _ world: World) -> ScenarioFile {
    ScenarioFile.read(folder + "/" + name + ".scenario", in: world)
  }

  /// Each demo with its chapters.
  private func list(_ names: [String], _ world: World) -> CommandResult {
    let files = names.map { (name: $0, file: read($0, world)) }
    var result = CommandResult(findings: files.flatMap(\.file.findings))
    result.output = files.compactMap { entry in
      entry.file.scenario.map { CommandStrings.demo(entry.name, $0.chapters) }
    }
    result.output.append(names.isEmpty ? CommandStrings.noDemos : CommandStrings.seeDemo)
    return result
  }

  private func show(_ name: String, _ world: World, _ documents: WorldFolder) -> Int32 {
    guard let settings = Settings.load(arguments) else { return ExitCode.document }
    let file = read(name, world)
    guard let scenario = file.scenario else {
      Output.findings(file.findings)
      return ExitCode.document
    }
    let report = ScenarioRunner.play(scenario, in: world)
    if let failure = report.failure {
      for line in failure.lines(file: scenario.file) { Output.error(line) }
      return ExitCode.failed
    }
    return LabOptions(
      folder: documents, world: world.with(scenario.settings), warnings: [],
      settings: settings, demo: DemoShow(name, report.cues), isPlain: arguments.isPlain
    ).run()
  }
}

extension Scenario {
  /// The titles of its chapters.
  fileprivate var chapters: [String] {
    steps.compactMap { step in
      if case .direct(.chapter(let title)) = step.content { title } else { nil }
    }
  }
}

import IVRAdapters
import IVRCore

/// What the interactive lab starts with.
struct LabOptions {
  /// Where the documents lie, to read them again.
  let folder: WorldFolder
  /// The documents, without error.
  let world: World
  /// The warnings that were found in them.
  let warnings: [Diagnostic]
  /// Keys and looks.
  var settings = Settings()
  /// How many callbacks wait at the start.
  var waiting = 0
  /// The demo that plays the lab at first.
  var demo: DemoShow?
  /// Whether it speaks in lines.
  var isPlain = false
  /// How requests to hosts outside are sent.
  var outgoing = OutgoingOptions()

  /// Starts the lab; answers the exit code.
  func run() -> Int32 { isPlain ? PlainProgram.run(self) : LabProgram.run(self) }
}

extension WorldFolder {
  /// The documents as they are now, with what was found in them.
  func read() -> (world: World?, findings: [Diagnostic]) {
    let loaded = load()
    return (loaded.world, loaded.findings)
  }
}

extension Settings {
  /// The user's settings with what the command line says instead; where the file is wrong, tells
  /// its findings and answers nil.
  static func load(_ arguments: Arguments) -> Settings? {
    let file = SettingsFile.load(arguments.settings)
    Output.findings(file.findings)
    return file.findings.isEmpty ? file.settings.changed(by: arguments) : nil
  }
}

/// `run`: the interactive lab.
struct RunCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Reads the documents and starts the lab; answers the exit code.
  func run() -> Int32 {
    let file = arguments.files.first
    let folder = WorldFolder(
      root: LabRoot.find(arguments.root), trialFlow: file,
      unmocked: arguments.unmocked ?? (file == nil ? .error : .ok),
      realHosts: arguments.outgoing.hosts)
    let loaded = folder.load()
    guard let world = loaded.world else {
      Output.findings(loaded.findings)
      return ExitCode.document
    }
    guard let settings = Settings.load(arguments) else { return ExitCode.document }
    return LabOptions(
      folder: folder, world: world.seeded(arguments.seed), warnings: loaded.findings,
      settings: settings, waiting: arguments.waiting, isPlain: arguments.isPlain,
      outgoing: arguments.outgoing.options
    ).run()
  }
}

extension World {
  /// The world with a seed instead of the lab's.
  func seeded(_ seed: UInt64?) -> World {
    var world = self
    if let seed { world.lab.seed = seed }
    return world
  }
}

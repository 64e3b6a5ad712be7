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
  /// The demo that plays the lab at first.
  var demo: DemoShow?
  /// Whether it speaks in lines.
  var isPlain = false

  /// Starts the lab; answers the exit code.
  func run() -> Int32 { isPlain ? PlainProgram.run(self) : LabProgram.run(self) }
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
      unmocked: arguments.unmocked ?? (file == nil ? .error : .ok))
    let loaded = folder.load()
    guard let world = loaded.world else {
      Output.findings(loaded.findings)
      return ExitCode.document
    }
    return LabOptions(
      folder: folder, world: world.seeded(arguments.seed), warnings: loaded.findings,
      isPlain: arguments.isPlain
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

import Foundation
import IVRAdapters
import IVRCore
import IVRLanguages

/// `simulate`: the load of a lab without a screen, and its report.
struct SimulateCommand {
  private let arguments: Arguments
  private var request: SimulationRequest { arguments.simulation }

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Runs the replications and prints the report; answers the exit code.
  func run() -> Int32 {
    let documents = folder()
    let loaded = documents.load()
    Output.findings(loaded.findings)
    guard let world = loaded.world else { return ExitCode.document }
    guard !world.lab.load.callers.isEmpty else {
      Output.error("ivr-tui: \(CommandStrings.noLoad)")
      return ExitCode.document
    }
    for line in lines(of: report(world, documents)) { Output.line(line) }
    return ExitCode.done
  }

  /// The lab that was named: a lab document, or a folder that holds `Flows`.
  private func folder() -> WorldFolder {
    guard let name = arguments.files.first else {
      return WorldFolder(root: LabRoot.find(arguments.root))
    }
    guard name.hasSuffix(".json") else { return WorldFolder(root: name) }
    var documents = WorldFolder(root: LabRoot.find(arguments.root))
    documents.labFile = name
    return documents
  }

  private func report(_ world: World, _ documents: WorldFolder) -> LoadReport {
    let seed = arguments.seed ?? world.lab.seed
    let progress = ProgressLine()
    let runs = Replications.run(
      request.replications, in: world, hours: request.hours, seed: seed,
      tell: { progress.show($0) })
    progress.clear()
    let origin = LoadReport.Origin(
      lab: world.lab.name, start: world.lab.startTime, hours: request.hours, seed: seed,
      configuration: documents.fingerprint)
    return LoadReport(origin: origin, load: world.lab.load, runs: runs)
  }

  private func lines(of report: LoadReport) -> [String] {
    switch request.format {
    case .text: [CommandStrings.version] + report.text
    case .csv: ["# " + CommandStrings.version] + report.csv
    case .json: [JSONText.print(report.json)]
    }
  }
}

extension WorldFolder {
  /// A short name of the bytes of all documents: other bytes, another name.
  ///
  /// FNV-1a of 64 bits over the paths and contents in the order of their names.
  fileprivate var fingerprint: String {
    let flows = TextFile.names(in: flowFolder, ending: "json").map { flowFolder + "/" + $0 }
    let locales = (try? FileManager.default.contentsOfDirectory(atPath: promptFolder)) ?? []
    let prompts = locales.sorted().flatMap { locale in
      let folder = promptFolder + "/" + locale
      return TextFile.names(in: folder, ending: "ssml").map { folder + "/" + $0 }
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in [labFile] + flows.filter({ $0 != labFile }) + prompts {
      guard case .success(let bytes) = TextFile.read(file) else { continue }
      for byte in bytes + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

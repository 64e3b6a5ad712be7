import IVRAdapters
import IVRCore

/// `check`: the findings of the lab's documents, or of the files named.
struct CheckCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Reports all findings; answers the exit code.
  func run() -> Int32 {
    let root = LabRoot.find(arguments.root)
    let findings = arguments.files.isEmpty ? lab(root) : files(root)
    Output.findings(findings)
    let errors = findings.count { $0.severity == .error }
    Output.line(CommandStrings.findings(errors: errors, warnings: findings.count - errors))
    return errors == 0 ? ExitCode.done : ExitCode.document
  }

  /// The lab with its scenarios.
  private func lab(_ root: String) -> [Diagnostic] {
    let loaded = WorldFolder(root: root).load()
    guard let world = loaded.world else { return loaded.findings }
    let folder = root + "/Flows/scenarios"
    return loaded.findings
      + TextFile.names(in: folder, ending: "scenario").flatMap { name in
        ScenarioFile.read(folder + "/" + name, in: world).findings
      }
  }

  /// Each flow or scenario by itself, beside the lab.
  private func files(_ root: String) -> [Diagnostic] {
    arguments.files.flatMap { file in
      file.hasSuffix(".scenario") ? scenario(file, root) : flow(file, root)
    }
  }

  private func flow(_ file: String, _ root: String) -> [Diagnostic] {
    WorldFolder(root: root, trialFlow: file).load().findings.filter { $0.file == file }
  }

  private func scenario(_ file: String, _ root: String) -> [Diagnostic] {
    let loaded = WorldFolder(root: root).load()
    guard let world = loaded.world else { return loaded.findings }
    return ScenarioFile.read(file, in: world).findings
  }
}

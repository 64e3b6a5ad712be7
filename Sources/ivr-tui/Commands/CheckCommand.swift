import IVRAdapters
import IVRCore

/// `check`: the findings of the lab's documents, or of the files named.
struct CheckCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Finds everything; the findings are its output, the last line counts them.
  func run() -> CommandResult {
    let root = LabRoot.find(arguments.root)
    let findings = arguments.files.isEmpty ? lab(root) : files(root)
    let errors = findings.count { $0.severity == .error }
    let count = CommandStrings.findings(errors: errors, warnings: findings.count - errors)
    var result = CommandResult(findings: [])
    result.output = findings.map(\.text) + [count]
    result.exitCode = errors > 0 ? ExitCode.document : ExitCode.done
    return result
  }

  /// The lab with its scenarios.
  private func lab(_ root: String) -> [Diagnostic] {
    let loaded = WorldFolder(root: root).load()
    guard let world = loaded.world else { return loaded.findings }
    let stories = ["/Flows/scenarios", "/Flows/demos"].flatMap { folder in
      TextFile.names(in: root + folder, ending: "scenario").map { root + folder + "/" + $0 }
    }
    return loaded.findings + stories.flatMap { ScenarioFile.read($0, in: world).findings }
  }

  /// Each flow or scenario by itself, beside the lab.
  private func files(_ root: String) -> [Diagnostic] {
    arguments.files.flatMap { file in
      file.hasSuffix(".scenario") ? scenario(file, root) : flow(file, root)
    }
  }

  /// That the lab has a flow of the same name (IVR019) is no fault of a flow that is only checked; it
  /// may be the lab's own.
  private func flow(_ file: String, _ root: String) -> [Diagnostic] {
    let findings = WorldFolder(root: root, trialFlow: file).load().findings
    return findings.filter { $0.file == file && $0.code != "IVR019" }
  }

  private func scenario(_ file: String, _ root: String) -> [Diagnostic] {
    let loaded = WorldFolder(root: root).load()
    guard let world = loaded.world else { return loaded.findings }
    return ScenarioFile.read(file, in: world).findings
  }
}

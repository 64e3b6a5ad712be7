import IVRAdapters
import IVRCore

/// `play`: scenarios without a screen.
struct PlayCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Reads everything, then plays each scenario from the start of a run of its own; answers the
  /// exit code.
  func run() -> Int32 {
    let loaded = WorldFolder(root: LabRoot.find(arguments.root)).load()
    guard let world = loaded.world?.seeded(arguments.seed) else {
      Output.findings(loaded.findings)
      return ExitCode.document
    }
    let files = arguments.files.map { ScenarioFile.read($0, in: world) }
    let findings = files.flatMap(\.findings)
    Output.findings(findings)
    if findings.hasErrors { return ExitCode.document }
    return play(files.compactMap(\.scenario), world)
  }

  private func play(_ scenarios: [Scenario], _ world: World) -> Int32 {
    var failed = 0
    for scenario in scenarios {
      let report = ScenarioRunner.play(scenario, in: world)
      tell(report)
      failed += report.isPassed ? 0 : 1
    }
    Output.line(CommandStrings.result(passed: scenarios.count - failed, failed: failed))
    return failed == 0 ? ExitCode.done : ExitCode.failed
  }

  private func tell(_ report: ScenarioReport) {
    let lines = arguments.showsTrace ? report.trace.map(\.line) : report.transcript.map(\.line)
    for line in lines { Output.line(line) }
    if let failure = report.failure {
      for line in failure.lines(file: report.file) { Output.line(line) }
    } else {
      Output.line(CommandStrings.passed(report.file))
    }
  }
}

/// A scenario file that was read.
struct ScenarioFile {
  /// The scenario; `nil` exactly where a finding is an error.
  let scenario: Scenario?
  /// The findings.
  let findings: [Diagnostic]

  /// Reads a file and compares its names with a world's.
  static func read(_ file: String, in world: World) -> ScenarioFile {
    switch TextFile.read(file) {
    case .failure(let fault): return ScenarioFile(scenario: nil, findings: [fault.finding])
    case .success(let bytes):
      let result = ScenarioParser.parse(file: file, bytes: bytes)
      let findings = result.findings + (result.scenario?.findings(in: world) ?? [])
      return ScenarioFile(
        scenario: findings.hasErrors ? nil : result.scenario, findings: findings)
    }
  }
}

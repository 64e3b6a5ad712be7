import IVRAdapters
import IVRCore

/// `play`: scenarios without a screen.
struct PlayCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Reads everything, then plays each scenario from the start of a run of its own.
  ///
  /// The last line of output counts what passed and failed. Nothing is played where a document or
  /// a scenario has an error.
  func run() -> CommandResult {
    let loaded = WorldFolder(
      root: LabRoot.find(arguments.root), realHosts: arguments.outgoing.hosts
    ).load()
    guard let world = loaded.world?.seeded(arguments.seed) else {
      return CommandResult(findings: loaded.findings)
    }
    let files = arguments.files.map { ScenarioFile.read($0, in: world) }
    var result = CommandResult(findings: files.flatMap(\.findings))
    if result.exitCode == ExitCode.done {
      play(files.compactMap(\.scenario), world, &result)
    }
    return result
  }

  private func play(_ scenarios: [Scenario], _ world: World, _ result: inout CommandResult) {
    var failed = 0
    let outside = (try? WakeSignal()).map { Outside(wake: $0, arguments.outgoing.options) }
    defer { outside?.stop() }
    let policy = OutgoingPolicy(world.realHosts)
    for scenario in scenarios {
      let report = ScenarioRunner.play(scenario, in: world) { request in
        outside?.outcome(of: request, policy) ?? .transportError("There is no pipe left.")
      }
      result.output += lines(of: report)
      failed += report.isPassed ? 0 : 1
    }
    result.output.append(
      CommandStrings.result(passed: scenarios.count - failed, failed: failed))
    if failed > 0 { result.exitCode = ExitCode.failed }
  }

  private func lines(of report: ScenarioReport) -> [String] {
    let told = arguments.showsTrace ? report.trace.map(\.line) : report.transcript.map(\.line)
    let end = report.failure?.lines(file: report.file)
    return told + (end ?? [CommandStrings.passed(report.file)])
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

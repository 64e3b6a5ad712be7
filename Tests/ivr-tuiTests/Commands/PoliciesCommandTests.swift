import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite("policies")
struct PoliciesCommandTests {
  @Test("the shipped script under each policy")
  func table() throws {
    let file = SharedData.root + "/Flows/scenarios/policies.scenario"
    let arguments = try Arguments(["policies", file, "--root", SharedData.root])
    let result = PoliciesCommand(arguments).run()
    Snapshot.compare(
      result.output.joined(separator: "\n") + "\n",
      SharedData.root + "/Tests/Snapshots/policies.txt", #_sourceLocation)
    #expect(result.exitCode == ExitCode.done && PoliciesCommand(arguments).run() == result)
  }

  @Test("it wants one scenario")
  func usage() {
    #expect(throws: UsageError(CommandStrings.onePolicyScript)) { try Arguments(["policies"]) }
  }
}

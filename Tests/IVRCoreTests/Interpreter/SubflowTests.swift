import IVRCore
import IVRTestSupport
import Testing

@Suite struct SubflowTests {
  private func call(_ sub: SampleFlow, edges: [String] = [], inner: String = "x") -> CallDriver {
    let main = SampleFlow(
      [
        """
        Sub: subflow-handoff {"subflowName":"Sub",
        "subflowInputVariables":[{"src":"NewPhoneContact.ANI","target":"\(inner)"},
        {"src":"token","target":"token"}],
        "subflowOutputVariables":[{"src":"found","target":"y"}]}
        """, "Say: play-message {\(SampleFlow.say("{{found}} {{x}}."))}",
        "Sorry: play-message {\(SampleFlow.say("Sorry."))}",
      ], ["Start.out > Sub", "Sub.default > Say"] + edges,
      variables: ["found BOOLEAN false", "x STRING outer", "token STRING! abcdef"])
    var world = main.world()
    var named = sub
    named.name = "Sub"
    world.flows["Sub"] = named.flow()
    var driver = CallDriver(world)
    driver.dial()
    driver.advance(60_000)
    return driver
  }

  private func sub(_ node: String, _ edges: [String] = ["Set.out > Back"]) -> SampleFlow {
    SampleFlow(
      [node, "Back: end-subflow {}"], ["Start.out > Set"] + edges,
      variables: ["x STRING inner", "y STRING", "token STRING!"])
  }

  @Test("a subflow has its own variables; inputs go in and outputs come out, converted")
  func mapping() {
    let driver = call(
      sub("Set: set-variable {\"srcVariable\":\"y\",\"expr\":\"{{ x == '+12025550101' }}\"}"))
    #expect(driver.heard == ["true outer."])
    #expect(
      driver.records.map { "\($0.flow)/\($0.label) \($0.outcome)" } == [
        "Flow/Start out", "Sub/Start out", "Sub/Set out", "Sub/Back ended", "Flow/Sub default",
        "Flow/Say default",
      ])
    #expect(driver.records[4].modified.map { "\($0.name)=\($0.value)" } == ["found=true"])
    #expect(!driver.lines.joined().contains("abcdef"))
  }

  @Test("an error inside a subflow that nothing handles is the error of the activity")
  func errors() {
    let failing = sub("Set: set-variable {\"srcVariable\":\"y\",\"expr\":\"{{ x | nope }}\"}")
    let handled = call(failing, edges: ["Sub.error > Sorry"])
    #expect(handled.heard == ["Sorry."])
    #expect(handled.outcomes.contains("Sub error"))
    let dropped = call(failing)
    #expect(dropped.engine.state.phones["1"]?.lastEnding == .dropped)
  }

  @Test("an input that the subflow does not have, and a flow that is not there, are errors")
  func missing() {
    let set = sub("Set: set-variable {\"srcVariable\":\"y\",\"expr\":\"true\"}")
    #expect(call(set, edges: ["Sub.error > Sorry"], inner: "nope").heard == ["Sorry."])
    let flow = SampleFlow(
      ["Sub: subflow-handoff {\"subflowName\":\"Gone\"}"], ["Start.out > Sub"])
    var driver = CallDriver(flow.world())
    driver.dial()
    #expect(driver.records.last?.details.last?.value == "There is no subflow Gone.")
  }

  @Test("menus inside a subflow hear keys, and an output that does not fit is an error")
  func waiting() {
    let menu = SampleFlow(
      [
        "Set: ivr-menu {\(SampleFlow.say("One.")),\"menuLinks\":[\"1\"],\"interruptible\":true}",
        "Keep: set-variable {\"srcVariable\":\"y\",\"expr\":\"{{Set.OptionEntered}}\"}",
        "Back: end-subflow {}",
      ], ["Start.out > Set", "Set.1 > Keep", "Keep.out > Back", "Set.timeout > Back"],
      variables: ["x STRING", "y STRING", "token STRING"])
    var driver = call(menu, edges: ["Sub.error > Sorry"])
    #expect(driver.outcomes.contains("Set timeout"))
    driver.dial("3")
    driver.press("1", "3")
    driver.settle()
    #expect(driver.records.last?.details.last?.value.contains("BOOLEAN") == true)
  }
}

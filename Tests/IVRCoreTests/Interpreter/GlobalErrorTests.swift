import IVRCore
import IVRTestSupport
import Testing

@Suite struct GlobalErrorTests {
  private func flow(handler: [String], _ edges: [String], main: [String] = []) -> SampleFlow {
    var flow = SampleFlow(
      ["Fail: set-variable {\"srcVariable\":\"v\",\"expr\":\"{{ ANI | 123}}\"}", "Bye: end {}"],
      ["Start.out > Fail", "Fail.out > Bye"] + main, variables: ["v STRING first"])
    flow.eventNodes = handler
    flow.eventEdges = edges
    return flow
  }

  private func run(_ flow: SampleFlow) -> CallDriver {
    var driver = CallDriver(flow.world())
    driver.dial()
    driver.advance(60_000)
    return driver
  }

  @Test("an error that nothing handles drops the call")
  func unhandled() {
    let driver = run(flow(handler: [], []))
    #expect(driver.outcomes == ["Start out", "Fail error"])
    #expect(driver.task?.ending == .failed)
    #expect(driver.engine.state.phones["1"]?.lastEnding == .dropped)
  }

  @Test("the handler runs with the variables of the main flow, and then the call is dropped")
  func handled() {
    let driver = run(
      flow(
        handler: ["Sorry: play-message {\(SampleFlow.say("Sorry {{v}}"))}", "End: end {}"],
        ["OnGlobalError.out > Sorry", "Sorry.default > End"]))
    #expect(driver.heard == ["Sorry first"])
    #expect(driver.records.map(\.handler).last == "GlobalErrorHandling")
    #expect(driver.outcomes.last == "End ended")
    #expect(driver.eventNames.contains("event-flow"))
    #expect(driver.engine.state.phones["1"]?.lastEnding == .dropped)
  }

  @Test("an error inside the handler ends it")
  func failingHandler() {
    let driver = run(
      flow(
        handler: ["Again: set-variable {\"srcVariable\":\"v\",\"expr\":\"{{ x | nope }}\"}"],
        ["OnGlobalError.out > Again"]))
    #expect(driver.outcomes.last == "Again error")
    #expect(driver.engine.state.phones["1"]?.lastEnding == .dropped)
    #expect(driver.engine.nextEventTime == nil)
  }

  @Test("a linked error port is taken before the handler")
  func errorPort() {
    let driver = run(flow(handler: [], [], main: ["Fail.error > Bye"]))
    #expect(driver.outcomes == ["Start out", "Fail error", "Bye ended"])
    #expect(driver.task?.isActive == true)
  }

  @Test("an input port that leads nowhere is an error; success that leads nowhere ends the path")
  func deadEnds() {
    let menu = SampleFlow(
      ["Menu: ivr-menu {\(SampleFlow.say("Go.")),\"menuLinks\":[\"1\"],\"interruptible\":true}"],
      ["Start.out > Menu"])
    var call = CallDriver(menu.world())
    call.dial()
    call.press("1")
    #expect(call.engine.state.phones["1"]?.lastEnding == .dropped)
    let message = SampleFlow(
      ["Hello: play-message {\(SampleFlow.say("Hello."))}"], ["Start.out > Hello"])
    var silent = CallDriver(message.world())
    silent.dial()
    silent.advance(60_000)
    #expect(silent.task?.isActive == true)
    #expect(silent.trace.last?.event.text == "The port default of Hello leads nowhere.")
    silent.act(.hangUp("1"))
    #expect(silent.task?.ending == .abandoned)
  }

  @Test("a caller who hangs up does not stop the handler that calls back")
  func hangUpDuringHandler() {
    var driver = CallDriver(
      flow(
        handler: [
          """
          Post: http-request-v2 {"authenticated":true,"connectorId":"WxCC_API",
          "httpRequestPath":"/v1/tasks","httpRequestMethod":"POST",
          "httpRequestBody":\(TasksAPITests.body)}
          """, "End: end {}",
        ], ["OnGlobalError.out > Post", "Post.default > End"]
      ).world())
    driver.dial()
    driver.act(.hangUp("1"))
    driver.advance(1_000)
    #expect(driver.outcomes.last == "End ended")
    #expect(driver.engine.state.tasks.values.map(\.direction) == ["inbound", "outbound"])
  }
}

import IVRCore
import IVRTestSupport
import Testing

@Suite struct EventFlowTests {
  /// A call that waits with music, and a message in the event flow of each event.
  private func flow(_ handlers: [String: String], _ edges: [String] = []) -> SampleFlow {
    var flow = SampleFlow(
      [
        "Queue: queue-contact {\"destination\":\"q-1\"}",
        "Music: play-music {\"prompt\":\"music.wav\"}",
      ], ["Start.out > Queue", "Queue.default > Music", "Music.default > Music"],
      variables: ["seen STRING"])
    flow.handlers = handlers
    flow.eventNodes =
      handlers.keys.sorted().map {
        """
        Note\($0): set-variable {"srcVariable":"seen",
        "expr":"{{\($0).AgentName}}/{{\($0).queueName}}"}
        """
      } + ["End: end {}", "Survey: play-message {\(SampleFlow.say("Were you happy?"))}"]
    flow.eventEdges =
      handlers.keys.sorted().flatMap { ["\($0).out > Note\($0)", "Note\($0).out > End"] } + edges
    return flow
  }

  private func talk(_ flow: SampleFlow) -> CallDriver {
    var driver = CallDriver(flow.world())
    driver.dial()
    driver.advance(2_000)
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-1", .accept))
    return driver
  }

  @Test("events of a contact run their flows with the outputs that name agent and queue")
  func events() {
    var driver = talk(
      flow([
        "Offered": "AgentOfferContact", "Answered": "AgentContactAssigned", "Over": "ContactEnded",
      ]))
    driver.act(.hangUp("1"))
    driver.act(.agent("a-1", .wrapUp("Resolved")))
    let noted = driver.records.filter { $0.label.hasPrefix("Note") }
    #expect(noted.map(\.label) == ["NoteOffered", "NoteAnswered", "NoteOver"])
    #expect(noted.map(\.handler) == ["AgentOfferContact", "AgentContactAssigned", "ContactEnded"])
    #expect(noted.flatMap(\.modified).allSatisfy { $0.value == "Agent 1/Support_Queue" })
  }

  @Test("after the agent has left, the caller hears the event flow and is then hung up on")
  func survey() {
    var flow = flow(["Left": "FCAsk(ContactLastAgentRemoved)"])
    flow.eventEdges = ["Left.out > Survey", "Survey.default > End"]
    var driver = talk(flow)
    driver.act(.agent("a-1", .end))
    #expect(driver.heard.last == "Were you happy?")
    #expect(driver.engine.state.phones["1"]?.state.task != nil)
    driver.act(.agent("a-1", .wrapUp("Resolved")))
    #expect(driver.task?.isActive == true && driver.agent?.state == .available)
    driver.advance(10_000)
    #expect(driver.engine.state.phones["1"]?.lastEnding == .endedByAgent)
    #expect(driver.task?.ending == .handled)
  }

  @Test("without a handler the call ends with the agent")
  func noSurvey() {
    var driver = talk(flow([:]))
    driver.act(.agent("a-1", .end))
    #expect(driver.engine.state.phones["1"]?.lastEnding == .endedByAgent)
    #expect(driver.task?.status == .wrapup)
  }

  @Test("a caller who hangs up during the survey ends it, before or after the wrap-up")
  func hangUpInSurvey() {
    var flow = flow(["Left": "FCAsk(ContactLastAgentRemoved)"])
    flow.eventEdges = ["Left.out > Survey", "Survey.default > End"]
    var driver = talk(flow)
    driver.act(.agent("a-1", .end))
    driver.act(.hangUp("1"))
    #expect(driver.task?.status == .wrapup)
    driver.act(.agent("a-1", .wrapUp("Resolved")))
    #expect(driver.task?.ending == .handled)
    #expect(driver.engine.nextEventTime == nil)
  }

  @Test("an agent puts the customer on hold and takes the customer back")
  func hold() {
    var driver = talk(flow([:]))
    driver.act(.agent("a-1", .hold))
    #expect(driver.task?.heldSince == driver.engine.state.now)
    driver.act(.agent("a-1", .hold))
    driver.act(.agent("a-1", .resume))
    #expect(driver.task?.heldSince == nil)
    #expect(driver.lines.filter { $0.contains("on hold") }.count == 1)
  }

  @Test("a screen pop is shown at the desk with its query")
  func screenPop() {
    var flow = flow(["Answered": "AgentContactAssigned"])
    flow.eventNodes.append(
      """
      Pop: screen-pop {"screenPopUrl":"https://crm.example/x","queryParameters":
      {"ani":"{{NewPhoneContact.ANI}}"},"screenPopDesktopLabel":"CRM","target":"insideDesktop"}
      """)
    flow.eventEdges = ["Answered.out > Pop", "Pop.default > End"]
    let driver = talk(flow)
    #expect(driver.task?.screenPop?.url == "https://crm.example/x?ani=%2B12025550101")
    #expect(driver.task?.screenPop?.label == "CRM")
  }
}

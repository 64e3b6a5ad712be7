import Foundation
import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct ServiceLifeTests {
  /// The states that callbacks of the service went through, with the reason of the end.
  private func states(_ lab: ServiceLab) -> [String] {
    lab.driver.trace.compactMap { entry in
      guard case .service(_, _, let state, let reason) = entry.event else { return nil }
      return state.rawValue + (reason.map { " " + $0.name } ?? "")
    }
  }

  @Test("the customer first: queued, routed when a person answers, connected, completed")
  func customerFirst() {
    var lab = ServiceLab()
    _ = lab.started()
    lab.driver.act(.agent("a-1", .available))
    #expect(lab.driver.agent?.state == .available)
    lab.driver.act(.answer("2"))
    lab.driver.act(.agent("a-1", .accept))
    lab.driver.advance(5_000)
    lab.driver.act(.agent("a-1", .end))
    #expect(
      states(lab) == ["QUEUED", "ROUTING", "PROCESSING", "COMPLETED AGENT_CONNECTED"])
    #expect(lab.newest?.results == [.person])
    #expect(lab.driver.engine.state.heldAgents.isEmpty)
  }

  @Test(
    "each outcome of a call has its result; those worth it are tried again",
    arguments: [
      (CallOutcome.busy, "BUSY", true), (.noAnswer, "NO_ANSWER", true),
      (.machine, "ANSWERING_MACHINE", true), (.fax, "FAX", false),
      (.errorTone, "ERROR_TONE", false),
    ])
  func outcomes(outcome: CallOutcome, result: String, isRetried: Bool) {
    var lab = ServiceLab()
    lab.driver.act(.setOutcome("2", outcome))
    lab.driver.act(.agent("a-1", .available))
    _ = lab.started()
    lab.driver.advance(60_000)
    #expect(lab.newest?.results.map(\.rawValue) == [result])
    #expect(lab.newest?.state == (isRetried ? .queued : .completed))
    lab.driver.advance(1_200_000)
    #expect(lab.newest?.results.count == (isRetried ? 3 : 1))
    #expect(lab.newest?.reason == .customerNotReached)
    #expect(lab.driver.engine.state.ledger.count == 0 && lab.driver.agent?.state == .available)
  }

  @Test("attempts are 300 s apart, counted from the end of the one before")
  func gaps() {
    var lab = ServiceLab()
    lab.driver.act(.agent("a-1", .available))
    _ = lab.started()
    lab.driver.advance(2_000_000)
    let rings = lab.driver.trace.filter { $0.event.name == "ringing" }.map(\.time.milliseconds)
    #expect(zip(rings, rings.dropFirst()).map { $1 - $0 } == [330_000, 330_000])
  }

  @Test("an agent is kept free while the customer is called, and nobody else is called")
  func inFlight() {
    var lab = ServiceLab()
    _ = lab.started()
    _ = lab.started(#""_customer_number":"13035550142""#)
    lab.driver.act(.agent("a-1", .available))
    #expect(lab.driver.engine.state.phones["2"]?.state != .idle)
    #expect(lab.driver.engine.state.phones["3"]?.state == .idle)
    lab.driver.act(.agent("a-2", .available))
    #expect(lab.driver.engine.state.phones["3"]?.state != .idle)
    #expect(Array(lab.driver.engine.state.heldAgents.keys).count == 2)
  }

  @Test("an agent who is given a callback past the line waits while its customer is called")
  func assigned() {
    var lab = ServiceLab()
    let id = lab.started()
    for act in [AgentAct.available, .idle("Lunch")] { lab.driver.act(.agent("a-2", act)) }
    lab.driver.act(.refuse("2"))
    lab.driver.act(.agent("a-2", .available))
    lab.driver.act(.agent("a-2", .idle("Lunch")))
    lab.driver.advance(300_000)
    let given = lab.driver.request(
      "POST", "/v1/tasks/\(id)/assign", body: #"{"agentId":"a-2"}"#)
    #expect(given?.status == 202, "\(given?.body ?? "")")
    lab.driver.act(.agent("a-2", .accept))
    #expect(lab.newest?.state == .routing)
    lab.driver.act(.answer("2"))
    #expect(lab.newest?.state == .processing && lab.newest?.results == [.busy, .person])
  }

  @Test("who is cancelled while the phone rings is not called any more")
  func cancelledWhileRinging() {
    var lab = ServiceLab()
    let id = lab.started()
    lab.driver.act(.agent("a-1", .available))
    #expect(lab.send("DELETE", "/1/service/callback/callme/\(id)").status == 200)
    #expect(lab.driver.engine.state.phones["2"]?.state == .idle)
    #expect(lab.newest?.reason == .cancelled && lab.driver.task?.ending == .cancelled)
    #expect(lab.driver.engine.state.heldAgents.isEmpty)
  }

  @Test("the customer on the line waits for an agent no longer than the service says")
  func noAgent() {
    var lab = ServiceLab(
      #""_wait_for_agent":false,"_max_time_to_wait_for_agent_on_the_call":60"#)
    _ = lab.started()
    lab.driver.act(.answer("2"))
    lab.driver.advance(61_000)
    #expect(lab.newest?.reason == .noAgent)
    #expect(lab.driver.engine.state.phones["2"]?.lastEnding == .endedByService)
  }

  @Test("a machine hears the message that the service leaves, and the callback is over")
  func message() {
    var lab = ServiceLab(#""_treatment_call_failure_answering_machine":"sorry.wav""#)
    lab.driver.act(.setOutcome("2", .machine))
    lab.driver.act(.agent("a-1", .available))
    _ = lab.started()
    lab.driver.advance(10_000)
    #expect(lab.driver.heard == ["♪ sorry.wav"] && lab.newest?.reason == .customerNotReached)
  }

  @Test("a state saved while the phone rings goes on to the same trace")
  func saved() throws {
    var lab = ServiceLab()
    _ = lab.started()
    lab.driver.act(.agent("a-1", .available))
    let bytes = try JSONEncoder().encode(lab.driver.engine.state)
    let state = try JSONDecoder().decode(EngineState.self, from: bytes)
    var other = CallDriver(lab.driver.engine.world, state: state)
    let start = lab.driver.lines.count
    for input in [EngineInput.answer("2"), .agent("a-1", .accept), .agent("a-1", .end)] {
      lab.driver.act(input)
      other.act(input)
    }
    #expect(Array(lab.driver.lines[start...]) == other.lines)
  }

  @Test("whole seconds, and the scheduled time as the start of the service")
  func attached() throws {
    var lab = ServiceLab()
    _ = lab.started(
      #""_customer_number":"14085267209","_desired_time":"2026-01-05T12:00:00.999Z","#
        + #""_CB_T_CALLBACK_OFFERED":"1767607190""#)
    let pairs = try #require(lab.newest).attachedData
    #expect(
      pairs.map(\.name) == [
        "_CB_SERVICE_ID", "_CB_T_SERVICE_START", "_CB_T_CALLBACK_ACCEPTED",
        "_CB_T_CALLBACK_OFFERED",
      ])
    #expect(pairs.dropFirst().map(\.value) == ["1767614400", "1767607200", "1767607190"])
    lab.driver.act(.agent("a-1", .available))
    lab.driver.advance(7_100_000)
    lab.driver.act(.answer("2"))
    lab.driver.act(.agent("a-1", .accept))
    lab.driver.act(.agent("a-1", .end))
    let event = try #require(lab.newest).userEvent(isFinal: true)
    #expect(event.contains { $0.name == "_CB_DISPOSITION" && $0.value == "AGENT_CONNECTED" })
    #expect(event.contains { $0.name == "_CB_DIAL_1_RESULT" && $0.value == "PERSON" })
  }

  @Test(
    "a service that cannot be is told when the lab is read",
    arguments: [
      (#""_wait_for_user_confirm":true,"_wait_for_agent":false"#, "IVR108"),
      (#""_request_time_bucket":7"#, "IVR108"), (#""_call_direction":"SIDEWAYS""#, "IVR108"),
      (#""_call_direction":"USERORIGINATED""#, "IVR108"), (#""_retry_on":"BUSY,RAIN""#, "IVR108"),
      (#""_reject_future_desired_time":"1x""#, "IVR108"), (#""_business_hours":"9-5""#, "IVR108"),
      (#""_max_dial_attempts":0"#, "IVR108"), (#""_wait_for_agnt":true"#, "IVR107"),
    ])
  func badService(options: String, code: String) {
    let text = """
      {"name":"x","orgId":"o","queues":[{"id":"q","name":"Q"}],
      "entryPoints":[{"id":"e","name":"E","direction":"outbound","queue":"q"}],
      "callbackServices":[{"name":"s","entryPoint":"e","options":{\(options)}}]}
      """
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    let codes = result.findings.map(\.code).filter { $0 != "IVR110" }
    #expect(codes == [code], "\(result.findings.map(\.text))")
  }
}

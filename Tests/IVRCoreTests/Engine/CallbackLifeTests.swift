import IVRCore
import IVRTestSupport
import Testing

@Suite struct CallbackLifeTests {
  /// Queues, registers a callback to the given number, says so, hangs up.
  static func flow(
    number: String = "14085267209", queue: String = "q-1", goodbye: Bool = true
  ) -> SampleFlow {
    SampleFlow(
      [
        "Queue: queue-contact {\"destination\":\"\(queue)\"}",
        "Call: callback {\"callbackDn\":\"\(number)\"}",
        "Done: play-message {\(SampleFlow.say("Scheduled."))}",
        "No: play-message {\(SampleFlow.say("{{Call.FailureCode}} {{Call.FailureDescription}}"))}",
        "Bye: disconnect-contact {}",
      ],
      [
        "Start.out > Queue", "Queue.default > Call", "Call.default > Done", "Call.failure > No",
        "No.default > Bye",
      ] + (goodbye ? ["Done.default > Bye"] : []))
  }

  /// A call that has left for a callback.
  private func waiting(_ flow: SampleFlow = flow()) -> CallDriver {
    var driver = CallDriver(flow.world())
    driver.dial()
    driver.run { $0.event.name == "call-ended" }
    return driver
  }

  private func agent(_ act: AgentAct) -> EngineInput { .agent("a-1", act) }

  @Test("a callback lives from the request to the wrap-up as documented")
  func wholeLife() throws {
    var driver = waiting()
    let task = try #require(driver.task)
    #expect(task.status == .parked && task.isCallback && task.customer == .none)
    #expect(driver.engine.state.queues["q-1"]?.counters.leftForCallback == 1)
    driver.act(agent(.available))
    #expect(driver.agent?.state == .reserved(task.id))
    #expect(driver.task?.status == .connect)
    driver.act(agent(.accept))
    #expect(driver.engine.state.phones["2"]?.state == .ringing(task.id))
    #expect(driver.task?.status == .connect)
    driver.advance(2_000)
    driver.act(.answer("2"))
    #expect(driver.task?.status == .connected)
    #expect(driver.task?.callback?.connectTime == driver.engine.state.now)
    #expect(driver.task?.callback?.isProcessed == true)
    #expect(driver.engine.state.ledger.count == 0)
    driver.act(.hangUp("2"))
    #expect(driver.agent?.state == .wrapUp(task.id))
    #expect(driver.task?.status == .wrapup)
    driver.act(agent(.wrapUp("Resolved")))
    #expect(driver.agent?.state == .available)
    #expect(driver.task?.status == .ended && driver.task?.ending == .handled)
    #expect(driver.task?.wrapUpCode == "Resolved")
    #expect(driver.engine.nextEventTime == nil)
  }

  @Test("the guard refuses a second callback and names the first; switched off it accepts")
  func guardModes() throws {
    var driver = waiting()
    let first = try #require(driver.task?.id)
    driver.dial()
    driver.run { $0.event.name == "call-ended" }
    #expect(driver.heard.last?.hasPrefix("1 INVALID_REQUEST: a callback to") == true)
    #expect(driver.heard.last?.contains(first.rawValue) == true)
    #expect(driver.engine.state.queues["q-1"]?.line.entries.count == 1)
    #expect(driver.engine.state.queues["q-1"]?.counters.refused == 1)
    driver.act(.setGuard("q-1", .off))
    driver.dial()
    driver.run { $0.event.name == "call-ended" }
    #expect(driver.heard.last == "Scheduled.")
    #expect(driver.engine.state.queues["q-1"]?.line.entries.count == 2)
  }

  @Test("a callback keeps the place of its call before one who called later")
  func keepsPlace() {
    var driver = waiting()
    let first = driver.task?.id
    driver.engine.submit(.setGuard("q-1", .off))
    driver.dial("3")
    #expect(driver.engine.state.queues["q-1"]?.line.entries.first?.task == first)
    driver.act(agent(.available))
    driver.act(agent(.decline))
    #expect(driver.engine.state.queues["q-1"]?.line.entries.first?.task == first)
    #expect(driver.agent?.state == .idle("Lunch"))
  }

  @Test("an offer that is not answered is a RONA; the contact takes its old place")
  func rona() {
    var driver = waiting()
    driver.act(agent(.available))
    driver.advance(12_000)
    #expect(driver.agent?.state == .rona)
    #expect(driver.task?.status == .parked)
    driver.act(agent(.available))
    #expect(driver.agent?.state == .reserved(driver.task?.id ?? ""))
  }

  @Test(
    "a callback that does not reach the customer fails with its reason, and the agent wraps up",
    arguments: ["no answer", "refused", "busy", "no phone has this number"])
  func failures(reason: String) {
    let number = reason.hasPrefix("no phone") || reason == "busy" ? "13035550142" : "14085267209"
    var driver = waiting(Self.flow(number: number))
    if reason == "busy" { driver.dial("3") }
    if reason.hasPrefix("no phone") {
      var world = Self.flow(number: "19995550199").world()
      world.lab.phones = world.lab.phones.filter { !$0.takesAnyNumber }
      driver = CallDriver(world)
      driver.dial()
      driver.run { $0.event.name == "call-ended" }
    }
    driver.act(agent(.available))
    driver.act(agent(.accept))
    if reason == "no answer" { driver.advance(30_000) }
    if reason == "refused" { driver.act(.refuse("2")) }
    let failed = driver.trace.first { $0.event.name == "callback-failed" }
    #expect(failed?.event.text.hasSuffix(reason) == true)
    guard case .wrapUp(let task)? = driver.agent?.state else {
      Issue.record("the agent is \(String(describing: driver.agent?.state))")
      return
    }
    driver.act(agent(.wrapUp("Call again")))
    #expect(driver.engine.state.tasks[task]?.ending == .callbackFailed)
    #expect(driver.engine.state.tasks[task]?.callback?.isProcessed == false)
  }

  @Test("a number that no phone has rings the phone that takes any number")
  func anyNumber() {
    var driver = waiting(Self.flow(number: "19995550199"))
    driver.act(agent(.available))
    driver.act(agent(.accept))
    #expect(driver.engine.state.phones["2"]?.state == .ringing(driver.task?.id ?? ""))
  }

  @Test("a caller who is still on the line is connected at once, and no callback is made")
  func stillOnTheLine() {
    var driver = CallDriver(Self.flow(goodbye: false).world())
    driver.dial()
    #expect(driver.heard == ["Scheduled."])
    driver.act(agent(.available))
    driver.act(agent(.accept))
    #expect(driver.task?.status == .connected)
    #expect(driver.task?.isCallback == false && driver.engine.state.ledger.count == 0)
    #expect(driver.records.last?.waitEnding == .agentAnswered)
    driver.act(.hangUp("1"))
    #expect(driver.engine.state.phones["1"]?.lastEnding == .hungUp)
    driver.advance(600_000)
    #expect(driver.task?.wrapUpCode == "Resolved")
  }

  @Test("outside a queue, without number, or into an unknown queue a callback is refused")
  func refusals() {
    let cases: [(SampleFlow, String)] = [
      (Self.flow(number: "abc"), "4 INVALID_DESTINATION"),
      (Self.flow(number: "{{ missing }}"), "4 INVALID_DESTINATION"),
    ]
    for (flow, text) in cases { #expect(waiting(flow).heard.last?.hasPrefix(text) == true) }
    var noQueue = Self.flow()
    noQueue.edges = noQueue.edges.map { $0 == "Start.out > Queue" ? "Start.out > Call" : $0 }
    #expect(waiting(noQueue).heard.last?.hasPrefix("1 INVALID_REQUEST: the contact") == true)
    var other = Self.flow()
    other.nodes[1] = "Call: callback {\"callbackDn\":\"14085267209\",\"callbackQueue\":\"q-9\"}"
    #expect(waiting(other).heard.last?.hasPrefix("3 INVALID_QUEUE") == true)
  }

  @Test("who hangs up or is answered before the ledger has accepted gets no callback")
  func lateLedger() {
    var world = Self.flow().world()
    world.lab.latency.ledger = 500
    var gone = CallDriver(world)
    gone.dial()
    gone.act(.hangUp("1"))
    gone.advance(1_000)
    #expect(gone.engine.state.ledger.count == 0 && gone.task?.ending == .abandoned)
    var answered = CallDriver(world)
    answered.dial()
    answered.act(agent(.available))
    answered.act(agent(.accept))
    answered.advance(1_000)
    #expect(answered.engine.state.ledger.count == 0 && answered.task?.status == .connected)
  }

  @Test("a callback in another queue starts at its bottom")
  func otherQueue() {
    var flow = Self.flow()
    flow.nodes[1] = "Call: callback {\"callbackDn\":\"14085267209\",\"callbackQueue\":\"q-2\"}"
    let driver = waiting(flow)
    #expect(driver.engine.state.queues["q-1"]?.line.entries.isEmpty == true)
    #expect(driver.task?.queue == "q-2" && driver.task?.status == .parked)
  }

  @Test("an offer is withdrawn when the callback moves to another queue: one contact, one agent")
  func movedWhileOffered() {
    var flow = Self.flow()
    flow.nodes[1] = "Call: callback {\"callbackDn\":\"14085267209\",\"callbackQueue\":\"q-2\"}"
    flow.nodes.append("Wait: play-message {\(SampleFlow.say("One moment."))}")
    flow.edges = flow.edges.map { $0 == "Queue.default > Call" ? "Queue.default > Wait" : $0 }
    flow.edges.append("Wait.default > Call")
    var driver = CallDriver(flow.world())
    driver.dial()
    driver.act(agent(.available))
    driver.act(.agent("a-2", .available))
    driver.advance(1_500)
    let holders = driver.engine.state.agents.values.filter { $0.state.task != nil }
    #expect(driver.task?.queue == "q-2" && holders.count == 1)
    #expect(holders.first?.id == driver.task?.agent)
  }

  @Test("a contact that is being offered keeps its position")
  func positionWhileOffered() {
    let flow = SampleFlow(
      [
        "Queue: queue-contact {\"destination\":\"q-1\"}",
        "Wait: play-message {\(SampleFlow.say("One moment."))}",
        "Info: queue-lookup {\"destination\":\"q-1\"}",
        "Say: play-message {\(SampleFlow.say("Number {{Info.PIQ}}"))}",
      ],
      [
        "Start.out > Queue", "Queue.default > Wait", "Wait.default > Info", "Info.default > Say",
        "Info.insufficientdata > Say", "Say.default > Info",
      ])
    var driver = CallDriver(flow.world())
    driver.dial("1")
    driver.dial("3")
    driver.act(agent(.available))
    driver.advance(2_000)
    #expect(Set(driver.heard) == ["One moment.", "Number 1", "Number 2"])
    #expect(
      driver.heard.filter { $0 == "Number 1" }.count
        == driver.heard.filter { $0 == "Number 2" }.count)
  }

  @Test("abandoned, left for a callback and ended by the flow are counted apart")
  func counters() {
    var driver = waiting()
    driver.dial("3")
    driver.act(.hangUp("3"))
    let counters = driver.engine.state.queues["q-1"]?.counters
    #expect(counters?.offered == 2 && counters?.leftForCallback == 1 && counters?.abandoned == 1)
    var refused = waiting()
    refused.dial()
    refused.run { $0.event.name == "call-ended" }
    #expect(refused.engine.state.queues["q-1"]?.counters.endedByFlow == 1)
  }

  @Test("a contact that waits too long is sent away")
  func queueTimeout() {
    var driver = waiting()
    driver.advance(86_400_000)
    #expect(driver.task?.ending == .queueTimeout)
    #expect(driver.engine.state.queues["q-1"]?.line.entries.isEmpty == true)
    #expect(driver.engine.state.ledger.count == 0)
  }
}

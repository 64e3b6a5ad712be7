import Foundation
import IVRCore
import IVRTestSupport
import Testing

@Suite struct EngineStateTests {
  private func flow() -> SampleFlow {
    var flow = CallbackLifeTests.flow()
    flow.nodes += [
      "Number: ivr-collectdigits {\(SampleFlow.say("Type it.")),\"interruptible\":true}",
      """
      Search: http-request-v2 {"authenticated":true,"connectorId":"WxCC_API",
      "httpRequestPath":"/search","httpRequestMethod":"POST","httpContentType":"GraphQL",
      "httpRequestBodyGQL":{"query":"{ nothing }","variables":""}}
      """,
    ]
    flow.edges = flow.edges.map { $0 == "Queue.default > Call" ? "Queue.default > Number" : $0 }
    flow.edges += [
      "Number.default > Search", "Number.timeout > Number", "Number.invalid > Number",
      "Search.default > Call",
    ]
    return flow
  }

  /// What people do at which number of steps.
  private let script: [Int: EngineInput] = [
    0: .dial("1", number: CallDriver.number), 3: .press("1", .one), 4: .press("1", .pound),
    9: .dial("3", number: CallDriver.number), 14: .press("3", .two), 17: .press("3", .pound),
    20: .agent("a-1", .available), 24: .agent("a-1", .accept), 27: .answer("2"),
    30: .hangUp("2"), 33: .agent("a-1", .wrapUp("Resolved")), 36: .hangUp("3"),
  ]

  private func lines(_ outputs: [EngineOutput]) -> [String] {
    outputs.compactMap { output in
      if case .trace(let entry) = output { entry.line } else { nil }
    }
  }

  @Test("a state saved at any step and put back goes on to the same trace")
  func saveAndRestore() throws {
    let world = flow().world()
    var whole = Engine(world: world)
    var trace: [String] = []
    var saved: [(step: Int, state: Data, traceCount: Int)] = []
    for step in 0..<45 {
      if let input = script[step] { whole.submit(input) }
      saved.append((step, try JSONEncoder().encode(whole.state), trace.count))
      trace += lines(whole.step())
    }
    #expect(trace.count > 30)
    for save in saved {
      let state = try JSONDecoder().decode(EngineState.self, from: save.state)
      var restored = Engine(world: world, state: state)
      var rest: [String] = lines(restored.step())
      for step in save.step + 1..<45 {
        if let input = script[step] { restored.submit(input) }
        rest += lines(restored.step())
      }
      #expect(rest == Array(trace[save.traceCount...]), "saved before step \(save.step)")
      #expect(restored.state == whole.state)
    }
  }

  @Test("the same seed and inputs give the same trace; another seed gives other identifiers")
  func determinism() {
    func trace(seed: UInt64) -> [String] {
      var world = flow().world()
      world.lab.seed = seed
      var engine = Engine(world: world)
      var trace: [String] = []
      for step in 0..<45 {
        if let input = script[step] { engine.submit(input) }
        trace += lines(engine.step())
      }
      return trace
    }
    #expect(trace(seed: 7) == trace(seed: 7))
    #expect(trace(seed: 7) != trace(seed: 8))
  }

  @Test("advancing never passes an event and never goes back")
  func advance() throws {
    var engine = Engine(world: flow().world())
    let start = engine.state.now
    engine.submit(.dial("1", number: CallDriver.number))
    engine.advance(to: start.advanced(by: 5_000))
    #expect(engine.state.now == start)
    while let next = engine.nextEventTime, next == start { _ = engine.step() }
    let next = try #require(engine.nextEventTime)
    engine.advance(to: start.advanced(by: 1))
    #expect(engine.state.now == start.advanced(by: 1))
    engine.advance(to: start)
    #expect(engine.state.now == start.advanced(by: 1))
    engine.advance(to: next.advanced(by: 1_000_000))
    #expect(engine.state.now == next)
  }

  @Test("what a phone or an agent cannot do now changes nothing")
  func impossibleInputs() {
    let inputs: [EngineInput] = [
      .press("1", .one), .hangUp("1"), .answer("1"), .refuse("9"), .agent("a-1", .accept),
      .agent("nobody", .available), .setGuard("nothing", .off), .agent("a-1", .end),
    ]
    var driver = CallDriver(flow().world())
    for input in inputs { driver.act(input) }
    #expect(driver.engine.state.tasks.count == 0)
    #expect(driver.agent?.state == .idle("Lunch"))
    #expect(driver.eventNames.allSatisfy { $0 == "note" })
  }

  @Test("a number that is no entry point is not in service")
  func unknownNumber() {
    var driver = CallDriver(flow().world())
    driver.act(.dial("1", number: "12345678"))
    #expect(driver.engine.state.phones["1"]?.lastEnding == .notInService)
  }

  @Test("the longest available agent gets the contact, and one agent one contact")
  func longestAvailable() {
    var driver = CallDriver(CallbackLifeTests.flow().world())
    driver.act(.agent("a-2", .available))
    driver.advance(1_000)
    driver.act(.agent("a-1", .available))
    driver.dial()
    #expect(driver.engine.state.agents["a-2"]?.state.task != nil)
    driver.act(.setGuard("q-1", .off))
    driver.dial("3")
    #expect(driver.engine.state.agents["a-1"]?.state.task == driver.task?.id)
  }

  @Test("a phone that nobody plays is answered by itself after its time")
  func answersByItself() {
    let flow = SampleFlow(["End: disconnect-contact {}"], ["Start.out > End"])
    var world = flow.world()
    for place in world.lab.phones.indices { world.lab.phones[place].answersAfter = 4_000 }
    var driver = CallDriver(world)
    _ = driver.request(
      "POST", "/v1/tasks",
      body: """
        {"entryPointId":"ep-out","destination":"+14085267209","mediaType":"telephony",
        "outboundType":"CALLBACK","callback":{"callbackOrigin":"web","callbackType":"immediate"}}
        """)
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-1", .accept))
    driver.advance(3_900)
    #expect(driver.engine.state.tasks.values.last?.customer == .ringing("2"))
    driver.advance(200)
    #expect(driver.engine.state.tasks.values.last?.status == .connected)
  }
}

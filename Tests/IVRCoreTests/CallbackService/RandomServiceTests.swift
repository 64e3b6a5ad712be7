import IVRAdapters
import IVRTestSupport
import Testing

@testable import IVRCore

/// Lets clients, phones and agents do anything to the callback service at any time, and looks
/// whether the lab still agrees with itself.
@Suite struct RandomServiceTests {
  @Test(
    "whatever happens, callbacks of the service, lines, phones and agents agree", arguments: 0..<40)
  func agrees(seed: Int) throws {
    let world = try #require(WorldFolder(root: SharedData.root).load().world)
    var random = RandomStream(seed: UInt64(seed), name: "service")
    var engine = Engine(world: world)
    for _ in 0..<150 {
      engine.submit(random.input(&engine))
      let end = engine.state.now.advanced(by: random.choice([0, 0, 80, 500, 3_000, 9_000, 31_000]))
      while let next = engine.nextEventTime, next <= end {
        _ = engine.step()
        let faults = engine.state.breaches.map(\.text)
        #expect(faults == [])
        if !faults.isEmpty { return }
      }
      engine.advance(to: end)
    }
    #expect(engine.state.services.count > 0)
  }

  @Test("in the end every callback of the service is over, and nobody is kept free")
  func ends() throws {
    let world = try #require(WorldFolder(root: SharedData.root).load().world)
    var random = RandomStream(seed: 99, name: "service")
    var engine = Engine(world: world)
    for _ in 0..<200 {
      engine.submit(random.input(&engine))
      for _ in 0..<20 where engine.nextEventTime != nil { _ = engine.step() }
    }
    for agent in engine.state.agents.values { engine.submit(.agent(agent.id, .end)) }
    for _ in 0..<20_000 where engine.nextEventTime != nil { _ = engine.step() }
    #expect(engine.state.services.values.allSatisfy { $0.state == .completed })
    #expect(engine.state.services.values.allSatisfy { $0.reason != nil && $0.timers.isEmpty })
    #expect(engine.state.heldAgents.isEmpty && engine.state.ledger.count == 0)
  }
}

extension RandomStream {
  fileprivate mutating func choice<Element>(_ list: [Element]) -> Element {
    list[Int(next() % UInt64(list.count))]
  }

  /// Something that a client or a person does; also what is not possible now.
  fileprivate mutating func input(_ engine: inout Engine) -> EngineInput {
    let phone = choice(engine.state.phones.values).id
    let agent = choice(engine.state.agents.values).id
    switch next() % 14 {
    case 0, 1, 2: return start(&engine)
    case 3: return change(&engine)
    case 4: return .setOutcome(phone, choice(CallOutcome.allCases))
    case 5: return .confirm(phone)
    case 6: return .dial(phone, number: choice(["+14694096869", "+14694096865"]))
    case 7: return choice([.hangUp(phone), .press(phone, .one)])
    case 8: return .answer(phone)
    case 9: return .refuse(phone)
    default:
      let acts: [AgentAct] = [
        .available, .available, .accept, .accept, .accept, .decline, .end, .wrapUp("Resolved"),
        .idle("Lunch"), .logOut, .logIn,
      ]
      return .agent(agent, choice(acts))
    }
  }

  private mutating func start(_ engine: inout Engine) -> EngineInput {
    let service = choice(engine.world.lab.callbackServices).name
    let number = choice(["14085267209", "12025550101", "13035550142", "nobody"])
    let time = ISOTime.text(engine.state.now.advanced(by: choice([60_000, 600_000])))
    let more = choice(["", "", "&_desired_time=\(time)", "&_ttl=30", "&_wait_for_agent=false"])
    return request("POST", "/callback/\(service)", "_customer_number=\(number)\(more)", &engine)
  }

  private mutating func change(_ engine: inout Engine) -> EngineInput {
    guard !engine.state.services.values.isEmpty else { return start(&engine) }
    let callback = choice(engine.state.services.values)
    let path = "/callback/\(callback.service)/\(callback.id)"
    let time = ISOTime.text(engine.state.now.advanced(by: choice([0, 1_000, 300_000])))
    switch next() % 3 {
    case 0: return request("DELETE", path, "", &engine)
    case 1: return request("PUT", path, "_new_desired_time=\(time)&note=moved", &engine)
    default: return request("POST", "/\(callback.id)/confirm", "", &engine)
    }
  }

  private func request(
    _ method: String, _ path: String, _ body: String, _ engine: inout Engine
  ) -> EngineInput {
    let headers = [
      HTTPHeader("Authorization", "Bearer not-a-real-token-only-for-this-lab"),
      HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
    ]
    return .request(
      engine.nextRequestID(),
      HTTPRequest(
        method: method, url: "https://gms.lab.example/genesys/1/service" + path, headers: headers,
        body: body))
  }
}

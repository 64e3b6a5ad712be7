import IVRAdapters
import IVRTestSupport
import Testing

@testable import IVRCore

/// Lets phones and agents do anything at any time and looks whether the lab still agrees with
/// itself.
@Suite struct RandomStoryTests {
  @Test("whatever people do, tasks, lines, phones, agents and ledger agree", arguments: 0..<40)
  func agrees(seed: Int) throws {
    let world = try #require(WorldFolder(root: SharedData.root).load().world).busier
    var random = RandomStream(seed: UInt64(seed), name: "story")
    var engine = Engine(world: world)
    for _ in 0..<160 {
      for input in random.inputs(for: engine.state, in: world) { engine.submit(input) }
      let end = engine.state.now.advanced(by: random.pause())
      while let next = engine.nextEventTime, next <= end {
        _ = engine.step()
        let faults = engine.state.breaches.map(\.text)
        #expect(faults == [])
        if !faults.isEmpty { return }
      }
      engine.advance(to: end)
    }
  }
}

extension World {
  /// The world with three agents and a third phone.
  fileprivate var busier: World {
    var world = self
    let first = lab.agents[0]
    for number in 2...3 {
      var agent = first
      agent.id = AgentID(rawValue: "agent-\(number)")
      world.lab.agents.append(agent)
    }
    world.lab.phones.append(
      PhoneSettings(id: "3", number: "+13035550142", takesAnyNumber: true))
    return world
  }
}

extension RandomStream {
  fileprivate mutating func choice<Element>(_ list: [Element]) -> Element {
    list[Int(next() % UInt64(list.count))]
  }

  fileprivate mutating func pause() -> Int64 {
    choice([0, 0, 0, 100, 250, 1000, 2000, 4000, 9000, 31_000])
  }

  /// Something that a person does; also what is not possible now.
  fileprivate mutating func inputs(for state: EngineState, in world: World) -> [EngineInput] {
    let phone = choice(state.phones.values).id
    let agent = choice(state.agents.values).id
    switch next() % 16 {
    case 0, 1: return [.dial(phone, number: choice(world.lab.entryPoints).number)]
    case 2, 3: return [.press(phone, choice([.one, .two, .three, .four, .pound]))]
    case 4, 5, 6:
      return keys(of: choice(["1", "14085267209", "112025550101", "14085267209" + "1"]), phone)
    case 7: return [.hangUp(phone)]
    case 8, 9, 11: return [.answer(phone)]
    case 10: return [.refuse(phone)]
    default:
      let acts: [AgentAct] = [
        .available, .available, .available, .accept, .accept, .accept, .decline, .end,
        .wrapUp("Resolved"), .wrapUp("Resolved"), .idle("Lunch"), .hold, .resume, .logOut, .logIn,
        .transfer(.queue(choice(world.lab.queues).id)), .transfer(.agent(agentOf(world))),
        .transfer(.entryPoint(choice(world.lab.entryPoints).id)), .consult(agentOf(world)),
        .consult(agentOf(world)), .endConsult, .conference, .completeTransfer,
      ]
      return [.agent(agent, choice(acts))]
    }
  }

  private mutating func agentOf(_ world: World) -> AgentID { choice(world.lab.agents).id }

  private func keys(of text: String, _ phone: PhoneID) -> [EngineInput] {
    text.compactMap { DTMF($0) }.map { .press(phone, $0) }
  }
}

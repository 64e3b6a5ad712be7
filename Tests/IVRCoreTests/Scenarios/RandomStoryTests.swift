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
    for _ in 0..<80 {
      for input in random.inputs(for: engine.state, in: world) { engine.submit(input) }
      let end = engine.state.now.advanced(by: random.pause())
      while let next = engine.nextEventTime, next <= end {
        _ = engine.step()
        let faults = engine.state.disagreements
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
        .available, .available, .accept, .accept, .decline, .end, .wrapUp("Resolved"),
        .idle("Lunch"),
      ]
      return [.agent(agent, choice(acts))]
    }
  }

  private func keys(of text: String, _ phone: PhoneID) -> [EngineInput] {
    text.compactMap { DTMF($0) }.map { .press(phone, $0) }
  }
}

extension EngineState {
  /// What does not fit together.
  var disagreements: [String] {
    lineFaults + taskFaults + phoneFaults + agentFaults + serviceFaults
  }

  private var serviceFaults: [String] {
    let held = services.values.filter { $0.heldAgent != nil }
    var faults = held.filter { heldAgents[$0.heldAgent ?? ""] != $0.id }.map { "held: \($0)" }
    if held.count != heldAgents.count { faults.append("\(heldAgents.count) agents are held") }
    faults += services.values.compactMap { service in
      let isLive = tasks[service.id]?.isActive == true
      let isOver = service.phase == .over
      let isReached = service.phase == .routing || service.phase == .talking
      let fits =
        isOver ? !ledger.holds(service.id) : isLive && ledger.holds(service.id) != isReached
      return fits ? nil : "service \(service.phase): \(service)"
    }
    return faults
  }

  private var lineFaults: [String] {
    queues.values.flatMap { queue in
      queue.line.entries.compactMap { entry in
        let task = tasks[entry.task]
        let fits = task?.status == .parked && task?.queue == queue.id && task?.agent == nil
        let isWanted = task?.customer.isConnected == true || ledger.holds(entry.task)
        return fits && isWanted ? nil : "line of \(queue.name): \(String(describing: task))"
      }
    }
  }

  private var taskFaults: [String] {
    let waiting = queues.values.flatMap { $0.line.entries.map(\.task) }
    return tasks.values.compactMap { task in
      if task.status == .ended {
        let isGone =
          !ledger.holds(task.id) && task.customer == .none
          && sessions[task.id]?.isCallerListening != true && !waiting.contains(task.id)
        return isGone ? nil : "ended, but there: \(task)"
      }
      let isSomewhere =
        waiting.contains(task.id) || task.status == .created || task.agent != nil
        || services[task.id].map { $0.phase != .over } == true
      return isSomewhere ? nil : "nowhere: \(task)"
    }
  }

  private var phoneFaults: [String] {
    phones.values.compactMap { phone in
      switch phone.state {
      case .idle: return nil
      case .ringing(let task):
        return tasks[task]?.customer == .ringing(phone.id) ? nil : "phone \(phone.id) rings"
      case .inCall(let task):
        return tasks[task]?.customer == .connected(phone.id) ? nil : "phone \(phone.id) in call"
      }
    }
  }

  private var agentFaults: [String] {
    agents.values.compactMap { agent in
      guard let id = agent.state.task else { return nil }
      let task = tasks[id]
      let statuses: [TaskStatus] =
        switch agent.state {
        case .reserved: [.connect]
        case .connected: [.connect, .connected]
        default: [.wrapup]
        }
      let fits = task?.agent == agent.id && task.map { statuses.contains($0.status) } == true
      return fits ? nil : "agent \(agent.state): \(String(describing: task))"
    }
  }
}

import IVRCore
import IVRTestSupport
import Testing

@Suite("Which agent gets a contact")
struct RoutingTests {
  private static var flow: SampleFlow {
    SampleFlow(
      [
        """
        Queue: queue-contact {"destination":"q-1","toggle":true,"priorityRadioGroup":
        "variablePriority","priorityVariable":"{{ NewPhoneContact.ANI == '+12025550101' ? 9 : 1 }}"}
        """,
        "Music: play-music {\"prompt\":\"music.wav\",\"duration\":600}",
      ], ["Start.out > Queue", "Queue.default > Music"])
  }

  private func driver(
    _ flow: SampleFlow = flow, _ change: (inout Lab) -> Void = { _ in }
  ) -> CallDriver {
    var world = flow.world()
    change(&world.lab)
    return CallDriver(world)
  }

  private func reserved(_ driver: CallDriver) -> [AgentID] {
    driver.engine.state.agents.values.filter {
      if case .reserved = $0.state { true } else { false }
    }.map(\.id)
  }

  @Test("who has been available for the longest time goes first, counted from becoming so")
  func longestAvailable() {
    var driver = driver()
    driver.act(.agent("a-2", .available))
    driver.advance(1_000)
    driver.act(.agent("a-1", .available))
    driver.dial()
    #expect(reserved(driver) == ["a-2"])
    driver.act(.agent("a-2", .decline))
    #expect(reserved(driver) == ["a-1"])
  }

  @Test("the more urgent contact goes first, then the earlier one")
  func priorities() {
    var driver = driver()
    driver.dial("1")
    driver.advance(5_000)
    driver.dial("3")
    driver.advance(1_000)
    driver.act(.agent("a-1", .available))
    let task = driver.engine.state.agents["a-1"]?.state.task
    #expect(task.flatMap { driver.engine.state.tasks[$0]?.origin } == "+13035550142")
  }

  @Test("groups open one after the other; empty ones are passed over where the flow says so")
  func groups() {
    let groups = [Routing.Group(teams: ["t-0"]), Routing.Group(teams: ["t-1"], opensAfter: 30_000)]
    var slow = driver { $0.queues[0].routing = Routing(groups: groups) }
    slow.act(.agent("a-1", .available))
    slow.dial()
    slow.advance(29_999)
    #expect(reserved(slow) == [])
    slow.advance(1)
    #expect(reserved(slow) == ["a-1"])
    let checking = SampleFlow(
      ["Queue: queue-contact {\"destination\":\"q-1\",\"toggleAgentAvailability\":true}"],
      ["Start.out > Queue"])
    var quick = driver(checking) { $0.queues[0].routing = Routing(groups: groups) }
    quick.act(.agent("a-1", .available))
    quick.dial()
    #expect(reserved(quick) == ["a-1"])
  }

  @Test(
    "skills: the contact waits for who meets all of them",
    arguments: [
      ("gte", "5", ["a-2"]), ("lte", "4", ["a-1"]), ("is", "7", ["a-2"]), ("isnot", "7", ["a-1"]),
      ("gte", "8", []), ("gte", "{{ 2 + 3 }}", ["a-2"]),
    ])
  func skills(_ condition: String, _ value: String, _ wanted: [AgentID]) {
    let flow = SampleFlow(
      [
        """
        Queue: queue-contact {"destination":"q-1","skills":{"requirements":[
        {"skillName":"billing","condition":"\(condition)","value":"\(value)"}]}}
        """
      ], ["Start.out > Queue"])
    var driver = driver(flow) { lab in
      lab.agents[0].skills["Billing"] = .proficiency(3)
      lab.agents[1].skills["Billing"] = .proficiency(7)
    }
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-2", .available))
    driver.dial()
    #expect(reserved(driver) == wanted)
  }

  @Test(
    "a skill that is not there, or compares nothing, leaves by failure", arguments: ["", "huge"])
  func badSkill(condition: String) {
    let flow = SampleFlow(
      [
        """
        Queue: queue-contact {"destination":"q-1","skills":{"requirements":[
        {"skillName":"billing","condition":"\(condition)","value":"1"}]}}
        """,
        "No: play-message {\(SampleFlow.say("{{Queue.FailureCode}}"))}",
      ], ["Start.out > Queue", "Queue.failure > No"])
    var driver = driver(flow)
    driver.dial()
    #expect(driver.trace.map(\.event.text).contains("No: 10"))
  }

  @Test("the best available agent goes first where the queue says so")
  func bestAvailable() {
    var driver = driver { lab in
      lab.agents[0].skills["Billing"] = .proficiency(3)
      lab.agents[1].skills["Billing"] = .proficiency(7)
      lab.queues[0].routing.order = .bestAvailable
      lab.queues[0].routing.skills = [
        SkillRequirement(skill: "Billing", condition: .atLeast, value: .proficiency(2))
      ]
    }
    driver.act(.agent("a-1", .available))
    driver.advance(1_000)
    driver.act(.agent("a-2", .available))
    driver.dial()
    #expect(reserved(driver) == ["a-2"])
  }

  @Test("who is signed out counts nowhere and gets nothing; in a talk nobody signs out")
  func signedOut() {
    var driver = driver()
    driver.act(.agent("a-1", .available))
    driver.dial()
    driver.act(.agent("a-1", .logOut))
    #expect(driver.engine.state.agents["a-1"]?.state == .loggedOut)
    #expect(driver.engine.state.queues["q-1"]?.line.count == 1)
    driver.act(.agent("a-1", .available))
    #expect(driver.engine.state.agents["a-1"]?.state == .loggedOut)
    driver.act(.agent("a-1", .logIn))
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-1", .accept))
    driver.act(.agent("a-1", .logOut))
    #expect(driver.engine.state.agents["a-1"]?.state.name == "Connected")
  }
}

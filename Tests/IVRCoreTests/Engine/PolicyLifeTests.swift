import IVRTestSupport
import Testing

@testable import IVRCore

@Suite("Policies in the life of callbacks")
struct PolicyLifeTests {
  /// The sample lab where everybody asks for a callback to the number of phone 2, under a policy.
  private func driver(
    number: String = "14085267209", _ change: (inout DuplicatePolicy) -> Void
  ) -> CallDriver {
    var world = CallbackLifeTests.flow(number: number).world()
    for place in world.lab.queues.indices { change(&world.lab.queues[place].policy) }
    return CallDriver(world)
  }

  /// A call that asks for a callback and is over; its task.
  private func ask(_ driver: inout CallDriver, _ phone: PhoneID = "1") -> TaskID {
    driver.dial(phone)
    driver.run { $0.event.name == "call-ended" }
    driver.settle()
    return driver.task?.id ?? ""
  }

  private func line(_ driver: CallDriver) -> [TaskID] {
    driver.engine.state.queues["q-1"]?.line.entries.map(\.task) ?? []
  }

  private func isSound(_ driver: CallDriver) -> Bool {
    let waiting = driver.engine.state.tasks.values.filter { $0.isCallback && $0.isActive }
    return Set(waiting.map(\.id)) == Set(driver.engine.state.ledger.all.map(\.task))
  }

  @Test("take over: the new request has the place, the old one ends as duplicate")
  func takeOver() throws {
    var driver = driver { $0.action = .takeOver }
    let first = ask(&driver)
    driver.advance(5_000)
    let second = ask(&driver)
    #expect(driver.engine.state.tasks[first]?.ending == .duplicate)
    #expect(driver.engine.state.tasks[second]?.isCallback == true)
    #expect(line(driver).first == second && isSound(driver))
    #expect(driver.eventNames.contains("policy"))
    #expect(driver.engine.state.queues["q-1"]?.counters.merged == 1)
  }

  @Test("replace: the old one ends, the new one waits at its own place")
  func replace() {
    var driver = driver(number: "{{NewPhoneContact.ANI}}") { $0.action = .replace }
    let first = ask(&driver)
    let other = ask(&driver, "2")
    let second = ask(&driver)
    #expect(driver.engine.state.tasks[first]?.ending == .duplicate)
    #expect(line(driver) == [other, second] && isSound(driver))
  }

  @Test("merge: the old one goes on for both, the new call ends by the flow")
  func merge() {
    var driver = driver { $0.action = .merge }
    let first = ask(&driver)
    let second = ask(&driver)
    #expect(driver.engine.state.tasks[first]?.callback?.requestCount == 2)
    #expect(driver.engine.state.tasks[second]?.ending == .endedByFlow)
    #expect(driver.heard.last == "Scheduled.")
    #expect(line(driver) == [first] && isSound(driver))
  }

  @Test("merge by ANI: the callback rings the number given last, and the old one is free")
  func mergeNumber() throws {
    var driver = driver {
      $0.action = .merge
      $0.key = .ani
    }
    let first = ask(&driver)
    driver.engine.state.ledger.renumber(first, to: "+14085267777")
    _ = ask(&driver)
    #expect(driver.engine.state.ledger.entry(of: first)?.number == "+14085267209")
    #expect(
      driver.engine.state.ledger.entries(number: "+14085267777", ani: "", by: .callbackNumber) == []
    )
  }

  @Test(
    "calling in while a callback waits",
    arguments: [
      (DuplicatePolicy.CallIn.keep, nil as TaskEnding?), (.cancel, .calledIn),
      (.takeOver, .calledIn),
    ])
  func callIn(_ callIn: DuplicatePolicy.CallIn, _ ending: TaskEnding?) {
    var driver = driver(number: "{{NewPhoneContact.ANI}}") { $0.callIn = callIn }
    let first = ask(&driver)
    let other = ask(&driver, "2")
    driver.dial("1")
    let call = driver.task?.id ?? ""
    #expect(driver.engine.state.tasks[first]?.ending == ending)
    let wanted: [TaskID] =
      switch callIn {
      case .keep: [first, other, call]
      case .cancel: [other, call]
      case .takeOver: [call, other]
      }
    #expect(line(driver) == wanted && isSound(driver))
  }

  @Test("the API answers each refusal with its status")
  func statuses() {
    func status(_ change: (inout DuplicatePolicy) -> Void) -> Int? {
      var driver = driver(change)
      let body = TasksAPITests.orderText
      _ = driver.request("POST", "/v1/tasks", body: body)
      return driver.request("POST", "/v1/tasks", body: body)?.status
    }
    #expect(status { _ in } == 409)
    #expect(status { $0.perNumber = .init(limit: 1, window: 1_000_000) } == 429)
    #expect(status { $0.cap = 1 } == 503)
    #expect(status { $0.exceptions = ["+1408*"] } == 400)
    #expect(status { $0.action = .merge } == 201)
    #expect(status { $0.limit = .two } == 201)
  }
}

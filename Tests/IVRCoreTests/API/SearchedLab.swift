import IVRCore
import IVRLanguages
import IVRTestSupport

/// A lab after an hour of work: one handled call, one abandoned, one waiting callback.
struct SearchedLab {
  var driver: CallDriver

  init(lab change: (inout Lab) -> Void = { _ in }) {
    let flow = SampleFlow(
      ["Queue: queue-contact {\"destination\":\"q-1\"}"], ["Start.out > Queue"])
    var world = flow.world()
    world.lab.latency = Latency(search: 0, tasks: 0, ledger: 0)
    change(&world.lab)
    driver = CallDriver(world)
    handled()
    driver.advance(600_000)
    driver.dial("3")
    driver.advance(20_000)
    driver.act(.hangUp("3"))
    driver.advance(60_000)
    _ = driver.request("POST", "/v1/tasks", body: TasksAPITests.orderText)
    driver.advance(60_000)
  }

  private mutating func handled() {
    driver.advance(5_000)
    driver.dial("1")
    driver.advance(30_000)
    driver.act(.agent("a-1", .available))
    driver.advance(4_000)
    driver.act(.agent("a-1", .accept))
    driver.advance(60_000)
    driver.act(.agent("a-1", .hold))
    driver.advance(10_000)
    driver.act(.agent("a-1", .resume))
    driver.advance(20_000)
    driver.act(.agent("a-1", .end))
    driver.advance(15_000)
    driver.act(.agent("a-1", .wrapUp("Resolved")))
    driver.act(.agent("a-1", .idle("Lunch")))
  }

  var now: Int64 { driver.engine.state.now.milliseconds }

  /// The answer to a query; the words FROM and TO are the last two hours.
  mutating func search(
    _ query: String, variables: JSONValue = [:]
  ) throws -> (status: Int, body: JSONValue) {
    let text = query.replacing("FROM", with: "from: \(now - 7_200_000)")
      .replacing("TO", with: "to: \(now)")
    let body: JSONValue = ["query": .string(text), "variables": variables]
    let response = driver.request("POST", "/search", body: JSONText.print(body))
    return (response?.status ?? 0, try JSONText.parse(response?.body ?? "null"))
  }

  /// The records of a query's first root.
  mutating func rows(_ query: String) throws -> [JSONValue] {
    let answer = try search(query)
    guard answer.status == 200 else { return [answer.body] }
    let list = answer.body["data"]?.object?.values.first
    return list?.object?.values.first?.array ?? []
  }
}

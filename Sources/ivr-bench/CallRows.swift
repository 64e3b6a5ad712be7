import IVRAdapters
import IVRCore
import IVRLanguages

/// Rows 2, 12 and 15: whole calls through the shipped flow, its search for a duplicate, and what one
/// who waits takes.
enum CallRows {
  static func rows() throws -> [BenchmarkRow] {
    guard let world = WorldFolder(root: ".").load().world else { return [] }
    return [calls(world), waitingCalls(world), waitingCallbacks(world), duplicateSearch(world)]
  }

  /// The arrivals of row 1 through the duplicate-prevention flow, until all hours are over.
  private static func calls(_ world: World) -> BenchmarkRow {
    var world = world
    setLoad(&world.lab.load)
    return BenchmarkRow(
      number: 2, workload: "whole calls through the shipped flow", unit: "calls/s",
      goal: .atLeast(20_000), peer: nil
    ) { [world] in
      var calls = 0
      let runs = try Stopwatch.rate {
        var run = LoadRun(world: world, hours: 60, seed: 7)
        while !run.advance(minutes: 60) {}
        let total = run.finish().total
        calls = total.offered + total.goneBeforeQueue
        guard isRight(total) else {
          throw BenchmarkError.wrongResult(
            "\(total.offered) offered, \(total.answered) answered, \(total.refused) refused, "
              + "\(total.callbacksConnected) called back")
        }
      }
      return runs * Double(calls)
    }
  }

  /// One stream of callers and ten agents, as the shipped lab has them, but as busy as row 1.
  private static func setLoad(_ load: inout BackgroundLoad) {
    for place in load.callers.indices {
      load.callers[place].perHour = 180
      load.callers[place].patience = .exponential(mean: 600)
      load.callers[place].acceptsCallback = 0.3
      load.callers[place].answers = 0.8
      load.callers[place].answeringMachine = 0.1
      load.callers[place].callsAgain = 0.3
    }
    for place in load.agents.indices {
      load.agents[place].count = 10
      load.agents[place].handleTime = .exponential(mean: 170)
      load.agents[place].wrapUpTime = .constant(seconds: 10)
      load.agents[place].acceptTime = .constant(seconds: 0)
    }
  }

  /// Callbacks were made, connected and refused, and most callers were answered.
  private static func isRight(_ total: LoadFigures) -> Bool {
    total.offered > 9_000 && total.answered > total.offered / 2 && total.calledAgain > 10
      && total.endedByFlow > 10 && total.callbacksConnected > 500
  }

  /// Callers on the line who hear the music of the flow.
  private static func waitingCalls(_ world: World) -> BenchmarkRow {
    var world = world
    let count = 10_000
    world.lab.phones = (0..<count).map {
      PhoneSettings(
        id: PhoneID(rawValue: "p\($0)"), number: "+14\(200_000_000 + $0)", takesAnyNumber: false)
    }
    let number = world.lab.entryPoints[0].number
    return BenchmarkRow(
      number: 15, workload: "memory of a call that waits in line", unit: "bytes",
      goal: .atMost(1_000), peer: nil
    ) { [world] in
      var engine = Engine(world: world)
      let before = MemoryUse.now
      for phone in world.lab.phones { engine.submit(.dial(phone.id, number: number)) }
      try wait(&engine, for: count, seconds: 60)
      return (MemoryUse.now - before) / Double(count)
    }
  }

  /// Callbacks that were asked for through the API.
  private static func waitingCallbacks(_ world: World) -> BenchmarkRow {
    let count = 50_000
    return BenchmarkRow(
      number: 15, workload: "memory of a callback that waits in line", unit: "bytes",
      goal: .atMost(1_000), peer: nil
    ) {
      let before = MemoryUse.now
      let engine = try crowded(world, count)
      guard engine.state.tasks.count == count else { throw BenchmarkError.wrongResult("tasks") }
      return (MemoryUse.now - before) / Double(count)
    }
  }

  /// The flow's own question, as text of GraphQL in and text of JSON out, through the router of a
  /// lab in which a million callbacks wait.
  private static func duplicateSearch(_ world: World) -> BenchmarkRow {
    let count = 1_000_000
    return BenchmarkRow(
      number: 12, workload: "duplicate search through the whole stack, 1 M tasks", unit: "µs",
      goal: .atMost(100), peer: nil
    ) {
      var engine = try crowded(world, count)
      var asked = 0
      let rate = try Stopwatch.rate {
        asked = (asked + 7_368_787) % count
        let number = number(asked)
        engine.submit(
          .request(
            RequestID(number: UInt64(count + asked)), search(number, engine.state.now, world)))
        guard let body = answer(&engine), body.contains("\"callbackNumber\":\"\(number)\"") else {
          throw BenchmarkError.wrongResult("duplicate search")
        }
      }
      return 1e6 / rate
    }
  }

  /// Lets events happen until a client is answered.
  private static func answer(_ engine: inout Engine) -> String? {
    while engine.nextEventTime != nil {
      for case .response(_, let response) in engine.step() { return response.body }
    }
    return nil
  }

  private static func search(
    _ number: String, _ now: SimulationTime, _ world: World
  ) -> HTTPRequest {
    let entry = world.lab.entryPoints.first { $0.direction == .outbound }?.id.rawValue ?? ""
    let query = """
      query callbackSearch($from: Long!, $to: Long!, $filter: TaskDetailsFilters) {
        taskDetails(from: $from, to: $to, filter: $filter) { tasks {
          callbackData { callbackRequestTime callbackConnectTime callbackNumber callbackStatus
            callbackOrigin callbackType }
          lastEntryPoint { id name } } } }
      """
    let sameNumber: JSONValue = [
      "callbackData": ["equals": ["callbackNumber": .string(number)]]
    ]
    let filter: JSONValue = [
      "and": [sameNumber, ["lastEntryPoint": ["id": ["equals": .string(entry)]]]]
    ]
    let variables: JSONValue = [
      "from": .integer(now.milliseconds - 43_200_000), "to": .integer(now.milliseconds),
      "filter": filter,
    ]
    return own("search", ["query": .string(query), "variables": variables], world)
  }

  /// A lab in which so many callbacks wait, all for numbers of their own.
  private static func crowded(_ world: World, _ count: Int) throws -> Engine {
    var engine = Engine(world: world)
    let request = request(world)
    for index in 0..<count {
      if index % 100 == 0 { try wait(&engine, for: index, seconds: 1) }
      engine.submit(.request(RequestID(number: UInt64(index)), request(number(index))))
    }
    try wait(&engine, for: count, seconds: 5)
    return engine
  }

  private static func number(_ index: Int) -> String { "+14\(200_000_000 + index)" }

  private static func own(_ path: String, _ body: JSONValue, _ world: World) -> HTTPRequest {
    var request = HTTPRequest(
      method: "POST", url: "https://\(world.lab.servedHosts.first ?? "")/\(path)",
      headers: [HTTPHeader("Content-Type", "application/json")], body: JSONText.print(body))
    request.isOwn = true
    return request
  }

  private static func request(_ world: World) -> (String) -> HTTPRequest {
    let entry = world.lab.entryPoints.first { $0.direction == .outbound }
    return { number in
      let body: JSONValue = [
        "entryPointId": .string(entry?.id.rawValue ?? ""), "mediaType": "telephony",
        "outboundType": "CALLBACK",
        "callback": ["callbackOrigin": "web", "callbackType": "immediate"],
        "destination": .string(number), "attributes": [:],
      ]
      return own("v1/tasks", body, world)
    }
  }

  /// Lets so many seconds pass; throws unless so many wait then.
  private static func wait(_ engine: inout Engine, for count: Int, seconds: Int64) throws {
    let end = engine.state.now.advanced(by: seconds * 1000)
    while let next = engine.nextEventTime, next <= end { _ = engine.step() }
    let waiting = engine.state.queues.values.reduce(0) { $0 + $1.line.count }
    guard waiting == count else { throw BenchmarkError.wrongResult("\(waiting) waiting contacts") }
  }
}

import IVRAdapters
import IVRCore
import IVRLanguages

/// Rows 2 and 15: whole calls through the shipped flow, and what one who waits takes.
enum CallRows {
  static func rows() throws -> [BenchmarkRow] {
    guard let world = WorldFolder(root: ".").load().world else { return [] }
    return [calls(world), waitingCalls(world), waitingCallbacks(world)]
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
      var engine = Engine(world: world)
      let before = MemoryUse.now
      let request = request(world)
      for number in 0..<count {
        if number % 100 == 0 { try wait(&engine, for: number, seconds: 1) }
        engine.submit(
          .request(RequestID(number: UInt64(number)), request("+14\(200_000_000 + number)")))
      }
      try wait(&engine, for: count, seconds: 5)
      return (MemoryUse.now - before) / Double(count)
    }
  }

  private static func request(_ world: World) -> (String) -> HTTPRequest {
    let entry = world.lab.entryPoints.first { $0.direction == .outbound }
    let host = world.lab.servedHosts.first ?? ""
    return { number in
      let body: JSONValue = [
        "entryPointId": .string(entry?.id.rawValue ?? ""), "mediaType": "telephony",
        "outboundType": "CALLBACK",
        "callback": ["callbackOrigin": "web", "callbackType": "immediate"],
        "destination": .string(number), "attributes": [:],
      ]
      var request = HTTPRequest(
        method: "POST", url: "https://\(host)/v1/tasks",
        headers: [HTTPHeader("Content-Type", "application/json")], body: JSONText.print(body))
      request.isOwn = true
      return request
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

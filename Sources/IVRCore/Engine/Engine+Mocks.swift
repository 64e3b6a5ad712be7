import IVRLanguages

/// The mock server: it stands in for hosts outside, in process.
extension Engine {
  /// How long a mock takes for its next answer.
  mutating func mockLatency(_ target: MockTarget) -> Int64 {
    let lab = world.lab
    switch target {
    case .ready(let place):
      let hits = state.mocks.counts[target.name]?.hits ?? 0
      return lab.mocks[place].answer(toHit: hits + 1)?.latency.drawn(&state.mocks.stream) ?? 0
    case .store(let place, _, _):
      return lab.mockStores[place].latency.drawn(&state.mocks.stream)
    }
  }

  /// A mock answers, unless its fault says otherwise.
  mutating func serve(_ target: MockTarget, _ request: HTTPRequest, _ id: RequestID) {
    let hit = state.mocks.count(target.name)
    let written =
      switch target {
      case .ready(let place): world.lab.mocks[place].fault
      case .store(let place, _, _): world.lab.mockStores[place].fault
      }
    guard let fault = state.mocks.fault(target.name, written, hit: hit) else {
      let response = response(target, request, hit)
      noteHit(request, id, target.name, status: response.status)
      return deliverSoon(.response(response), to: id)
    }
    fail(fault, target, request, id, hit)
  }

  private mutating func response(
    _ target: MockTarget, _ request: HTTPRequest, _ hit: Int
  ) -> HTTPResponse {
    switch target {
    case .ready(let place):
      let answer = world.lab.mocks[place].answer(toHit: hit)
      return answer?.response(to: request, hit: hit, now: state.now)
        ?? HTTPResponse(status: 404, body: "")
    case .store(let place, let collection, let row):
      let name = MockBook.id(place, collection)
      return state.mocks.collections.update(name) { $0.answer(request, row: row) }
        ?? .json("Not found", status: 404)
    }
  }

  private mutating func fail(
    _ fault: MockFault, _ target: MockTarget, _ request: HTTPRequest, _ id: RequestID, _ hit: Int
  ) {
    let host = URLParts(request.url).host
    switch fault.kind {
    case .status:
      noteHit(request, id, target.name, status: fault.status, .status)
      var response = HTTPResponse(status: fault.status, body: "{}")
      response.remark = "a fault of the mock"
      deliverSoon(.response(response), to: id)
    case .garbage:
      var response = response(target, request, hit)
      response.body = String(response.body.prefix(response.body.count / 2))
      response.remark = "a fault of the mock: the body breaks off"
      noteHit(request, id, target.name, status: response.status, .garbage)
      deliverSoon(.response(response), to: id)
    case .disconnect:
      noteHit(request, id, target.name, status: nil, .disconnect)
      let reason = "\(host) broke the connection: a fault of the mock."
      deliverSoon(.transportError(reason), to: id)
    case .silence:
      noteHit(request, id, target.name, status: nil, .silence)
      let isClient = state.requests[id]?.origin == .client
      let reason = "\(host) does not answer: a fault of the mock."
      // A flow gives up before; its request must not stay for ever.
      schedule(
        .deliver(id, .transportError(reason)),
        after: isClient ? Self.clientPatience : Self.longestTimeout)
    }
  }

  /// How long a client outside waits for a mock that keeps silent, in milliseconds.
  private static let clientPatience: Int64 = 30_000
  /// The longest a flow waits, in milliseconds.
  private static let longestTimeout: Int64 = 600_000

  /// Writes a request into the log of those that left the lab.
  mutating func noteHit(
    _ request: HTTPRequest, _ id: RequestID?, _ target: String, status: Int?,
    _ fault: MockFault.Kind? = nil
  ) {
    var task: TaskID?
    var origin = "client"
    switch id.flatMap({ state.requests[$0]?.origin }) {
    case .call(let id, _, _): (task, origin) = (id, "call")
    case .webCallback(let id): (task, origin) = (id, "web callback")
    case .nobody: origin = "call"
    case .client, .demoPage, nil: break
    }
    noteHit(request, target, origin: origin, task, status: status, fault)
  }

  /// Writes a request of a known origin into the log.
  mutating func noteHit(
    _ request: HTTPRequest, _ target: String, origin: String, _ task: TaskID?, status: Int?,
    _ fault: MockFault.Kind? = nil
  ) {
    state.mocks.note(
      MockHit(
        number: state.mocks.total + 1, time: state.now, origin: origin, task: task,
        method: request.method, url: mask.apply(to: request.url),
        body: mask.apply(to: String(request.body.prefix(MockHit.longestBody))), target: target,
        status: status, fault: fault))
  }
}

public import IVRCore

/// Drives an engine the way a person would and keeps everything that happened.
public struct CallDriver {
  /// The engine.
  public var engine: Engine
  /// Everything that happened, in order.
  public private(set) var trace: [TraceEntry] = []
  /// The answers to clients, in order.
  public private(set) var responses: [HTTPResponse] = []
  /// The requests that were to be sent to hosts outside, in order.
  public private(set) var outgoing: [OutgoingRequest] = []
  /// The number of the sample lab's entry point.
  public static let number = "+14694096861"

  /// A driver of a world, or of a saved state beside it.
  public init(_ world: World, state: EngineState? = nil) {
    engine = Engine(world: world, state: state)
  }

  /// Does something and lets the events of this instant happen.
  public mutating func act(_ input: EngineInput) {
    engine.submit(input)
    settle()
  }

  /// Calls the sample lab.
  public mutating func dial(_ phone: PhoneID = "1") {
    act(.dial(phone, number: Self.number))
  }

  /// Presses keys, one after the other, without time between them.
  public mutating func press(_ keys: String, _ phone: PhoneID = "1") {
    for key in keys.compactMap(DTMF.init) { act(.press(phone, key)) }
  }

  /// Lets every event of this instant happen.
  public mutating func settle() { advance(0) }

  /// Lets time pass, in milliseconds.
  public mutating func advance(_ milliseconds: Int64) {
    let end = engine.state.now.advanced(by: milliseconds)
    while let next = engine.nextEventTime, next <= end { step() }
    engine.advance(to: end)
  }

  /// Lets events happen until a trace entry is found; whether it was, within so many events.
  @discardableResult
  public mutating func run(limit: Int = 2_000, until isFound: (TraceEntry) -> Bool) -> Bool {
    for _ in 0..<limit where engine.nextEventTime != nil {
      let start = trace.count
      step()
      if trace[start...].contains(where: isFound) { return true }
    }
    return false
  }

  /// Lets events happen until a prompt with this text begins.
  @discardableResult
  public mutating func hear(_ text: String) -> Bool {
    run { entry in
      if case .heard(let utterance) = entry.event { utterance.text.contains(text) } else { false }
    }
  }

  /// Sends a request as a client outside and waits for its answer.
  public mutating func request(
    _ method: String, _ path: String, host: String = "https://api.wxcc-us1.cisco.com",
    token: String? = "not-a-real-token", body: String
  ) -> HTTPResponse? {
    let headers = token.map { [HTTPHeader("Authorization", "Bearer \($0)")] } ?? []
    let id = engine.nextRequestID()
    let request = HTTPRequest(
      method: method, url: host + path, headers: headers, body: body)
    engine.submit(.request(id, request))
    let before = responses.count
    for _ in 0..<1_000 where responses.count == before { step() }
    return responses.last
  }

  private mutating func step() {
    for output in engine.step() {
      switch output {
      case .trace(let entry): trace.append(entry)
      case .response(_, let response): responses.append(response)
      case .send(let request): outgoing.append(request)
      }
    }
  }

  /// The debugger's rows, as `label outcome`.
  public var outcomes: [String] { records.map { "\($0.label) \($0.outcome)" } }

  /// The activities that were left, in order.
  public var records: [ActivityRecord] {
    trace.compactMap { entry in
      if case .activity(let record) = entry.event { record } else { nil }
    }
  }

  /// What was heard, in order.
  public var heard: [String] {
    trace.compactMap { entry in
      if case .heard(let utterance) = entry.event { utterance.text } else { nil }
    }
  }

  /// The names of the events since an entry, in order.
  public var eventNames: [String] { trace.map(\.event.name) }

  /// The newest task.
  public var task: ContactTask? { engine.state.tasks.values.last }

  /// The first agent of the sample lab.
  public var agent: Agent? { engine.state.agents["a-1"] }

  /// The trace as text.
  public var lines: [String] { trace.map(\.line) }
}

import IVRLanguages

/// The wall board: figures of queues and agents, nothing about customers.
struct DemoBoard: Hashable, Sendable {
  /// A figure with the name by which events bring its new value.
  struct Figure: Hashable, Sendable {
    let name: String
    let label: String
    let value: String
  }

  /// A queue with its figures; the first one is the large one.
  struct Queue: Hashable, Sendable {
    let name: String
    let figures: [Figure]
  }

  let totals: [Figure]
  let queues: [Queue]
  let agents: [Figure]

  /// How far estimates look back, in minutes.
  static let lookback: Int64 = 40

  private var figures: [Figure] { totals + queues.flatMap(\.figures) + agents }

  /// What a page was made for; where it is another one, the page is loaded again.
  var layout: String {
    let names = queues.map(\.name).joined(separator: "\n")
    return String(SHA256.hexadecimal(Array(names.utf8)).prefix(16))
  }

  /// What clients get.
  var json: String {
    let fields = JSONObject(figures.map { ($0.name, JSONValue.string($0.value)) })
    return JSONText.print(["layout": .string(layout), "fields": .object(fields)])
  }
}

extension Engine {
  /// The wall board now.
  var demoBoard: DemoBoard {
    let queues = state.queues.values.map { QueueFigures($0, self) }
    let oldest = queues.compactMap(\.longest).max()
    let ready = state.agents.values.count { $0.state == .available }
    let totals: [DemoBoard.Figure] = [
      .init(name: "waiting", label: "Waiting", value: String(queues.reduce(0) { $0 + $1.waiting })),
      .init(name: "longest", label: "Longest wait", value: DemoBoard.span(oldest)),
      .init(
        name: "callbacks", label: "Callbacks waiting",
        value: String(queues.reduce(0) { $0 + $1.callbacks })),
      .init(name: "ready", label: "Agents available", value: String(ready)),
    ]
    return DemoBoard(
      totals: totals,
      queues: queues.enumerated().map { DemoBoard.Queue($1, number: $0) }, agents: agentFigures)
  }

  /// How many agents are in each state.
  private var agentFigures: [DemoBoard.Figure] {
    let states: [AgentState] = [
      .available, .reserved(""), .connected(""), .consulting(""), .wrapUp(""), .idle(""), .rona,
      .loggedOut,
    ]
    let names = state.agents.values.map(\.state.name)
    return states.enumerated().map { place, state in
      DemoBoard.Figure(
        name: "agents.\(place)", label: state.name,
        value: String(names.count { $0 == state.name }))
    }
  }
}

/// What the board tells about a queue.
private struct QueueFigures {
  let name: String
  let waiting: Int
  /// The longest wait so far in milliseconds; nil where nobody waits.
  let longest: Int64?
  let callbacks: Int
  /// The estimated wait in milliseconds; nil where unknown.
  let estimate: Int64?
  /// Answered in time, in per cent of those who were answered or gave up.
  let level: Int?

  init(_ queue: ContactQueue, _ engine: Engine) {
    let entries = engine.offered(of: queue) + queue.line.entries
    name = queue.name
    waiting = entries.count
    longest = entries.map(\.firstEntered).min().map { engine.state.now.since($0) }
    callbacks = entries.count { engine.state.tasks[$0.task]?.isCallback == true }
    let wait = queue.history.estimate(
      lookbackMinutes: DemoBoard.lookback, at: engine.state.now)
    estimate = wait < 0 ? nil : wait
    let all = queue.counters.answered + queue.counters.abandoned
    level = all == 0 ? nil : queue.counters.answeredInTime * 100 / all
  }
}

extension DemoBoard.Queue {
  fileprivate init(_ queue: QueueFigures, number: Int) {
    name = queue.name
    figures = [
      .init(name: "q\(number).waiting", label: "waiting", value: String(queue.waiting)),
      .init(
        name: "q\(number).longest", label: "Longest wait", value: DemoBoard.span(queue.longest)),
      .init(name: "q\(number).callbacks", label: "Callbacks", value: String(queue.callbacks)),
      .init(
        name: "q\(number).estimate", label: "Estimated wait", value: DemoBoard.span(queue.estimate)
      ),
      .init(
        name: "q\(number).level", label: "Service level",
        value: queue.level.map { "\($0) %" } ?? DemoBoard.none),
    ]
  }
}

extension DemoBoard {
  /// What stands for a figure that there is not.
  static let none = "–"

  /// Milliseconds as minutes and seconds, with hours where there are some.
  static func span(_ milliseconds: Int64?) -> String {
    guard let milliseconds, milliseconds >= 0 else { return none }
    let (hours, minutes, seconds) = (
      milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds / 1_000 % 60
    )
    let tail = (seconds < 10 ? "0" : "") + String(seconds)
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes):\(tail)"
  }
}

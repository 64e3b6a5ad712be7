import IVRLanguages

/// A visitor's request in plain words, as page and events tell it.
struct DemoStatus: Hashable, Sendable {
  /// Where a request is in its life.
  enum Phase: String, Hashable, Sendable {
    case accepted, scheduled, waiting, ready, ringing, talking
    case done, expired, failed, cancelled, refused, unknown
  }

  let phase: Phase
  /// One short sentence.
  let title: String
  /// What it means for the visitor.
  let detail: String
  /// The steps of the request's life, and which of them it has come to.
  var steps: [String] = []
  var step = 0

  /// Whether nothing will follow.
  var isOver: Bool {
    switch phase {
    case .accepted, .scheduled, .waiting, .ready, .ringing, .talking: false
    case .done, .expired, .failed, .cancelled, .refused, .unknown: true
    }
  }

  /// Whether the visitor can take the request back.
  var canCancel: Bool { [.accepted, .scheduled, .waiting].contains(phase) }

  /// How it looks: `good`, `bad` or `plain`.
  var tone: String {
    switch phase {
    case .ready, .ringing, .talking, .done: "good"
    case .expired, .failed, .refused: "bad"
    case .accepted, .scheduled, .waiting, .cancelled, .unknown: "plain"
    }
  }

  /// What clients get.
  var json: String {
    JSONText.print([
      "phase": .string(phase.rawValue), "tone": .string(tone), "step": .count(step),
      "isOver": .bool(isOver), "canCancel": .bool(canCancel),
      "fields": ["title": .string(title), "detail": .string(detail)],
    ])
  }

  /// A request that is not known, or no longer.
  static let unknown = DemoStatus(
    phase: .unknown, title: "We do not know this request any more",
    detail: "The lab was started again, or the request is too old. Please ask once more.")
}

extension DemoStatus {
  /// A request that 8x8 refused.
  init(_ error: WebCallbackError, number: String) {
    phase = .refused
    (title, detail) =
      switch error {
      case .duplicate:
        (
          "You already have a callback waiting",
          "We have a request for \(number) and will call it once. There is nothing more to do."
        )
      case .tooManyRequests:
        ("Too many requests for this number", "Please wait a while before you ask again.")
      case .queueFull:
        ("Too many people are waiting", "We cannot take another callback now. Try again later.")
      case .numberRefused:
        ("We cannot call this number", "\(number) is on the list of numbers we do not call.")
      case .phoneMissing:
        ("We could not read your number", "Please write it with digits, and try again.")
      default:
        (
          "Callbacks are not available right now",
          "Please try again later. (The service said \(error.rawValue): \(error.text))"
        )
      }
  }
}

extension Engine {
  /// A visitor's request; nil where the key opens none.
  func demoStatus(of key: String) -> DemoStatus? {
    guard let request = state.demoRequests[key] else { return nil }
    switch request.outcome {
    case .refused(let error): return DemoStatus(error, number: shown(request.number))
    case .asked:
      return DemoStatus(
        phase: .accepted, title: "We are taking your request", detail: "One moment, please.")
    case .accepted(let id):
      guard let task = state.tasks[id] else { return nil }
      return DemoLife(engine: self, task: task, number: shown(task.customerNumber)).status
    }
  }

  /// A number as its owner would write it, in one piece: a line never ends within it.
  func shown(_ number: String) -> String {
    let written = DialledNumber(number, region: world.lab.region).phoneNumber?.international
    return String((written ?? number).map { $0 == "-" || $0 == " " ? "\u{A0}" : $0 })
  }
}

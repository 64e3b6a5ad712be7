/// The parts of the screen that can have the focus.
enum Pane: Int, CaseIterable {
  case phone, agent, heard, queue, trace

  /// The number of its function key.
  var functionKey: Int { rawValue + 2 }

  var name: String {
    switch self {
    case .phone: "Phone"
    case .agent: "Agent"
    case .heard: "Heard"
    case .queue: "Queue"
    case .trace: "Trace"
    }
  }

  /// The name with the key that leads to it.
  var title: String { "F\(functionKey) \(name)" }

  /// The pane `step` places further round.
  func moved(by step: Int) -> Pane {
    let count = Self.allCases.count
    return Pane(rawValue: ((rawValue + step) % count + count) % count) ?? .phone
  }
}

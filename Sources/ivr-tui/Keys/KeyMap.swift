/// Finds what a key means.
enum KeyMap {
  enum Resolution: Equatable {
    case action(Action)
    /// The key has a meaning, but not now.
    case disabled(String)
    case unknown
  }

  /// The meaning of a key in the focused pane, else everywhere.
  static func resolve(_ key: Key, _ state: AppState) -> Resolution {
    let places: [Binding.Place] = [.pane(state.focus), .everywhere]
    var reason: String?
    for place in places {
      for binding in KeyTable.all where binding.place == place && binding.keys.contains(key) {
        switch binding.availability(state) {
        case .available: return .action(binding.action(key))
        case .disabled(let why): reason = reason ?? why
        }
      }
    }
    return reason.map(Resolution.disabled) ?? .unknown
  }

  /// What the help bar shows: the focused pane's bindings that work now, then the common ones.
  static func bar(_ state: AppState) -> [Binding] {
    let places: [Binding.Place] = [.pane(state.focus), .everywhere]
    return places.flatMap { place in
      KeyTable.all.filter {
        $0.place == place && $0.label != nil && $0.availability(state) == .available
      }
    }
  }
}

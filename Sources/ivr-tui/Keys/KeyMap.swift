/// The bindings in force: those of the program, as the user's settings changed them.
struct KeyMap {
  enum Resolution: Equatable {
    case action(Action)
    /// The key has a meaning, but not now.
    case disabled(String)
    case unknown
  }

  var bindings = KeyTable.all

  /// The meaning of a key in the focused pane, else everywhere.
  func resolve(_ key: Key, _ state: AppState) -> Resolution {
    var reason: String?
    for place in Self.places(state) {
      for binding in bindings where binding.place == place {
        guard let action = binding.action(of: key) else { continue }
        switch binding.availability(state) {
        case .available: return .action(action)
        case .disabled(let why): reason = reason ?? why
        }
      }
    }
    return reason.map(Resolution.disabled) ?? .unknown
  }

  /// What the help bar shows: the focused pane's bindings that work now, then the common ones.
  func bar(_ state: AppState) -> [Binding] {
    Self.places(state).flatMap { place in
      bindings.filter {
        $0.place == place && $0.label != nil && !$0.keys.isEmpty
          && $0.availability(state) == .available
      }
    }
  }

  private static func places(_ state: AppState) -> [Binding.Place] {
    [.pane(state.focus), .everywhere]
  }

  /// The names that the settings file may give keys to.
  var names: [String] { bindings.flatMap { $0.choices.map(\.name) } }

  /// Where a meaning works.
  func place(of name: String) -> Binding.Place? {
    bindings.first { $0.choices.contains { $0.name == name } }?.place
  }

  /// Gives a meaning other keys and takes these from what had them in the same place.
  ///
  /// The name must be one of `names`.
  mutating func bind(_ name: String, to keys: [Key]) {
    let place = place(of: name)
    for index in bindings.indices where bindings[index].place == place {
      for (number, choice) in bindings[index].choices.enumerated() {
        let isMeant = choice.name == name
        guard isMeant || choice.keys.contains(where: keys.contains) else { continue }
        bindings[index].choices[number].keys =
          isMeant ? keys : choice.keys.filter { !keys.contains($0) }
        bindings[index].written = nil
      }
    }
  }
}

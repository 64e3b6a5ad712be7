/// Keys with their meaning: the one description that the keyboard, the help bar, the help and
/// `docs/KEYS.md` share.
struct Binding {
  /// Where the keys have this meaning.
  enum Place: Equatable {
    case everywhere
    case pane(Pane)
  }

  /// Whether the keys do something now.
  enum Availability: Equatable {
    case available
    /// Another binding may take the key; if none does, the reason is told.
    case disabled(String)
  }

  let keys: [Key]
  let place: Place
  /// The keys as the help writes them.
  let shown: String
  /// One or two words for the help bar; nil keeps it out of there.
  let label: String?
  /// A sentence for the help.
  let description: String
  let availability: (AppState) -> Availability
  let action: (Key) -> Action

  init(
    _ keys: [Key], _ place: Place, shown: String? = nil, label: String? = nil,
    _ description: String,
    when availability: @escaping (AppState) -> Availability = { _ in
      .available
    }, action: @escaping (Key) -> Action
  ) {
    self.keys = keys
    self.place = place
    self.shown = shown ?? keys.map(\.name).joined(separator: " ")
    self.label = label
    self.description = description
    self.availability = availability
    self.action = action
  }

  /// A binding whose keys all mean the same.
  init(
    _ keys: [Key], _ place: Place, shown: String? = nil, label: String? = nil,
    _ description: String,
    when availability: @escaping (AppState) -> Availability = { _ in
      .available
    }, _ action: Action
  ) {
    self.init(
      keys, place, shown: shown, label: label, description, when: availability,
      action: { _ in action })
  }
}

extension Key {
  /// The key as the help writes it.
  var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let character): "Alt-\(character)"
    }
  }
}

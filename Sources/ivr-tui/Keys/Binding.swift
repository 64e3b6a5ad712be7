/// Keys with their meaning: the one description that the keyboard, the mouse on the help bar, the
/// help, `docs/KEYS.md` and the user's settings file share.
struct Binding {
  /// Where the keys have this meaning.
  enum Place: Equatable {
    case everywhere
    case pane(Pane)

    /// What a name in the settings file begins with.
    var prefix: String {
      switch self {
      case .everywhere: ""
      case .pane(let pane): pane.name.lowercased() + "."
      }
    }
  }

  /// Whether the keys do something now.
  enum Availability: Equatable {
    case available
    /// Another binding may take the key; if none does, the reason is told.
    case disabled(String)
  }

  /// One meaning of a binding; most have one, a pair such as slower and faster has two.
  struct Choice {
    /// What the settings file calls it, for example `phone.dial`.
    let name: String
    var keys: [Key]
    let action: Action
  }

  let place: Place
  var choices: [Choice]
  /// The keys as the help writes them; nil lists them.
  var written: String?
  /// One or two words for the help bar; nil keeps it out of there.
  let label: String?
  /// A sentence for the help.
  let description: String
  let availability: (AppState) -> Availability

  /// A binding whose keys all mean the same.
  init(
    _ name: String, _ keys: [Key], _ place: Place, label: String? = nil, _ description: String,
    when availability: @escaping (AppState) -> Availability = { _ in .available }, _ action: Action
  ) {
    self.init(
      [(name, keys, action)], place, label: label, description, when: availability)
  }

  /// A binding of several meanings that the help tells in one sentence.
  init(
    _ choices: [(name: String, keys: [Key], action: Action)], _ place: Place,
    written: String? = nil, label: String? = nil, _ description: String,
    when availability: @escaping (AppState) -> Availability = { _ in .available }
  ) {
    self.place = place
    self.choices = choices.map {
      Choice(name: place.prefix + $0.name, keys: $0.keys, action: $0.action)
    }
    self.written = written
    self.label = label
    self.description = description
    self.availability = availability
  }

  /// All its keys, each meaning's first ones first.
  var keys: [Key] {
    let most = choices.map(\.keys.count).max() ?? 0
    return (0..<most).flatMap { rank in
      choices.compactMap { $0.keys.indices.contains(rank) ? $0.keys[rank] : nil }
    }
  }

  /// The keys as the help writes them.
  var shown: String { written ?? keys.map(\.name).joined(separator: " ") }

  /// The keys as the help bar writes them: one for each meaning.
  var short: String {
    if let written { return written }
    return choices.compactMap(\.keys.first?.name).joined(separator: " ")
  }

  /// What a key of it does.
  func action(of key: Key) -> Action? { choices.first { $0.keys.contains(key) }?.action }
}

/// The names of keys, as the help and the settings file write them.
extension Key {
  /// For example `space`, `Enter`, `Shift-Tab`, `F5`, `Ctrl-U`, `Alt-1`, or the character itself.
  var name: String {
    switch self {
    case .character(let character): character == " " ? "space" : String(character)
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let character): "Alt-\(character)"
    default: Self.named.first { $0.key == self }?.name ?? ""
    }
  }

  private static let named: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"), (.up, "up"),
    (.down, "down"), (.left, "left"), (.right, "right"), (.home, "Home"), (.end, "End"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.backspace, "Backspace"), (.delete, "Delete"),
    (.insert, "Insert"), (.character(" "), "space"),
  ]

  /// The key of a name, in any case but for a single character; nil where there is none.
  init?(name: String) {
    let lower = name.lowercased()
    if name.count == 1, let character = name.first {
      self = .character(character)
    } else if let named = Self.named.first(where: { $0.name.lowercased() == lower }) {
      self = named.key
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if lower.hasPrefix("ctrl-"), lower.count == 6, let character = lower.last {
      self = .control(character)
    } else if lower.hasPrefix("alt-"), name.count == 5, let character = name.last {
      self = .alt(character)
    } else {
      return nil
    }
  }

  /// Names that a near miss may have meant.
  static var names: [String] { named.map(\.name) + ["F2", "Ctrl-U", "Alt-1"] }
}

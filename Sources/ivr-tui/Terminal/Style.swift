/// How a cell looks: a role the theme resolves, and emphasis that holds in every theme.
nonisolated struct Style: Hashable, Sendable {
  var role: StyleRole
  var modifiers: Modifiers = []

  /// Emphasis that any terminal can show.
  struct Modifiers: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let bold = Modifiers(rawValue: 1)
    static let dim = Modifiers(rawValue: 2)
    static let underline = Modifiers(rawValue: 4)
    static let reverse = Modifiers(rawValue: 8)
  }

  init(_ role: StyleRole, _ modifiers: Modifiers = []) {
    self.role = role
    self.modifiers = modifiers
  }

  /// The plain style of running text.
  static let text = Style(.text)

  /// The letter of the style in the second grid of a snapshot; upper case when reversed.
  var letter: Character {
    guard modifiers.contains(.reverse) || role == .selection else { return role.rawValue }
    return Character(role.rawValue.uppercased())
  }
}

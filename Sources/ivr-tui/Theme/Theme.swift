/// A text colour: never black or white, which vanish on half of all backgrounds.
nonisolated enum ThemeColor: CaseIterable, Hashable, Sendable {
  case red, green, orange, blue, magenta, cyan, gray

  /// The number in the first eight colours; nil where they have nothing that fits.
  var basic: Int16? {
    switch self {
    case .red: 1
    case .green: 2
    case .orange: 3
    case .blue: 6
    case .magenta: 5
    case .cyan: 6
    case .gray: nil
    }
  }

  /// The number in the 256 colours: tones that read on a black and on a white background.
  var extended: Int16 {
    switch self {
    case .red: 160
    case .green: 28
    case .orange: 166
    case .blue: 33
    case .magenta: 133
    case .cyan: 30
    case .gray: 244
    }
  }
}

/// How one role looks: the terminal's own background always stays.
nonisolated struct Look: Hashable, Sendable {
  /// Nil keeps the terminal's own text colour.
  var color: ThemeColor?
  var modifiers: Style.Modifiers

  init(_ color: ThemeColor? = nil, _ modifiers: Style.Modifiers = []) {
    self.color = color
    self.modifiers = modifiers
  }
}

/// A look for every role.
nonisolated struct Theme: Sendable {
  /// What the user calls it.
  let name: String
  let look: @Sendable (StyleRole) -> Look
}

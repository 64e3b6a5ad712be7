/// A text colour: never black or white, which vanish on half of all backgrounds.
nonisolated enum ThemeColor: CaseIterable, Hashable, Sendable {
  case red, green, orange, blue, magenta, cyan, gray
  /// Darker tones, for light backgrounds.
  case darkRed, brown, darkBlue, darkMagenta, darkCyan, darkGray

  /// The number in the first eight colours; nil where they have nothing that fits.
  var basic: Int16? {
    switch self {
    case .red, .darkRed: 1
    case .green: 2
    case .orange: 3
    case .brown: 1
    case .blue, .cyan, .darkCyan: 6
    case .darkBlue: 4
    case .magenta, .darkMagenta: 5
    case .gray, .darkGray: nil
    }
  }

  /// The number in the 256 colours.
  ///
  /// Tones that read on a black and on a white background; the darker ones on a white one only.
  var extended: Int16 {
    switch self {
    case .red: 160
    case .green: 28
    case .orange: 166
    case .blue: 33
    case .magenta: 133
    case .cyan: 30
    case .gray: 244
    case .darkRed: 124
    case .brown: 130
    case .darkBlue: 25
    case .darkMagenta: 90
    case .darkCyan: 23
    case .darkGray: 240
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
nonisolated struct Theme: Sendable, Equatable {
  /// What the user calls it.
  let name: String
  let look: @Sendable (StyleRole) -> Look

  static func == (left: Theme, right: Theme) -> Bool { left.name == right.name }
}

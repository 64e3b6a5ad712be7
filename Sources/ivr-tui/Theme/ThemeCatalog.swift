nonisolated extension Theme {
  /// Blue for good and orange for what needs care, which colour-blind users tell apart.
  static let standard = Theme(name: "default") { role in
    switch role {
    case .text, .status: Look()
    case .dim, .disabled: Look(.gray, .dim)
    case .border: Look(.gray)
    case .title: Look(nil, .bold)
    case .focusBorder: Look(.cyan, .bold)
    case .accent: Look(.cyan)
    case .good: Look(.blue)
    case .warning: Look(.orange)
    case .bad: Look(.red, .bold)
    case .speech: Look()
    case .pressed: Look(.magenta, .bold)
    case .key: Look()
    case .keyLit: Look(.orange, [.bold, .reverse])
    case .selection: Look(nil, .reverse)
    case .help: Look(.gray)
    case .helpKey: Look(nil, .bold)
    case .input: Look(nil, .underline)
    case .attention: Look(.orange, [.bold, .reverse])
    }
  }

  /// The same meanings in tones that are easier to read on a light background.
  static let light = Theme(name: "light") { role in
    switch role {
    case .dim, .disabled, .border, .help: Look(.darkGray)
    case .focusBorder: Look(.darkBlue, .bold)
    case .accent: Look(.darkCyan, .bold)
    case .good: Look(.darkBlue)
    case .warning: Look(.brown, .bold)
    case .bad: Look(.darkRed, .bold)
    case .pressed: Look(.darkMagenta, .bold)
    case .keyLit, .attention: Look(.brown, [.bold, .reverse])
    default: standard.look(role)
    }
  }

  /// Blue, orange and the terminal's own colour only, for people who see few colours.
  static let safe = Theme(name: "safe") { role in
    switch role {
    case .border, .help: Look()
    case .dim, .disabled: Look(nil, .dim)
    case .focusBorder, .accent, .pressed: Look(.blue, .bold)
    case .good: Look(.blue)
    case .bad: Look(.orange, [.bold, .underline])
    default: standard.look(role)
    }
  }

  /// Without colours: bold, dim, underline and reverse only.
  static let mono = Theme(name: "mono") { role in
    switch role {
    case .text, .status, .border, .good, .speech, .key, .help: Look()
    case .dim, .disabled: Look(nil, .dim)
    case .title, .focusBorder, .accent, .warning, .pressed, .helpKey: Look(nil, .bold)
    case .bad: Look(nil, [.bold, .underline])
    case .selection: Look(nil, .reverse)
    case .keyLit, .attention: Look(nil, [.bold, .reverse])
    case .input: Look(nil, .underline)
    }
  }

  /// All themes, in the order a picker shows them.
  static let all = [standard, light, safe, mono]

  /// The theme of that name.
  static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }
}

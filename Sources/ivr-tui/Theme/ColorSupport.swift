/// How many colours may be used.
nonisolated enum ColorSupport: Hashable, Sendable {
  case none
  case basic
  case extended

  /// Decides from what the terminal has and the user wants.
  ///
  /// Source: no-color.org, a NO_COLOR that is not empty turns colours off.
  init(colors: Int, noColor: String?) {
    switch (noColor ?? "", colors) {
    case ("", 256...): self = .extended
    case ("", 8...): self = .basic
    default: self = .none
    }
  }

  /// The number to ask the terminal for; nil for its own text colour.
  func number(of color: ThemeColor) -> Int16? {
    switch self {
    case .none: nil
    case .basic: color.basic
    case .extended: color.extended
    }
  }
}

/// What stands for a character where the locale has no UTF-8.
nonisolated enum AsciiGlyphs {
  /// One ASCII character for each column of a cell's text.
  static func of(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return "" }
    if scalar.isASCII { return String(scalar) }
    return String(character(for: scalar))
  }

  private static func character(for scalar: Unicode.Scalar) -> Character {
    switch scalar {
    case "─", "╌", "–", "—": "-"
    case "━", "═": "="
    case "│", "╎": "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
    case "┃", "┏", "┓", "┗", "┛", "█", "▓", "▒": "#"
    case "░", "·", "•": "."
    case "…", "♪": "~"
    case "●", "◉", "★": "*"
    case "○", "◌", "◯": "o"
    case "▶", "▸", "→", "›", "»": ">"
    case "◀", "◂", "←", "‹", "«": "<"
    case "▲", "▴", "↑": "^"
    case "▼", "▾", "↓": "v"
    case "✓", "✔": "+"
    case "✗", "✘", "×": "x"
    case "‘", "’": "'"
    case "“", "”": "\""
    default: "?"
    }
  }
}

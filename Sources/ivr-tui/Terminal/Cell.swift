/// One column of one row.
///
/// `text` is one base character with its marks, or empty in the right half of a wide character.
nonisolated struct Cell: Hashable, Sendable {
  var text: String
  var style: Style

  /// A space.
  static func blank(_ style: Style = .text) -> Cell {
    Cell(text: " ", style: style)
  }

  /// Whether the cell is the right half of the wide character to its left.
  var isContinuation: Bool { text.isEmpty }
}

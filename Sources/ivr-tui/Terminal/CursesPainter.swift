import CNcurses

/// Draws cells into curses' window: colours, attributes and what the terminal cannot show.
struct CursesPainter {
  private let attributes: [StyleRole: (attr_t, Int16)]
  private let isUTF8: Bool
  private let window: UnsafeMutablePointer<WINDOW>

  /// Prepares the colours of a theme; without colours not one colour sequence is ever sent.
  init(window: UnsafeMutablePointer<WINDOW>, theme: Theme, colors: ColorSupport, isUTF8: Bool) {
    self.window = window
    self.isUTF8 = isUTF8
    let theme = colors == .none ? Theme.mono : theme
    var attributes: [StyleRole: (attr_t, Int16)] = [:]
    for (index, role) in StyleRole.allCases.enumerated() {
      let look = theme.look(role)
      var modifiers = look.modifiers
      var pair: Int16 = 0
      if let color = look.color, let number = colors.number(of: color) {
        pair = Int16(index + 1)
        init_pair(pair, number, -1)
        // Gray is dim already; both together cannot be read.
        if color == .gray { modifiers.remove(.dim) }
      }
      attributes[role] = (Self.attributes(modifiers), pair)
    }
    self.attributes = attributes
  }

  /// Draws one run of cells; what lies right of or below the window is cut.
  func draw(_ run: ScreenDiff.Run) {
    let columns = Int(getmaxx(window)) - run.x
    guard run.y < Int(getmaxy(window)), columns > 0 else { return }
    var cells: [cchar_t] = []
    for (index, cell) in run.cells.prefix(columns).enumerated() where !cell.isContinuation {
      let isWide = index + 1 < run.cells.count && run.cells[index + 1].isContinuation
      let fits = !isWide || index + 2 <= columns
      cells += drawn(cell, width: isWide && fits ? 2 : 1, fits: fits)
    }
    wmove(window, Int32(run.y), Int32(run.x))
    wadd_wchnstr(window, cells, Int32(cells.count))
  }

  /// A cell as curses wants it; spaces fill up what a stand-in leaves of a wide character.
  private func drawn(_ cell: Cell, width: Int, fits: Bool) -> [cchar_t] {
    guard fits else { return [complex(" ", cell.style)] }
    let text = isUTF8 ? cell.text : AsciiGlyphs.of(cell.text)
    // curses lays out by the C library's widths: where they differ from ours, all that follows
    // in the row would shift.
    let agrees =
      text.utf8.count == 1 && width == 1
      || text.unicodeScalars.first.map { Int(wcwidth(wchar_t($0.value))) } == width
    if agrees { return [complex(text, cell.style)] }
    let standIn = complex(isUTF8 && text.utf8.count > 1 ? "\u{FFFD}" : text, cell.style)
    return [standIn] + Array(repeating: complex(" ", cell.style), count: width - 1)
  }

  private func complex(_ text: String, _ style: Style) -> cchar_t {
    let (attribute, pair) = attributes[style.role] ?? (0, 0)
    var characters = text.unicodeScalars.map { wchar_t($0.value) }
    characters.append(0)
    var cell = cchar_t()
    setcchar(&cell, characters, attribute | Self.attributes(style.modifiers), pair, nil)
    return cell
  }

  private static func attributes(_ modifiers: Style.Modifiers) -> attr_t {
    var attributes: attr_t = 0
    if modifiers.contains(.bold) { attributes |= CN_BOLD }
    if modifiers.contains(.dim) { attributes |= CN_DIM }
    if modifiers.contains(.underline) { attributes |= CN_UNDERLINE }
    if modifiers.contains(.reverse) { attributes |= CN_REVERSE }
    return attributes
  }
}

/// A whole picture of the terminal as a value: cells and where the cursor stands.
///
/// A wide character always owns two cells, so that no drawing can leave half of one behind.
nonisolated struct Screen: Hashable, Sendable {
  let size: Size
  /// Row after row, `size.width` cells each.
  private(set) var cells: [Cell]
  /// Where the cursor stands; nil hides it.
  var cursor: Point?
  /// What frames are drawn with from here on.
  var borders = BorderSet.unicode

  /// A blank picture.
  init(size: Size, style: Style = .text) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.width * size.height)
  }

  /// The cell at a place that must be on the screen.
  subscript(x: Int, y: Int) -> Cell {
    precondition(bounds.contains(Point(x: x, y: y)), "a cell is asked for inside the screen")
    return cells[y * size.width + x]
  }

  /// The cells of one row.
  func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  var bounds: Rectangle { Rectangle(size) }

  /// The text of each row, a wide character once; trailing spaces are kept.
  func textRows() -> [String] {
    (0..<size.height).map { row($0).map(\.text).joined() }
  }

  /// One letter a column for its style; see `StyleRole`.
  func styleRows() -> [String] {
    (0..<size.height).map { String(row($0).map(\.style.letter)) }
  }
}

nonisolated extension Screen {
  /// Draws a text on one row, cut to `width` columns and the screen; answers the columns it took.
  ///
  /// Nothing is padded. A wide character that does not fit into the width whole is left out; one
  /// that hangs over the edge of the screen leaves a space.
  @discardableResult
  mutating func put(_ text: String, at point: Point, width: Int = .max, style: Style = .text) -> Int
  {
    var column = 0
    let room = min(width, size.width - point.x)
    Glyph.visit(text) { glyph in
      guard column < room, column + glyph.width <= width else { return false }
      place(glyph, x: point.x + column, y: point.y, style: style)
      column += glyph.width
      return true
    }
    return column
  }

  /// Covers a rectangle with spaces.
  mutating func fill(_ rectangle: Rectangle, style: Style = .text) {
    let area = rectangle.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.endY {
      for x in area.x..<area.endX { set(.blank(style), x: x, y: y) }
    }
  }

  /// Changes the style of a rectangle and keeps its text, as for a selected row.
  mutating func restyle(_ rectangle: Rectangle, _ change: (Style) -> Style) {
    let area = rectangle.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.endY {
      for index in (y * size.width + area.x)..<(y * size.width + area.endX) {
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Draws a frame with an optional title in its top line; the inside is left alone.
  mutating func box(
    _ rectangle: Rectangle, title: String = "", isHeavy: Bool = false,
    style: Style = Style(.border), titleStyle: Style = Style(.title)
  ) {
    let border = isHeavy ? borders.heavy : borders.light
    guard rectangle.width >= 2, rectangle.height >= 2 else { return }
    let (right, bottom) = (rectangle.endX - 1, rectangle.endY - 1)
    let line = String(repeating: border.horizontal, count: rectangle.width - 2)
    put(border.topLeft + line + border.topRight, at: rectangle.origin, style: style)
    put(
      border.bottomLeft + line + border.bottomRight, at: Point(x: rectangle.x, y: bottom),
      style: style)
    for y in (rectangle.y + 1)..<max(rectangle.y + 1, bottom) {
      put(border.vertical, at: Point(x: rectangle.x, y: y), style: style)
      put(border.vertical, at: Point(x: right, y: y), style: style)
    }
    let shown = TextWrap.cut(title, width: rectangle.width - 6)
    guard !shown.isEmpty else { return }
    put(" " + shown + " ", at: Point(x: rectangle.x + 2, y: rectangle.y), style: titleStyle)
  }

  private mutating func place(_ glyph: Glyph, x: Int, y: Int, style: Style) {
    guard (0..<size.height).contains(y) else { return }
    let columns = (x..<x + glyph.width).clamped(to: 0..<size.width)
    for column in columns { set(.blank(style), x: column, y: y) }
    guard columns.count == glyph.width else { return }
    cells[y * size.width + x].text = glyph.text
    if glyph.width == 2 { cells[y * size.width + x + 1].text = "" }
  }

  /// Overwrites one cell; the other half of a wide character that stood there becomes a space.
  private mutating func set(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.width + x
    if cells[index].isContinuation, x > 0 { cells[index - 1].text = " " }
    if x + 1 < size.width, cells[index + 1].isContinuation { cells[index + 1].text = " " }
    cells[index] = cell
  }
}

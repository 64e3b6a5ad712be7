/// A piece of text with its style.
struct Span: Equatable {
  let text: String
  let style: Style

  init(_ text: String, _ role: StyleRole = .text, _ modifiers: Style.Modifiers = []) {
    self.text = text
    style = Style(role, modifiers)
  }
}

/// One row of a pane.
struct Line: Equatable {
  var spans: [Span]
  /// What stands at the right end.
  var right: [Span] = []
  var isSelected = false

  init(_ spans: [Span] = [], right: [Span] = []) {
    self.spans = spans
    self.right = right
  }

  init(_ text: String, _ role: StyleRole = .text) {
    spans = [Span(text, role)]
  }

  static let blank = Line()

  /// The columns of the right end.
  fileprivate var rightWidth: Int { right.reduce(0) { $0 + DisplayWidth.of($1.text) } }
}

/// What a pane shows inside its frame.
struct PaneContent {
  let title: String
  var lines: [Line]
  /// Where the cursor stands inside the frame.
  var cursor: Point?

  init(_ title: String, _ lines: [Line], cursor: Point? = nil) {
    self.title = title
    self.lines = lines
    self.cursor = cursor
  }
}

extension Screen {
  /// Draws a row; the right end wins where both do not fit.
  mutating func draw(_ line: Line, at origin: Point, width: Int) {
    let room = line.right.isEmpty ? width : max(0, width - line.rightWidth - 1)
    var x = 0
    for (index, span) in line.spans.enumerated() where x < room {
      let isLast = index == line.spans.count - 1
      let text =
        isLast || DisplayWidth.of(span.text) > room - x
        ? TextWrap.cut(span.text, width: room - x) : span.text
      x += put(text, at: Point(x: origin.x + x, y: origin.y), width: room - x, style: span.style)
    }
    x = max(0, width - line.rightWidth)
    for span in line.right {
      x += put(
        span.text, at: Point(x: origin.x + x, y: origin.y), width: width - x, style: span.style)
    }
    guard line.isSelected else { return }
    restyle(Rectangle(x: origin.x, y: origin.y, width: width, height: 1)) { _ in
      Style(.selection)
    }
  }

  /// Draws rows from the top of a rectangle as far as it goes.
  mutating func draw(_ lines: [Line], in area: Rectangle) {
    for (index, line) in lines.prefix(area.height).enumerated() {
      draw(line, at: Point(x: area.x, y: area.y + index), width: area.width)
    }
  }

  /// Draws a frame with its content; a heavy one for the focus.
  mutating func draw(
    _ content: PaneContent, in frame: Rectangle, isFocused: Bool, isMarked: Bool
  ) {
    let title = content.title + (isMarked ? "  !" : "")
    box(
      frame, title: title,
      isHeavy: isFocused,
      style: Style(isFocused ? .focusBorder : .border), titleStyle: Style(.title))
    if isMarked {
      let x = frame.x + 3 + DisplayWidth.of(title) - 1
      if x < frame.endX - 2 { put("!", at: Point(x: x, y: frame.y), style: Style(.attention)) }
    }
    let inside = frame.inset(horizontal: 2, vertical: 1)
    draw(content.lines, in: inside)
    if isFocused, let point = content.cursor, point.y < inside.height {
      cursor = Point(x: inside.x + min(point.x, inside.width - 1), y: inside.y + point.y)
    }
  }
}

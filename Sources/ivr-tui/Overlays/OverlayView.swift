import IVRCore
import IVRLanguages

/// What an overlay shows and where: drawn by `Screen`, asked by the mouse.
struct OverlayPanel {
  let title: String
  /// All lines; a window of them is shown.
  let lines: [Line]
  /// The first line that is shown.
  let start: Int
  let frame: Rectangle

  /// A frame in the middle, as large as its text needs.
  init(_ title: String, _ lines: [Line], first: Int, size: Size) {
    let widest = lines.map(\.columns).max() ?? 0
    let width = min(size.width - 2, max(widest + 4, DisplayWidth.of(title) + 8))
    let height = min(size.height - 2, lines.count + 2)
    frame = Rectangle(
      x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
    start = max(0, min(first, lines.count - (height - 2)))
    self.title = title
    self.lines = lines
  }

  /// The lines that are shown.
  var shown: [Line] { Array(lines[start..<min(lines.count, start + max(0, frame.height - 2))]) }

  /// How many lines are below those shown.
  var more: Int { lines.count - start - shown.count }

  /// The line at a place of the screen; nil outside.
  func line(at point: Point) -> Int? {
    guard frame.inset().contains(point) else { return nil }
    let line = start + point.y - frame.y - 1
    return lines.indices.contains(line) ? line : nil
  }
}

extension Overlay {
  /// The panel of an overlay; nil for those that are a line.
  func panel(_ state: AppState) -> OverlayPanel? {
    let size = state.size
    switch self {
    case .help(let first):
      let lines = HelpText.lines(state, width: min(size.width - 6, 100))
      return OverlayPanel(Strings.helpTitle, lines, first: first, size: size)
    case .text(let title, let lines, let first):
      let wrapped = lines.flatMap { TextWrap.wrap($0, width: max(8, size.width - 8)) }
      return OverlayPanel(title, wrapped.map { Line($0) }, first: first, size: size)
    case .board(let first):
      let lines = Board.lines(state, width: size.width - 6)
      return OverlayPanel(Strings.Board.title, lines, first: first, size: size)
    case .form(let form):
      let lines = form.shown(width: size.width - 8)
      return OverlayPanel(Strings.Form.title, lines, first: 0, size: size)
    case .list(let list):
      return OverlayPanel(
        list.title, list.lines, first: max(0, list.selected - size.height + 5), size: size)
    case .confirm(let loss):
      let lines = Strings.question(loss).map { Line($0) }
      return OverlayPanel(Strings.title(loss), lines, first: 0, size: size)
    case .commandLine, .filterLine: return nil
    }
  }
}

extension ListOverlay {
  fileprivate var lines: [Line] {
    let widest = items.map { DisplayWidth.of($0.text) }.max() ?? 0
    let digits = String(items.count).count
    return items.enumerated().map { index, item in
      let number = TextWrap.fit(String(index + 1), width: digits, alignment: .right)
      var line = Line([
        Span(number + " ", .helpKey),
        Span(TextWrap.fit(VisibleText.line(item.text), width: widest)),
        Span(item.remark.isEmpty ? " " : "  \(VisibleText.line(item.remark)) ", .dim),
      ])
      line.isSelected = index == selected
      return line
    }
  }
}

extension Screen {
  /// Draws what lies over the panes.
  mutating func draw(_ overlay: Overlay, _ state: AppState, _ layout: AppLayout) {
    switch overlay {
    case .commandLine(let line): draw(line, state, layout)
    case .filterLine(let line): draw(filter: line, layout)
    default: break
    }
    guard let panel = overlay.panel(state) else { return }
    fill(panel.frame)
    let place = panel.more > 0 ? " · \(panel.more) more, PgDn" : panel.start > 0 ? " · PgUp" : ""
    var row = 0
    if case .list(let list) = overlay { row = list.selected - panel.start }
    draw(
      PaneContent(panel.title + place, panel.shown, cursor: Point(x: 0, y: row)), in: panel.frame,
      isFocused: true, isMarked: false)
  }

  /// The filter takes the place of the hint.
  private mutating func draw(filter line: TypedLine, _ layout: AppLayout) {
    fill(layout.hint)
    fill(layout.help)
    type("/", line, layout)
    put(Strings.filterHelp, at: Point(x: 1, y: layout.help.y), style: Style(.help))
  }

  private mutating func type(_ mark: String, _ line: TypedLine, _ layout: AppLayout) {
    let room = layout.hint.width - 3
    let shown = mark + line.text.suffix(max(1, room - 1))
    let used = put(shown, at: Point(x: 1, y: layout.hint.y), style: Style(.input))
    cursor = Point(x: min(1 + used, size.width - 1), y: layout.hint.y)
  }

  /// The command line takes the place of the hint; candidates stand in the help bar's.
  private mutating func draw(_ line: TypedLine, _ state: AppState, _ layout: AppLayout) {
    fill(layout.hint)
    fill(layout.help)
    type(":", line, layout)
    let word = line.lastWord.word.lowercased()
    let fitting = CommandTable.candidates(for: line, state).filter {
      $0.lowercased().hasPrefix(word)
    }
    put(
      "Tab " + fitting.joined(separator: " "), at: Point(x: 1, y: layout.help.y),
      width: layout.help.width - 1, style: Style(.help))
  }
}

extension Line {
  /// The columns of its text.
  fileprivate var columns: Int {
    (spans + right).reduce(0) { $0 + DisplayWidth.of($1.text) }
  }
}

/// The list of keys and commands.
enum HelpText {
  /// The list for a screen: first what works in the focused pane.
  static func lines(_ state: AppState, width: Int) -> [Line] {
    let sections = sections(state.keyMap)
    let own = sections.filter { $0.title == state.focus.title }
    let rest = sections.filter { $0.title != state.focus.title }
    return (own + rest).flatMap { section in
      [Line(section.title, .title)] + section.rows.flatMap { row($0, width: width) } + [.blank]
    }
  }

  private static func row(_ row: (String, String), width: Int) -> [Line] {
    let column = 18
    let keys = TextWrap.wrap(row.0, width: column)
    let words = TextWrap.wrap(row.1, width: max(20, width - column - 1))
    return (0..<max(keys.count, words.count)).map { index in
      Line([
        Span(
          TextWrap.fit(index < keys.count ? keys[index] : "", width: column) + " ", .helpKey),
        Span(index < words.count ? words[index] : ""),
      ])
    }
  }

  /// Every key, by the place where it works, and every command.
  static func sections(_ keyMap: KeyMap) -> [(title: String, rows: [(String, String)])] {
    let places: [(Binding.Place, String)] =
      [(.everywhere, "Everywhere")]
      + Pane.allCases.map { (.pane($0), $0.title) }
    let keys = places.map { place, title in
      let rows = keyMap.bindings.filter { $0.place == place && !$0.keys.isEmpty }.map {
        ($0.shown, $0.description)
      }
      return (title: title, rows: rows + (place == .everywhere ? KeyTable.fixed : []))
    }
    return keys.filter { !$0.rows.isEmpty }
      + [
        (title: "Lists, texts and questions", rows: KeyTable.overlays),
        (
          title: "Commands, after :",
          rows: CommandTable.all.map { ($0.usage, $0.description) }
        ),
      ]
  }
}

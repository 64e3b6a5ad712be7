import IVRCore
import IVRLanguages

extension Screen {
  /// Draws what lies over the panes.
  mutating func draw(_ overlay: Overlay, _ state: AppState, _ layout: AppLayout) {
    switch overlay {
    case .help(let first):
      let lines = HelpText.lines(focus: state.focus, width: min(size.width - 6, 100))
      panel(Strings.helpTitle, lines, first: first)
    case .text(let title, let lines, let first):
      let wrapped = lines.flatMap { TextWrap.wrap($0, width: size.width - 8) }
      panel(title, wrapped.map { Line($0) }, first: first)
    case .list(let list): draw(list)
    case .confirmQuit:
      panel(Strings.quitTitle, Strings.quitQuestion.map { Line($0) }, first: 0)
    case .commandLine(let line): draw(line, state, layout)
    }
  }

  /// A frame in the middle, as large as its text needs; shows where a longer text goes on.
  private mutating func panel(_ title: String, _ lines: [Line], first: Int) {
    let widest = lines.map(\.columns).max() ?? 0
    let width = min(size.width - 2, max(widest + 4, DisplayWidth.of(title) + 8))
    let height = min(size.height - 2, lines.count + 2)
    let frame = Rectangle(
      x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
    let start = max(0, min(first, lines.count - (height - 2)))
    let shown = Array(lines[start..<min(lines.count, start + height - 2)])
    let more = lines.count - start - shown.count
    fill(frame)
    let place = more > 0 ? " · \(more) more, PgDn" : start > 0 ? " · PgUp" : ""
    draw(
      PaneContent(title + place, shown, cursor: Point(x: 0, y: 0)), in: frame, isFocused: true,
      isMarked: false)
  }

  private mutating func draw(_ list: ListOverlay) {
    let widest = list.items.map { DisplayWidth.of($0.text) }.max() ?? 0
    let lines = list.items.enumerated().map { index, item in
      var line = Line([
        Span("\(index + 1) ", .helpKey),
        Span(TextWrap.fit(VisibleText.line(item.text), width: widest)),
        Span(item.remark.isEmpty ? " " : "  \(VisibleText.line(item.remark)) ", .dim),
      ])
      line.isSelected = index == list.selected
      return line
    }
    panel(list.title, lines, first: max(0, list.selected - size.height + 5))
    cursor = cursor.map { Point(x: $0.x, y: $0.y + min(list.selected, size.height - 5)) }
  }

  /// The command line takes the place of the hint; candidates stand in the help bar's.
  private mutating func draw(_ line: TypedLine, _ state: AppState, _ layout: AppLayout) {
    fill(layout.hint)
    fill(layout.help)
    let room = layout.hint.width - 3
    let shown = String(line.text.suffix(max(1, room - 1)))
    let used = put(":" + shown, at: Point(x: 1, y: layout.hint.y), style: Style(.input))
    cursor = Point(x: min(1 + used, size.width - 1), y: layout.hint.y)
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
  static func lines(focus: Pane, width: Int) -> [Line] {
    let own = sections.filter { $0.title == focus.title }
    let rest = sections.filter { $0.title != focus.title }
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
  static var sections: [(title: String, rows: [(String, String)])] {
    let places: [(Binding.Place, String)] =
      [(.everywhere, "Everywhere")]
      + Pane.allCases.map { (.pane($0), $0.title) }
    let keys = places.map { place, title in
      let rows = KeyTable.all.filter { $0.place == place }.map { ($0.shown, $0.description) }
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

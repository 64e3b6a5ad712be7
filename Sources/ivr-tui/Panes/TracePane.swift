import IVRCore
import IVRLanguages

/// The trace: a row for each activity with its outcome, and the details of the selected one.
enum TracePane {
  static func content(_ state: AppState, width: Int, height: Int) -> PaneContent {
    let rows = state.traceRows
    guard let selected = state.selectedTraceRow, let place = rows.firstIndex(of: selected) else {
      let text = state.log.rows.isEmpty ? Strings.nothingHappened : Strings.nothingHolds
      return PaneContent(Pane.trace.heading(state), [Line(text, .dim)])
    }
    let room = max(1, height - 1)
    let last = max(min(place + room / 2, rows.count - 1), min(room, rows.count) - 1)
    let first = max(0, last - room + 1)
    let lines = rows[first...last].map { index in
      line(state.log.rows[index], state, width: width, isSelected: index == selected)
    }
    return PaneContent(
      title(state.log.rows[selected], state), [header(width: width)] + lines,
      cursor: Point(x: 0, y: place - first + 1))
  }

  /// The row of the trace at a row inside the pane.
  static func row(at line: Int, _ state: AppState, height: Int) -> Int? {
    let content = content(state, width: 80, height: height)
    let rows = state.traceRows
    guard let cursor = content.cursor, let selected = state.selectedTraceRow,
      let place = rows.firstIndex(of: selected), line > 0
    else { return nil }
    let wanted = place + line - cursor.y
    return rows.indices.contains(wanted) ? rows[wanted] : nil
  }

  private static func header(width: Int) -> Line {
    let room = max(10, width - 36)
    return Line(
      [Span("start      " + TextWrap.fit("activity", width: room) + " outcome", .dim)],
      right: [Span("duration", .dim)])
  }

  private static func title(_ entry: TraceEntry, _ state: AppState) -> String {
    guard let id = entry.task, let task = state.engine.state.tasks[id] else {
      return Pane.trace.heading(state)
    }
    let kind = task.isCallback ? "callback" : "call"
    let only = state.oneCall == nil ? "" : " only"
    return Pane.trace.heading(
      state, " · \(kind) \(id.short)\(only) · \(state.written(task.customerNumber))")
  }

  private static func line(
    _ entry: TraceEntry, _ state: AppState, width: Int, isSelected: Bool
  ) -> Line {
    let phone = state.log.phone(of: entry).flatMap { state.number(of: $0) }.map(String.init) ?? " "
    let head = [
      Span(Format.clock(entry.activity?.started ?? entry.time), .dim),
      Span(isSelected ? "▸" : " ", .accent),
      Span(phone + " ", .dim),
    ]
    var line: Line
    if let record = entry.activity {
      let room = max(10, width - 36)
      line = Line(
        head + [
          Span(TextWrap.fit(record.label, width: room) + " "),
          Span(
            TextWrap.fit("→ " + record.outcome, width: 14),
            record.error == nil ? .accent : .bad),
        ],
        right: [Span(Format.milliseconds(entry.time.since(record.started)), .dim)])
    } else {
      line = Line(head + [Span(entry.summary, .dim)])
    }
    line.isSelected = isSelected
    return line
  }

  /// The details of the selected row, as many as fit.
  static func details(_ state: AppState, _ size: Size) -> PaneContent {
    guard let row = state.selectedTraceRow else { return PaneContent("Detail", []) }
    let entry = state.log.rows[row]
    let room = size.width * (mostRows + 1)
    var lines = detail(of: entry, longest: room).flatMap { rows(of: $0, width: size.width) }
    if lines.count > size.height, size.height > 1 {
      lines = lines.prefix(size.height - 1) + [Line("… Enter shows the whole row", .dim)]
    }
    return PaneContent("Detail" + (entry.activity.map { " · " + $0.label } ?? ""), lines)
  }

  /// A fact on a few rows, its value beside its name.
  private static func rows(of fact: String, width: Int) -> [Line] {
    let name = fact.prefix { $0 != " " }
    let value = fact.dropFirst(name.count).drop { $0 == " " }
    let column = max(valueColumn, name.count + 2)
    var rows = TextWrap.wrap(String(value), width: max(10, width - column))
    if rows.count > mostRows { rows = rows.prefix(mostRows - 1) + [rows[mostRows - 1] + "…"] }
    return rows.enumerated().map { index, row in
      let head = index == 0 ? String(name) : ""
      return Line([Span(TextWrap.fit(head, width: column), .dim), Span(row)])
    }
  }

  /// Where values begin beside their names.
  private static let valueColumn = 12
  /// How many rows a value takes in the pane; Enter shows it whole.
  private static let mostRows = 3

  /// Everything known of a row, a line for each fact: its name, blanks, its value.
  ///
  /// Values are cut after `longest` characters, so that a large response costs no more than a small
  /// one.
  static func detail(of entry: TraceEntry, longest: Int = 20_000) -> [String] {
    guard let record = entry.activity else { return [entry.summary] }
    let changed = record.modified.map { ("changed", "\($0.name) = \(quoted($0.value))") }
    let handler = record.handler.map { [("handler", $0)] } ?? []
    let ending = record.waitEnding.map { [("ended by", $0.rawValue)] } ?? []
    let facts =
      [("activity", record.activity), ("outcome", "\(record.outcome)  \(times(entry, record))")]
      + handler + ending + changed + record.details.map { ($0.name, $0.value) }
      + (changed.isEmpty ? [("changed", "nothing")] : [])
    return facts.map { name, value in
      TextWrap.fit(
        name.split(separator: " ").joined(separator: "-"), width: max(11, name.count + 1))
        + " " + VisibleText.line(TextWrap.cut(value, width: longest))
    }
  }

  private static func times(_ entry: TraceEntry, _ record: ActivityRecord) -> String {
    let (start, end) = (CivilTime(record.started), CivilTime(entry.time))
    let length = Format.milliseconds(entry.time.since(record.started))
    return "(\(length), \(start.preciseClock) to \(end.preciseClock))"
  }

  private static func quoted(_ value: String) -> String { "\"\(value)\"" }
}

extension TraceEntry {
  /// The entry in words, without time and task.
  var summary: String {
    if let activity { return "\(activity.label) → \(activity.outcome)" }
    return VisibleText.line("\(event.name) \(event.text)")
  }
}

extension LabLog {
  /// The phone whose call an entry belongs to.
  func phone(of entry: TraceEntry) -> PhoneID? {
    entry.task.flatMap { transcript.phone(of: $0) }
  }
}

import IVRCore

/// What a pane leaves out.
extension AppState {
  /// The text that the rows of a pane must hold; empty where every row is shown.
  func filter(of pane: Pane) -> String { filters[pane] ?? "" }

  /// The rows of the trace that are shown, as places in `log.rows`.
  var traceRows: [Int] {
    let text = filter(of: .trace).lowercased()
    if text.isEmpty, oneCall == nil { return Array(log.rows.indices) }
    return log.rows.indices.filter { index in
      let row = log.rows[index]
      return (oneCall == nil || row.task == oneCall) && row.holds(text)
    }
  }

  /// The selected row of the trace: the one chosen, else the last, of those that are shown.
  var selectedTraceRow: Int? {
    let rows = traceRows
    guard let chosen = log.selectedRow else { return rows.last }
    return rows.last { $0 <= chosen } ?? rows.first
  }

  /// The lines of the transcript that are shown, as places in `log.lines`.
  var heardLines: [Int] {
    let text = filter(of: .heard).lowercased()
    if text.isEmpty { return Array(log.lines.indices) }
    return log.lines.indices.filter { log.lines[$0].text.lowercased().contains(text) }
  }

  /// The task of the selected row, or of the call shown.
  private var likelyTask: TaskID? {
    selectedTraceRow.flatMap { log.rows[$0].task } ?? currentTask?.id
  }

  /// Shows the rows of one call only, or of all again.
  mutating func toggleOneCall() {
    oneCall = oneCall == nil ? likelyTask : nil
    say(oneCall.map { Strings.showsCall($0.short) } ?? Strings.showsAllCalls)
  }

  /// Opens the line that filters the focused pane, with the filter there is.
  mutating func openFilter() {
    guard Pane.filtered.contains(focus) else {
      say(Strings.cannotFilter, .bad)
      return
    }
    overlay = .filterLine(TypedLine(filter(of: focus)))
  }

  /// Keys while a filter is typed: it holds at once, Enter keeps it, Esc takes it away.
  mutating func press(_ key: Key, inFilter line: TypedLine) {
    var line = line
    switch key {
    case .enter:
      overlay = nil
      return
    case .escape: line.clear()
    case .backspace: _ = line.erase()
    case .control("u"): line.clear()
    case .character(let character): line.type(character)
    case .up, .down, .pageUp, .pageDown:
      move(.lines([.up, .pageUp].contains(key) ? -1 : 1))
    default: break
    }
    filters[focus] = line.text.isEmpty ? nil : line.text
    overlay = key == .escape ? nil : .filterLine(line)
  }
}

extension Pane {
  /// The panes that have rows to filter.
  static let filtered: [Pane] = [.heard, .queue, .trace]

  /// The title with what is left out.
  func heading(_ state: AppState, _ rest: String = "") -> String {
    let text = state.filter(of: self)
    return title + rest + (text.isEmpty ? "" : " /\(text)")
  }
}

extension TraceEntry {
  /// Whether its row, or a variable or detail of it, holds a text in lower case.
  fileprivate func holds(_ text: String) -> Bool {
    if text.isEmpty || summary.lowercased().contains(text) { return true }
    guard let activity else { return false }
    return activity.activity.contains(text)
      || activity.modified.contains { "\($0.name) = \($0.value)".lowercased().contains(text) }
      || activity.details.contains { $0.value.lowercased().contains(text) }
  }
}

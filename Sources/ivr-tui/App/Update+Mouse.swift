import IVRCore

/// What the mouse does: a click is what a key would do there, the wheel moves what is under it.
extension AppState {
  mutating func point(_ event: MouseEvent) -> [Command] {
    if demo != nil {
      if case .press = event.kind { takeOver() }
      return []
    }
    switch event.kind {
    case .press(.left): return click(at: event.position)
    case .wheelUp: wheel(by: -3, at: event.position)
    case .wheelDown: wheel(by: 3, at: event.position)
    case .press, .release: break
    }
    return []
  }

  private mutating func click(at point: Point) -> [Command] {
    notice = nil
    if overlay != nil { return click(inOverlayAt: point) }
    let layout = layout
    if layout.help.contains(point) { return click(inHelp: point.x, width: layout.help.width) }
    guard let (pane, frame) = pane(at: point, layout) else { return [] }
    let wasFocused = pane == focus
    focus = pane
    let inside = frame.inset(horizontal: 2, vertical: 1)
    guard inside.contains(point) else { return [] }
    let place = Point(x: point.x - inside.x, y: point.y - inside.y)
    switch pane {
    case .phone:
      guard let key = PhonePane.key(at: place, height: inside.height) else { return [] }
      return press(.character(key))
    case .trace:
      guard let row = TracePane.row(at: place.y, self, height: inside.height) else { return [] }
      let isAgain = wasFocused && row == selectedTraceRow
      log.selectedRow = row
      if isAgain { showDetail() }
    default: break
    }
    return []
  }

  private mutating func click(inHelp x: Int, width: Int) -> [Command] {
    let entry = StatusLine.helpEntries(self, width: width).first { $0.columns.contains(x) }
    return entry?.binding.choices.first.map { perform($0.action) } ?? []
  }

  /// A click outside of a list or a text closes it; questions want a key.
  private mutating func click(inOverlayAt point: Point) -> [Command] {
    guard let overlay, let panel = overlay.panel(self) else { return [] }
    if case .confirm = overlay { return [] }
    guard panel.frame.contains(point) else {
      self.overlay = nil
      return []
    }
    if case .list(let list) = overlay, let line = panel.line(at: point) { take(line, of: list) }
    return []
  }

  private mutating func wheel(by lines: Int, at point: Point) {
    if overlay != nil {
      let key = lines < 0 ? Key.up : .down
      for _ in 0..<abs(lines) { _ = pressInOverlay(key) }
    } else if let (pane, _) = pane(at: point, layout) {
      move(.lines(lines), in: pane)
    }
  }

  private func pane(at point: Point, _ layout: AppLayout) -> (Pane, Rectangle)? {
    Pane.allCases.lazy.compactMap { pane in
      layout.panes[pane].flatMap { $0.contains(point) ? (pane, $0) : nil }
    }.first
  }
}

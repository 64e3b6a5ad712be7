/// The picture of a state; depends on nothing else.
func view(_ state: AppState) -> Screen {
  var screen = Screen(size: state.size)
  screen.borders = state.looks.borders.set
  let layout = state.layout
  guard layout.kind != .tooSmall else {
    let lines = TextWrap.wrap(Strings.tooSmall(state.size), width: state.size.width)
    screen.draw(lines.map { Line($0, .warning) }, in: screen.bounds)
    return screen
  }
  let hint = Hint.next(state)
  screen.draw(StatusLine.line(state), at: layout.status.origin, width: layout.status.width)
  if let others = layout.others {
    screen.draw(StatusLine.others(state), at: others.origin, width: others.width)
  }
  for pane in Pane.allCases {
    guard let frame = layout.panes[pane] else { continue }
    screen.draw(
      content(of: pane, state, in: frame), in: frame, isFocused: pane == state.focus,
      isMarked: pane == hint.pane)
  }
  if let detail = layout.detail {
    screen.draw(
      TracePane.details(state, detail.inset(horizontal: 2, vertical: 1).size), in: detail,
      isFocused: false,
      isMarked: false)
  }
  screen.drawFoot(state, hint, layout)
  if let overlay = state.overlay { screen.draw(overlay, state, layout) }
  return screen
}

extension AppState {
  /// Where everything stands now.
  var layout: AppLayout {
    AppLayout(size: size, focus: focus, isZoomed: isZoomed, hintRows: DemoView.rows(self))
  }
}

extension Screen {
  /// What stands below the panes: the next useful act, or a demo's captions; and the keys.
  fileprivate mutating func drawFoot(_ state: AppState, _ hint: Hint, _ layout: AppLayout) {
    if let demo = state.demo {
      draw(DemoView.lines(demo, width: layout.hint.width), in: layout.hint)
      draw(DemoView.help(demo), at: layout.help.origin, width: layout.help.width)
      return
    }
    draw(StatusLine.hint(state, hint), at: layout.hint.origin, width: layout.hint.width)
    draw(
      StatusLine.help(state, width: layout.help.width), at: layout.help.origin,
      width: layout.help.width)
  }
}

private func content(of pane: Pane, _ state: AppState, in frame: Rectangle) -> PaneContent {
  let inside = frame.inset(horizontal: 2, vertical: 1)
  return switch pane {
  case .phone: PhonePane.content(state, height: inside.height)
  case .agent: AgentPane.content(state, height: inside.height)
  case .heard: HeardPane.content(state, width: inside.width, height: inside.height)
  case .queue: QueuePane.content(state, height: inside.height)
  case .trace: TracePane.content(state, width: inside.width, height: inside.height)
  }
}

import IVRCore
import IVRLanguages

/// The phone: state of the call, keypad, number.
enum PhonePane {
  private static let rows = ["123", "456", "789", "*0#"]
  private static let letters: [Character: String] = [
    "2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv",
    "9": "wxyz", "0": "+",
  ]

  static func content(_ state: AppState, height: Int) -> PaneContent {
    let title = "F2 Phone"
    guard let phone = state.shownPhone, let face = state.face else {
      return PaneContent(title, [Line(Strings.noPhone, .dim)])
    }
    let gap: [Line] = height >= 11 ? [.blank] : []
    let input = input(state, phone, face)
    let head = [call(state, phone)] + gap + keypad(state) + gap
    let tail = [entry(state), own(state, phone), others(state)]
    let cursor = input.cursor.map { Point(x: $0, y: head.count) }
    return PaneContent(title, head + [input.line] + tail, cursor: cursor)
  }

  /// `● in call 0:37      speaking`.
  private static func call(_ state: AppState, _ phone: Phone) -> Line {
    let time = Format.span(state.now.since(phone.since))
    switch phone.state {
    case .ringing:
      return Line(
        [Span("! rings \(time)", .attention)], right: [Span("a answers", .dim)])
    case .inCall(let task):
      return Line(
        [Span("● in call \(time)", .good)], right: [Span(doing(state, task), .accent)])
    case .idle:
      guard let ending = phone.lastEnding else { return Line("○ on the hook", .dim) }
      let length = phone.lastDuration > 0 ? " " + Format.span(phone.lastDuration) : ""
      return Line("○ \(ending.rawValue)\(length)", ending == .dropped ? .bad : .text)
    }
  }

  /// What the call does, in a word.
  private static func doing(_ state: AppState, _ task: TaskID) -> String {
    if state.engine.state.tasks[task]?.status == .connected { return "with agent" }
    guard let wait = state.engine.waiting(of: task) else { return "" }
    if wait.kind == .music { return "music" }
    if wait.isSpeaking { return "speaking" }
    return wait.takesKeys ? "listening" : wait.kind == .answer ? "silence" : ""
  }

  private static func keypad(_ state: AppState) -> [Line] {
    let lit = state.lit.flatMap { $0.phone == state.phone ? $0.key : nil }
    return rows.map { row in
      Line([Span("  ")] + row.flatMap { key($0, isLit: $0 == lit || $0 == "0" && lit == "+") })
    }
  }

  /// The key of the keypad at a place inside the pane.
  static func key(at point: Point, height: Int) -> Character? {
    let row = point.y - (height >= 11 ? 2 : 1)
    let column = point.x - 2
    guard rows.indices.contains(row), column >= 0 else { return nil }
    let keys = Array(rows[row])
    return keys.indices.contains(column / keyWidth) ? keys[column / keyWidth] : nil
  }

  private static let keyWidth = 9

  private static func key(_ key: Character, isLit: Bool) -> [Span] {
    let text = letters[key].map { "\(key) \($0)" } ?? String(key)
    let blanks = String(repeating: " ", count: max(0, keyWidth - 2 - text.count))
    return isLit
      ? [Span("[\(text)]", .keyLit), Span(blanks)] : [Span(" \(text) ", .key), Span(blanks)]
  }

  private static func input(
    _ state: AppState, _ phone: Phone, _ face: AppState.PhoneFace
  ) -> (line: Line, cursor: Int?) {
    switch phone.state {
    case .idle:
      let shown = face.isUntouched ? state.written(face.number) : VisibleText.line(face.number)
      return (
        Line([Span("dial   ", .dim), Span(shown, .input)]), 7 + DisplayWidth.of(shown)
      )
    case .ringing(let task):
      let agent = state.engine.state.tasks[task]?.agent.flatMap { state.engine.state.agents[$0] }
      return (Line([Span("call   ", .dim), Span("from \(agent?.name ?? "the lab")")]), nil)
    case .inCall:
      let typed = state.wait?.typed ?? ""
      return (
        Line([Span("typed  ", .dim), Span(typed, .pressed), Span(typed.isEmpty ? "" : "_")]),
        7 + typed.count
      )
    }
  }

  private static func entry(_ state: AppState) -> Line {
    if let callback = state.currentTask?.callback, state.shownPhone?.state.isOffHook == true {
      return Line([
        Span("about  ", .dim), Span("callback asked \(Format.clock(callback.requestTime))"),
      ])
    }
    let name = state.entryPoint.map { "\($0.name) (\($0.flow ?? ""))" }
    return Line([Span("to     ", .dim), Span(name ?? "no entry point", name == nil ? .dim : .text)])
  }

  private static func own(_ state: AppState, _ phone: Phone) -> Line {
    Line(
      [Span("from   ", .dim), Span(state.written(phone.number))],
      right: [Span("\(state.phone + 1)/\(state.phones.count)", .title)])
  }

  /// What the next phone does, so that its ringing is seen.
  private static func others(_ state: AppState) -> Line {
    guard state.phones.count > 1 else { return .blank }
    let other =
      state.ringingPhone.flatMap { $0 == state.phone ? nil : $0 }
      ?? (state.phone + 1) % state.phones.count
    let doing = state.engine.state.phones[state.phones[other].id].map { phone in
      switch phone.state {
      case .idle: "○ on the hook"
      case .ringing: "! rings"
      case .inCall: "● in call \(Format.span(state.now.since(phone.since)))"
      }
    }
    let isRinging = other == state.ringingPhone
    return Line(
      [Span("phone \(other + 1) ", .dim), Span(doing ?? "", isRinging ? .attention : .dim)],
      right: isRinging ? [Span("p", .helpKey)] : [])
  }
}

import IVRCore
import IVRLanguages

/// The transcript of what is heard, pressed and happens, with what the call shown waits for.
enum HeardPane {
  static func content(_ state: AppState, width: Int, height: Int) -> PaneContent {
    let tail = [last(state), now(state)].compactMap { $0 }
    let room = max(0, height - tail.count)
    let lines = state.heardLines
    let end = state.log.lastLine.flatMap { last in lines.lastIndex { $0 <= last }.map { $0 + 1 } }
    var shown: [Line] = []
    for line in lines[..<(end ?? lines.count)].reversed() where shown.count < room {
      shown.insert(contentsOf: rows(of: state.log.lines[line], state, width: width), at: 0)
    }
    shown = Array(shown.suffix(room))
    if shown.isEmpty {
      shown = [Line(state.log.lines.isEmpty ? Strings.nothingHeard : Strings.nothingHolds, .dim)]
    }
    shown += Array(repeating: .blank, count: max(0, room - shown.count))
    let more = lines.count - (end ?? lines.count)
    let view = state.speechView == .plain ? "" : " · \(state.speechView.rawValue)"
    return PaneContent(
      Pane.heard.heading(state, view + (more > 0 ? " · \(more) more below" : "")), shown + tail)
  }

  /// A line of the transcript, wrapped beside its time, phone and mark.
  private static func rows(
    of line: TranscriptLine, _ state: AppState, width: Int
  ) -> [Line] {
    if line.kind == .why { return reason(line, width: width) }
    if state.speechView != .plain, let speech = line.speech {
      guard case .whole(let utterance) = speech else { return [] }
      return utterance.lines(in: state.speechView).enumerated().flatMap { index, text in
        rows(VisibleText.line(text), of: line, isFirst: index == 0, state, width: width)
      }
    }
    return rows(line.text, of: line, isFirst: true, state, width: width)
  }

  private static func rows(
    _ text: String, of line: TranscriptLine, isFirst: Bool, _ state: AppState, width: Int
  ) -> [Line] {
    let phone = state.number(of: line.phone).map(String.init) ?? " "
    let texts = TextWrap.wrap(text, width: max(8, width - 12))
    return texts.enumerated().map { index, text in
      guard index == 0, isFirst else { return Line("            " + text, line.kind.role) }
      return Line([
        Span("\(Format.clock(line.time)) \(phone)", .dim),
        Span(line.kind.mark + " ", line.kind.role),
        Span(text, line.kind.role),
      ])
    }
  }

  /// A line of a reason: on one row, without the name of the activity where that does not fit.
  private static func reason(_ line: TranscriptLine, width: Int) -> [Line] {
    var text = line.text
    let start = text.prefix { $0 == " " }
    let path = text.dropFirst(start.count).prefix { $0 != " " }
    if DisplayWidth.of(text) > width - 2, let dot = path.lastIndex(of: ".") {
      text = String(start + text[text.index(after: dot)...])
    }
    return TextWrap.wrap(text, width: max(8, width - 2)).map { Line("  " + $0, .warning) }
  }

  /// The activity that the call left last.
  private static func last(_ state: AppState) -> Line? {
    guard let record = state.lastActivity else { return nil }
    let ending = record.waitEnding.map { " (\($0.rawValue))" } ?? ""
    return Line([
      Span("last ", .dim), Span(record.label),
      Span(" → \(record.outcome)\(ending)", record.error == nil ? .accent : .bad),
    ])
  }

  private static func now(_ state: AppState) -> Line? {
    guard let wait = state.wait else { return nil }
    return Line([Span("now  ", .dim), Span(wait.label), Span(" · " + wait.words, .accent)])
  }
}

extension TranscriptLine.Kind {
  var role: StyleRole {
    switch self {
    case .heard: .speech
    case .pressed: .pressed
    case .state: .accent
    case .why: .warning
    case .note: .dim
    }
  }
}

extension CallWait {
  /// What it waits for and how long still.
  var words: String {
    let left = remaining.map { " \(Format.left($0)) left" } ?? ""
    switch (kind, timer) {
    case (.answer, _): return "waits for the answer"
    case (.passing, _): return "goes on"
    case (.music, _): return "music" + left
    case (_, .playback): return "speaking" + left
    case (_, .firstKey): return "no-input" + left
    case (_, .nextKey): return "inter-digit" + left
    default: return "goes on"
    }
  }
}

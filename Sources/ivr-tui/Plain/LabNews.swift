import IVRCore

/// One thing to tell, in the order in which it happened.
enum LabNews: Equatable {
  /// What somebody noticed.
  case line(TranscriptLine)
  /// A chapter of a demo begins.
  case chapter(String)
  /// A sentence to the user.
  case sentence(String)

  /// Whether somebody pressed a key.
  var isPress: Bool {
    if case .line(let line) = self { line.kind == .pressed } else { false }
  }
}

/// News as lines of text.
struct PlainText {
  /// Whether only ASCII may be written.
  let isASCII: Bool

  /// The lines of some news; keys that a phone presses in a row are one line.
  func lines(of news: [LabNews], _ state: AppState) -> [String] {
    var joined: [LabNews] = []
    for item in news {
      if case .line(let next) = item, case .line(let last) = joined.last,
        let line = last.joined(by: next)
      {
        joined[joined.count - 1] = .line(line)
      } else {
        joined.append(item)
      }
    }
    return joined.flatMap { lines(of: $0, state) }
  }

  private func lines(of news: LabNews, _ state: AppState) -> [String] {
    switch news {
    case .line(let line): [shown(Self.words(of: line, state))]
    case .chapter(let title): ["", shown(title)]
    case .sentence(let text): [shown(text)]
    }
  }

  /// A line of the transcript with words in place of marks.
  ///
  /// For example `10:00:04 phone 1 hears: All agents are busy.`
  private static func words(of line: TranscriptLine, _ state: AppState) -> String {
    let time = Format.clock(line.time)
    let who = state.number(of: line.phone).map { " phone \($0)" } ?? ""
    return switch line.kind {
    case .heard: "\(time)\(who) hears: \(line.text)"
    case .pressed: "\(time)\(who) presses \(line.text)"
    case .state: "\(time)\(who)\(who.isEmpty ? "" : ":") \(line.text)"
    case .why: "\(time)\(who): \(line.text)"
    case .note: "\(time)\(who) note: \(line.text)"
    }
  }

  /// A text as the user's terminal can write it, without anything that could steer it.
  func shown(_ text: String) -> String {
    isASCII ? text.map { AsciiGlyphs.of(String($0)) }.joined() : text
  }
}

import IVRCore

/// Pasted text goes where text is typed, or onto a keypad; it never presses keys of the program.
extension AppState {
  mutating func paste(_ text: String) {
    guard demo == nil else { return }
    notice = nil
    let line = Self.line(text)
    switch overlay {
    case .commandLine(let typed): overlay = .commandLine(typed.typing(line))
    case .form(var form):
      form.edit { $0 = $0.typing(line) }
      overlay = .form(form)
    case .filterLine(let typed):
      let line = typed.typing(line)
      filters[focus] = line.text.isEmpty ? nil : line.text
      overlay = .filterLine(line)
    case nil where focus == .phone: pasteNumber(line)
    default: say(Strings.pasteNowhere, .bad)
    }
  }

  /// The first line that holds something, without what no field takes.
  private static func line(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let first = lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return String(String.UnicodeScalarView(first.unicodeScalars.filter { !$0.isControl }))
  }

  /// A telephone number as people write it becomes the number to dial; in a call, keys.
  private mutating func pasteNumber(_ text: String) {
    let marks = Set("0123456789*#+ -()/.\u{A0}")
    let keys = text.filter { DTMF($0) != nil }
    guard let face, !keys.isEmpty, text.allSatisfy(marks.contains) else {
      return say(Strings.pasteIsNoNumber, .bad)
    }
    guard shownPhone?.state == .idle else {
      for key in keys.compactMap({ DTMF($0) }) { submit(.press(face.id, key)) }
      return
    }
    let plus = text.drop { $0.isWhitespace }.hasPrefix("+") ? "+" : ""
    phones[phone].number = plus + keys.prefix(20)
    phones[phone].isUntouched = false
  }
}

extension TypedLine {
  /// The line with more text at its end.
  fileprivate func typing(_ text: String) -> TypedLine {
    var line = self
    for character in text { line.type(character) }
    return line
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}

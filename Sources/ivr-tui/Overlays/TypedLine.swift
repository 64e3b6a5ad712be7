/// The line behind the colon.
struct TypedLine: Equatable {
  private(set) var text: String
  /// Which of the earlier commands is shown, from the latest; nil is the new one.
  private var historyPlace: Int?

  init(_ text: String = "") { self.text = text }

  mutating func type(_ character: Character) {
    guard text.count < 200, !character.isNewline else { return }
    text.append(character)
  }

  /// Takes the last character away; false where there is none.
  mutating func erase() -> Bool { text.popLast() != nil }

  mutating func clear() { text = "" }

  /// Completes the last word as far as all candidates agree; with one candidate, wholly.
  mutating func complete(_ candidates: [String]) {
    let (head, word) = lastWord
    let fitting = candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    guard let first = fitting.first else { return }
    if fitting.count == 1 {
      text = head + first + " "
    } else {
      let common = fitting.reduce(first) { $0.commonPrefix(with: $1) }
      if common.count > word.count { text = head + common }
    }
  }

  /// The text up to the last word, and that word.
  var lastWord: (head: String, word: String) {
    guard let blank = text.lastIndex(of: " ") else { return ("", text) }
    let next = text.index(after: blank)
    return (String(text[..<next]), String(text[next...]))
  }

  /// The words before the last one.
  var earlierWords: [String] { lastWord.head.split(separator: " ").map(String.init) }

  /// Shows an earlier command, or a later one again.
  mutating func recall(_ step: Int, _ history: [String]) {
    let place = (historyPlace ?? -1) + step
    guard place >= 0 else {
      historyPlace = nil
      text = ""
      return
    }
    guard place < history.count else { return }
    historyPlace = place
    text = history[history.count - 1 - place]
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}

extension AppState {
  mutating func press(_ key: Key, in line: TypedLine) -> [Command] {
    var line = line
    switch key {
    case .escape:
      overlay = nil
      return []
    case .enter: return run(line)
    case .backspace:
      if !line.erase() {
        overlay = nil
        return []
      }
    case .control("u"): line.clear()
    case .tab: line.complete(CommandTable.candidates(for: line, self))
    case .up: line.recall(1, history)
    case .down: line.recall(-1, history)
    case .character(let character): line.type(character)
    default: break
    }
    overlay = .commandLine(line)
    return []
  }

  private mutating func run(_ line: TypedLine) -> [Command] {
    overlay = nil
    let words = line.text.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    if history.last != line.text { history = (history + [line.text]).suffix(50) }
    do {
      return try CommandTable.run(words, &self)
    } catch {
      say(error.message, .bad)
      return []
    }
  }
}

import IVRCore
import IVRLanguages

/// The commands of the line dialogue: those behind the colon, and a few that the screen has no need
/// of.
enum PlainCommands {
  /// The commands that the screen does not have.
  static let own: [TypedCommand] = [
    TypedCommand("status", "", Strings.Plain.Commands.status) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard words.isEmpty else { throw CommandError(Strings.needless(words[0], "status")) }
      state.tell([PlainStatus.sentence(state)])
      return []
    },
    TypedCommand("queue", "[NAME]", Strings.Plain.Commands.queue) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      if !words.isEmpty { _ = try CommandTable.run(["queue"] + words, &state) }
      state.tell(PlainStatus.queue(state))
      return []
    },
    TypedCommand("wait", "TIME", Strings.Plain.Commands.wait) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard let word = words.only, let time = TimeWord.time(word.span, after: state.now),
        time.since(state.now) <= 86_400_000
      else { throw CommandError(Strings.Plain.badWait(words.joined(separator: " "))) }
      state.clock.begin()
      return [.wait(until: time)]
    },
    TypedCommand("help", "", Strings.Commands.help) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      state.tell(help)
      return []
    },
  ]

  /// All commands, each name once, in the order of the help.
  static var all: [TypedCommand] {
    own
      + CommandTable.all.filter { command in
        !(own + CommandTable.looks).contains { $0.name == command.name }
      }
  }

  /// The words of a line in the form that the table knows.
  ///
  /// Keys alone press them, `keys` is `press`, `hang up` is one word, and a leading colon does not
  /// count. A remark (`# `) is empty.
  static func words(of line: String) -> [String] {
    var line = line[...]
    if line.hasPrefix("# ") { return [] }
    while line.first == ":" || line.first?.isWhitespace == true { line.removeFirst() }
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first?.lowercased() else { return [] }
    if words.allSatisfy({ $0.allSatisfy { DTMF($0) != nil && !$0.isLetter } }) {
      return ["press"] + words
    }
    if first == "keys" { return ["press"] + words.dropFirst() }
    if words.count > 1, first == "hang", words[1].lowercased() == "up" {
      return ["hangup"] + words.dropFirst(2)
    }
    return words
  }

  /// Runs a command from its words.
  static func run(
    _ words: [String], _ state: inout AppState, isRealTime: Bool
  ) throws(CommandError) -> [Command] {
    guard let word = words.first else { return [] }
    let name = word.lowercased()
    guard let command = all.first(where: { $0.name == name }) else {
      throw CommandError(Strings.unknownCommand(word, all.map(\.name)))
    }
    if !isRealTime, name == "go" { throw CommandError(Strings.Plain.noRealTime) }
    return try command.run(&state, Array(words.dropFirst()))
  }

  private static var help: [String] {
    all.map { "\($0.usage): \($0.description)" } + [Strings.Plain.aliases]
  }
}

extension AppState {
  /// Adds sentences to what there is to tell.
  fileprivate mutating func tell(_ sentences: [String]) {
    log.news?.append(contentsOf: sentences.map(LabNews.sentence))
  }
}

extension String {
  /// A length of time such as `30`, `30s`, `5m` or `1:30` as a time from now on.
  fileprivate var span: String {
    let ends: [Character: String] = ["s": "", "m": ":00", "h": ":00:00"]
    let body = hasPrefix("+") ? String(dropFirst()) : self
    guard let last = body.last, let end = ends[last], !body.contains(":") else { return "+" + body }
    return "+" + body.dropLast() + end
  }
}

/// A command that can be typed behind the colon.
struct TypedCommand {
  let name: String
  /// What follows the name, for the help.
  let arguments: String
  /// A sentence for the help.
  let description: String
  /// Words that may follow the words typed so far.
  let candidates: (AppState, [String]) -> [String]
  let run: (inout AppState, [String]) throws(CommandError) -> [Command]

  /// The command as the help writes it.
  var usage: String { arguments.isEmpty ? name : "\(name) \(arguments)" }

  init(
    _ name: String, _ arguments: String = "", _ description: String,
    candidates: @escaping (AppState, [String]) -> [String] = { _, _ in [] },
    run: @escaping (inout AppState, [String]) throws(CommandError) -> [Command]
  ) {
    self.name = name
    self.arguments = arguments
    self.description = description
    self.candidates = candidates
    self.run = run
  }

  /// A command without words behind it that does what a key does.
  init(_ name: String, _ description: String, _ action: Action) {
    self.init(name, "", description) {
      (state: inout AppState, words: [String]) throws(CommandError) in
      guard words.isEmpty else { throw CommandError(Strings.needless(words[0], name)) }
      return state.perform(action)
    }
  }
}

/// Why a typed command does nothing.
struct CommandError: Error, Equatable {
  let message: String

  init(_ message: String) { self.message = message }
}

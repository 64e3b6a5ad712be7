extension CommandTable {
  static let service: [TypedCommand] = [
    TypedCommand(
      "serve", "[PORT|off]", Strings.Commands.serve,
      candidates: { _, words in words.isEmpty ? ["off"] : [] }
    ) { (state: inout AppState, words: [String]) throws(CommandError) in
      guard !state.isPlain else { throw CommandError(Strings.Service.onlyScreen) }
      guard words.count <= 1 else { throw CommandError(Strings.Service.badPort) }
      guard let word = words.first else { return [.serve(port: 0)] }
      if word.lowercased() == "off" {
        guard state.service.address != nil else { throw CommandError(Strings.Service.isOff) }
        return [.stopServing]
      }
      guard let port = UInt16(word) else { throw CommandError(Strings.Service.badPort) }
      return [.serve(port: port)]
    }
  ]
}

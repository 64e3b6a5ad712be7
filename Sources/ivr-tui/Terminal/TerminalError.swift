import IVRAdapters

/// Why the terminal cannot be used.
nonisolated struct TerminalError: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// TERM is missing or empty.
    case missingType
    /// TERM names what the terminfo database does not know.
    case unknownType(String)
    /// TERM names a terminal whose cursor cannot be moved, such as `dumb`.
    case cannotDraw(String)
    /// A system call failed, with its number.
    case system(String, Int32)
  }

  let kind: Kind

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// One sentence for the user, without the program's name.
  var message: String {
    switch kind {
    case .notATerminal:
      "the screen needs a terminal, but standard input or output is not one; "
        + "ivr-tui --plain needs none."
    case .missingType:
      "TERM is not set, so the terminal cannot be driven; set it, for instance to xterm-256color, "
        + "or use ivr-tui --plain."
    case .unknownType(let type):
      "TERM is '\(Self.shown(type))', which is not in the terminfo database; set it to a terminal "
        + "this system knows, for instance xterm-256color, or use ivr-tui --plain."
    case .cannotDraw(let type):
      "TERM is '\(Self.shown(type))', a terminal that cannot place the cursor, so no screen can be "
        + "drawn; use ivr-tui --plain."
    case .system(let call, let number):
      "the terminal cannot be opened: \(call) failed with error \(number)."
    }
  }

  /// The value cut and made harmless for an error message.
  private static func shown(_ type: String) -> String {
    Glyph.glyphs(of: TextWrap.cut(type, width: 40)).map(\.text).joined()
  }
}

extension WakeSignal {
  /// A new signal, or the terminal's error where the system has no descriptors left.
  nonisolated static func open() throws(TerminalError) -> WakeSignal {
    do {
      return try WakeSignal()
    } catch {
      throw TerminalError(.system(error.call, error.number))
    }
  }
}

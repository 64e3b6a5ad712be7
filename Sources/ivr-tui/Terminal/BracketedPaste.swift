/// Text that the terminal says was pasted and not typed.
///
/// Source: xterm control sequences, "Bracketed Paste Mode" (DEC private mode 2004).
nonisolated struct BracketedPaste: Hashable, Sendable {
  /// Asks the terminal to mark what is pasted.
  static let request = "\u{1B}[?2004h"
  /// Has pasted text come as typed keys again.
  static let refusal = "\u{1B}[?2004l"
  /// The sequence that begins a paste, without `ESC [`.
  static let begin = "200~"

  private static let end = "\u{1B}[201~"
  /// Characters that are kept of a paste; what comes beyond is dropped up to its end.
  private static let limit = 10_000

  private(set) var text = ""
  /// How much of the end's sequence has come.
  private var tail = ""

  /// Takes a character; true when the paste is complete.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    tail.unicodeScalars.append(scalar)
    if tail == Self.end { return true }
    guard !Self.end.hasPrefix(tail) else { return false }
    // The first of an escape within the text may be the second's beginning.
    let restarts = scalar == "\u{1B}"
    keep(restarts ? String(tail.dropLast()) : tail)
    tail = restarts ? "\u{1B}" : ""
    return false
  }

  private mutating func keep(_ more: String) {
    guard text.unicodeScalars.count < Self.limit else { return }
    text += more
  }
}

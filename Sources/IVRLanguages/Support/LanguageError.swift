/// What every error of a small language can tell: where it is and what it says.
///
/// Each language has its own struct with an equatable `kind`; wording lives in `message`.
public protocol LanguageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where the fault is.
  var position: SourcePosition { get }
  /// One sentence that says what is wrong, and where possible what was meant.
  var message: String { get }
  /// The line of the source with a caret under the fault; empty where there is no source.
  var excerpt: String { get }
}

extension LanguageError {
  /// Line, column and message, then the excerpt on lines of its own.
  public var description: String {
    let head = "\(position.line):\(position.column): \(message)"
    return excerpt.isEmpty ? head : head + "\n" + excerpt
  }
}

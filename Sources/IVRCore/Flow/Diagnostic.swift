public import IVRLanguages

/// A finding in a document.
///
/// Codes that begin with `FC` are the product's; all others begin with `IVR`. A document with an
/// `error` does not load; a `warning` is reported and the document runs.
public struct Diagnostic: Hashable, Sendable {
  /// How grave a finding is.
  public enum Severity: String, Hashable, Sendable {
    /// The document cannot be used.
    case error
    /// It can be used, and something in it will not do what its author meant.
    case warning
  }

  /// The stable code, for example `FC1012`.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// The file, as the user named it.
  public var file: String
  /// Where in the file.
  public var position: SourcePosition
  /// What is wrong, in a sentence.
  public let message: String
  /// What to do about it; empty where the message says it.
  public let hint: String

  /// A finding.
  public init(
    _ code: String, _ severity: Severity, file: String = "", position: SourcePosition = .start,
    _ message: String, hint: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.position = position
    self.message = message
    self.hint = hint
  }

  /// `file:line:column: error IVR001: message` and, on a line of its own, the hint.
  public var text: String {
    let place = "\(file):\(position.line):\(position.column)"
    let head = "\(place): \(severity.rawValue) \(code): \(VisibleText.line(message))"
    return hint.isEmpty ? head : head + "\n  hint: " + VisibleText.line(hint)
  }
}

extension [Diagnostic] {
  /// Whether one of them keeps its document from being used.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The findings in the order of their places, errors before warnings at the same place.
  public var inOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      (left.element.file, left.element.position, left.offset)
        < (right.element.file, right.element.position, right.offset)
    }.map(\.element)
  }
}

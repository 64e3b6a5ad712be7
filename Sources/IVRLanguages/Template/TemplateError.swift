/// A fault of a template: of its text when it is compiled, or of its values when it is rendered.
public struct TemplateError: LanguageError {
  /// When a fault shows.
  public enum Phase: Hashable, Sendable {
    /// While the text is compiled.
    case parse
    /// While the template is rendered.
    case evaluation
  }

  /// What is wrong, without wording.
  public let kind: TemplateErrorKind
  /// When the fault showed.
  public let phase: Phase
  /// Where the fault is; the name of a filter that fails, the operator whose operands do not fit.
  public let position: SourcePosition
  /// The line of the template with a caret under the fault.
  public let excerpt: String

  /// One sentence that says what is wrong, and where possible what was meant.
  public var message: String { kind.message }

  init(_ fault: TemplateFault, phase: Phase, in source: SourceText) {
    kind = fault.kind
    self.phase = phase
    position = source.position(at: fault.offset)
    excerpt = source.excerpt(at: fault.offset)
  }
}

/// A fault on its way out, not yet with line and column.
struct TemplateFault: Error {
  let kind: TemplateErrorKind
  let offset: Int

  init(_ kind: TemplateErrorKind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

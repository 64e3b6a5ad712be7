public import IVRLanguages

/// Text of a flow that may hold expressions, compiled when the flow was loaded.
///
/// A fault in the template is kept: like on the product it does not stop the flow from loading, and
/// is the activity's error when it runs.
public struct TemplateText: Hashable, Sendable {
  /// The text as written.
  public let source: String
  private let compiled: Result<Template, TemplateError>

  /// Compiles a text.
  public init(_ source: String) {
    self.source = source
    do {
      compiled = .success(try Template(source))
    } catch {
      compiled = .failure(error)
    }
  }

  /// The compiled template.
  ///
  /// Throws its fault.
  public func template() throws(TemplateError) -> Template {
    try compiled.get()
  }

  /// What is wrong with it, where something is.
  public var fault: TemplateError? {
    if case .failure(let error) = compiled { error } else { nil }
  }

  /// Whether it reads the same whatever the variables hold.
  public var isConstant: Bool {
    if case .success(let template) = compiled { !template.hasExpressions } else { false }
  }

  /// Texts are equal when they are written alike.
  public static func == (left: TemplateText, right: TemplateText) -> Bool {
    left.source == right.source
  }

  /// Feeds the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

  /// Text that names a variable with or without braces, as fields for variables take it.
  static func variable(_ text: String) -> TemplateText {
    TemplateText(text.contains("{{") || text.isEmpty ? text : "{{ \(text) }}")
  }
}

/// A compiled template.
final class TemplateProgram: Sendable {
  let macros: [String: TemplateMacro]
  let blocks: [String: TemplateBody]
  let source: SourceText
  let dialect: TemplateDialect
  /// The text of a template that evaluates nothing.
  let plainText: String?
  private let body: TemplateBody
  /// The expression of a template that is nothing else.
  private let only: PrintNode?

  init(
    body: TemplateBody, macros: [String: TemplateMacro], blocks: [String: TemplateBody],
    source: SourceText, dialect: TemplateDialect
  ) {
    self.body = body
    self.macros = macros
    self.blocks = blocks
    self.source = source
    self.dialect = dialect
    only = body.statements.count == 1 ? body.statements[0] as? PrintNode : nil
    plainText = only == nil ? Self.plainText(of: body) : nil
  }

  /// What the template writes.
  func text(in run: TemplateEvaluation) throws(TemplateFault) -> String {
    if let only {
      return try run.text(of: try only.expression.value(in: run), at: only.offset)
    }
    try body.render(in: run)
    return run.output
  }

  private static func plainText(of body: TemplateBody) -> String? {
    var text = ""
    for statement in body.statements {
      guard let node = statement as? TextNode else { return nil }
      text += node.text
    }
    return text
  }
}

/// A macro: its parameters with their defaults, and what it renders.
struct TemplateMacro: Sendable {
  let name: String
  let parameters: [(name: String, value: (any ExpressionNode)?)]
  let body: TemplateBody
}

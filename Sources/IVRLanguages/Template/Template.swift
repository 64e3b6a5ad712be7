/// A compiled template: text with `{{ expressions }}` and `{% tags %}`.
///
/// Source: the Pebble template language as flows of the product use it; the reference page
/// "Pebble" names every rule. Compile once, render often; rendering changes nothing.
public struct Template: Hashable, Sendable {
  /// The text that was compiled.
  public let source: String
  /// The engine it was compiled for.
  public let dialect: TemplateDialect
  private let program: TemplateProgram

  /// Compiles a text; a fault of the text is thrown, a fault of the values shows when rendering.
  public init(
    _ source: String, dialect: TemplateDialect = .pebble41
  ) throws(TemplateError) {
    self.source = source
    self.dialect = dialect
    let text = SourceText(source)
    do throws(TemplateFault) {
      guard text.bytes.count <= TemplateLimits.sourceBytes else {
        throw TemplateFault(.sourceTooLong(limit: TemplateLimits.sourceBytes), at: 0)
      }
      var lexer = TemplateLexer(text)
      var parser = TemplateParser(try lexer.tokenize(), dialect: dialect)
      program = try parser.program(for: text)
    } catch {
      throw TemplateError(error, phase: .parse, in: text)
    }
  }

  /// Whether rendering evaluates anything; without, the text is the same in every scope.
  public var hasExpressions: Bool { program.plainText == nil }

  /// The text that the template makes of the variables of a scope.
  public func render(in scope: some TemplateScope) throws(TemplateError) -> String {
    if let text = program.plainText { return text }
    let run = TemplateEvaluation(program, scope: scope, isTracing: false)
    do throws(TemplateFault) {
      return try program.text(in: run)
    } catch {
      throw TemplateError(error, phase: .evaluation, in: program.source)
    }
  }

  /// Like `render(in:)`, together with every variable that was read on the way.
  public func renderTraced(in scope: some TemplateScope) throws(TemplateError) -> TemplateOutput {
    let run = TemplateEvaluation(program, scope: scope, isTracing: true)
    do throws(TemplateFault) {
      return TemplateOutput(text: try program.text(in: run), reads: run.reads)
    } catch {
      throw TemplateError(error, phase: .evaluation, in: program.source)
    }
  }

  /// Two templates are equal when they are the same text for the same engine.
  public static func == (left: Template, right: Template) -> Bool {
    left.source == right.source && left.dialect == right.dialect
  }

  /// Feeds the text and the engine.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(dialect)
  }
}

import Foundation
import IVRCore
import IVRLanguages

/// Renders templates.
///
/// A case may hold a `context` of its own, `strict` and `autoescape`.
struct PebbleEvaluator: Evaluator {
  /// The variables, where a case has none.
  let context: JSONObject
  /// The engine.
  let dialect: TemplateDialect
  /// How variables are read.
  let reading: ExpressionScope.Reading
  /// Milliseconds since 1970, for `now()`.
  let now: Int64

  /// What the command line asks for; `fromPipe` reads variables as Java does unless told otherwise.
  init(_ request: EvalRequest, context: JSONObject) {
    self.context = context
    dialect = request.options[.dialect] == "pebble-3.2" ? .pebble32 : .pebble41
    let given = request.options[.values].flatMap(ExpressionScope.Reading.init)
    reading = given ?? (request.expression == nil ? .java : .flow)
    now =
      request.options[.now].flatMap(Self.instant)
      ?? Int64(Date().timeIntervalSince1970 * 1000)
  }

  /// An instant as the command line writes it, in milliseconds since 1970.
  static func instant(_ text: String) -> Int64? {
    Int64(text) ?? CivilTime.parse(text)?.milliseconds
  }

  func answer(to expression: String, _ test: JSONObject) -> EvalAnswer {
    var dialect = dialect
    dialect.strictVariables = test["strict"]?.bool ?? false
    dialect.autoescape = test["autoescape"]?.bool ?? false
    let scope = ExpressionScope(
      test["context"]?.object ?? context, now: now, reading: reading)
    do {
      let text = try Template(expression, dialect: dialect).render(in: scope)
      return EvalAnswer(
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
        result: .string(text))
    } catch {
      return EvalAnswer(error, phase: error.phase == .parse ? "parse" : "eval")
    }
  }
}

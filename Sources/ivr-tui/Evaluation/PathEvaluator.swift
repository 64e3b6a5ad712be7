import IVRLanguages

/// Follows JSONPaths.
///
/// A case may hold a `document` of its own.
struct PathEvaluator: Evaluator {
  /// The document, where a case has none.
  let document: JSONValue
  /// The rules that paths follow.
  let dialect: JSONPath.Dialect

  /// What the command line asks for.
  init(_ request: EvalRequest, document: JSONValue) {
    self.document = document
    dialect = request.options[.dialect] == "rfc9535" ? .rfc9535 : .jayway
  }

  func answer(to expression: String, _ test: JSONObject) -> EvalAnswer {
    let path: JSONPath
    do {
      path = try JSONPath(expression, dialect: dialect)
    } catch {
      return EvalAnswer(error, phase: "parse")
    }
    do {
      let value = try path.result(in: test["document"] ?? document)
      let lines = JSONText.printPretty(value).split(separator: "\n").map(String.init)
      return EvalAnswer(lines, result: value)
    } catch {
      return EvalAnswer(fault: error.message, phase: "eval")
    }
  }
}

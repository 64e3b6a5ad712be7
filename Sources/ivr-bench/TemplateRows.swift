import IVRLanguages

/// Rows 3 and 4: the condition on a callback that flows of the product carry.
enum TemplateRows {
  private static let text = """
    {{ callbackConnectTime == "-1" ? (callbackStatus == "Not Processed" ? \
    (code == 200 ? "true" : "false") : "false") : "false" }}
    """

  static func rows() throws -> [BenchmarkRow] {
    let scope = VariablesScope()
    let template = try Template(text)
    return [
      .rate(
        3, "expression, compiled", unit: "evaluations/s", goal: .timesPeer(60),
        peer: "nested ternary, compiled, jinja2", isRight: { $0 == "true" },
        work: { try template.render(in: scope) }),
      .rate(
        4, "expression, parse + evaluate", unit: "evaluations/s", goal: .timesPeer(265),
        peer: "nested ternary, parse + evaluate, jinja2", isRight: { $0 == "true" },
        work: { try Template(text).render(in: scope) }),
    ]
  }
}

/// The variables of the condition.
private struct VariablesScope: TemplateScope {
  private var variables = TemplateVariables()
  let now: Int64 = 0

  init() {
    variables["callbackConnectTime"] = .text("-1")
    variables["callbackStatus"] = .text("Not Processed")
    variables["code"] = .integer(200)
  }

  func value(named name: String) -> TemplateValue? { variables[name] }
  func value(of name: TemplateName) -> TemplateValue? { variables[name] }
}

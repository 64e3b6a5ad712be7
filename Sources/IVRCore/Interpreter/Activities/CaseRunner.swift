import IVRLanguages

/// Case.
///
/// Enters: renders the expression and then the rows' values, in order, until one is the same text.
/// Exits: the port of the row that matched, which is its id and not its value; `default`; an error.
/// Source: webex-runtime reference, section 6; webex-flow-format reference, `case-statement`.
extension CaseSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    context.detail("expression", expression.source)
    let value = try context.render(expression)
    context.detail("value", value)
    for row in rows {
      let candidate = try context.render(row.value)
      if candidate == value {
        context.detail("matched", candidate)
        return .leave(row.port)
      }
    }
    return .leave("default")
  }
}

/// Parse.
///
/// Enters: reads the variable as JSON and follows the paths.
/// Exits: `default`; text that is no JSON, or a path that cannot be read, is a global error.
/// Source: webex-runtime reference, section 6.
extension ParseSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    let text = try context.renderValue(input)
    guard let document = try? JSONText.parse(text) else {
      throw ActivityFailure(message: "The input is no JSON.")
    }
    try context.set(outputs, from: document)
    return .leave("default")
  }
}

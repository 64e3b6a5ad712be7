import IVRLanguages

/// Set Variable.
///
/// Enters: renders and converts each value, in order; an error keeps what was set before it.
/// Exits: `out`; an error where an expression fails or a value does not fit the variable's type.
/// Source: webex-runtime reference, section 6.
extension SetVariableSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    for assignment in assignments {
      try context.set(assignment.variable, toText: try context.renderValue(assignment.value))
    }
    return .leave("out")
  }
}

/// Condition.
///
/// Enters: renders the expression; the text `true` or `false`, in any case, decides.
/// Exits: `true`, `false`; an error for any other text.
/// Traces: the expression, its value and each value it read; the tasks that a search found, where
/// the expression read something that came from it.
/// Source: webex-runtime reference, section 6; pebble reference, section 7.
extension ConditionSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    context.detail("expression", expression.source)
    let output = try context.renderTraced(expression)
    let value = output.text.trimmed
    context.detail("value", value)
    for read in output.reads { context.detail(read.path, read.value.text) }
    let sources = output.reads.compactMap { context.scope.source(of: $0.path) }
    if let matched = sources.compactMap({ context.matches[$0]?.first }).first {
      context.detail("matched task", matched.rawValue)
    }
    switch value.lowercased() {
    case "true": return .leave("true")
    case "false": return .leave("false")
    default: throw ActivityFailure(message: "\"\(value)\" is neither true nor false.")
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    let head = drop { $0.isWhitespace }
    let end = head.lastIndex { !$0.isWhitespace }
    return end.map { String(head[...$0]) } ?? ""
  }
}

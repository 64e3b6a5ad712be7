/// Subflow.
///
/// Enters: finds the flow by its id, its version's id or its name, reads the inputs in the caller's
/// scope, and goes on in the subflow.
/// Exits: `default` when the subflow ends; an error where it is not there, an input does not fit, or
/// an error inside it was handled nowhere.
/// Sets: the caller's variables that the outputs name.
/// Source: webex-runtime reference, section 6; webex-flow-format reference, `subflow-handoff`.
extension SubflowSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    guard let flow = context.world.flow(named: names) else {
      throw ActivityFailure(message: "There is no subflow \(names.last ?? "").")
    }
    context.detail("subflow", flow.name)
    var values: [SubflowInput] = []
    for input in inputs {
      let text = try context.renderValue(.variable(input.outer))
      context.detail(input.inner, text)
      values.append(SubflowInput(variable: input.inner, text: text))
    }
    return .enterSubflow(SubflowCall(flowName: flow.name, inputs: values))
  }
}

/// End Subflow: the values of the output variables go back.
extension EndSubflowSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    .returnFromSubflow
  }
}

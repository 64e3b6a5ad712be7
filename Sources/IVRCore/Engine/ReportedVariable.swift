/// A global variable of a contact as Search reports it.
struct ReportedVariable: Codable, Hashable, Sendable {
  let name: String
  let type: FlowType
  let value: FlowValue
}

extension EngineState {
  /// The variables of a contact that Search reports: the flow's global ones that the tenant marks
  /// as reportable, then attributes of their names that came with the task.
  func reportedVariables(of task: ContactTask, _ lab: Lab, flow: FlowDocument?)
    -> [ReportedVariable]
  {
    var found = task.reportedVariables
    if let session = sessions[task.id], let flow {
      found = Self.reported(session, flow, lab)
    }
    for attribute in task.attributes
    where lab.globalVariables.contains(where: { $0.isReported && $0.name == attribute.name }) {
      found.removeAll { $0.name == attribute.name }
      found.append(
        ReportedVariable(name: attribute.name, type: .string, value: .string(attribute.value)))
    }
    return found
  }

  /// The variables of a call that Search reports.
  static func reported(
    _ session: CallSession, _ flow: FlowDocument, _ lab: Lab
  ) -> [ReportedVariable] {
    flow.variables.compactMap { variable in
      guard variable.isGlobal, !variable.isSecure,
        lab.globalVariables.contains(where: { $0.isReported && $0.name == variable.name }),
        let value = session.scope.variables[variable.name]?.value
      else { return nil }
      return ReportedVariable(name: variable.name, type: variable.type, value: value)
    }
  }
}

extension GlobalVariable {
  /// Whether Search reports it; what is secure never is.
  var isReported: Bool { isReportable && !isSecure }
}

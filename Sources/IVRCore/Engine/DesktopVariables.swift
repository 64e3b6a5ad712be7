/// A pair that an agent sees beside a contact.
public struct DesktopVariable: Codable, Hashable, Sendable {
  /// The name of the variable or attribute.
  public let name: String
  /// What the desk calls it; the name where the flow's author gave no label.
  public let label: String
  /// The value, masked where it is a secret.
  public let value: String
}

extension Engine {
  /// What the agent's desk shows beside a contact: the flow's variables that an agent may see, in
  /// the order of the flow, then the attributes that came with the task.
  ///
  /// A callback keeps the values that the variables had when its flow ended.
  public func desktopVariables(of id: TaskID) -> [DesktopVariable] {
    let running = state.sessions[id].map { viewable($0) }
    let attributes = state.tasks[id]?.attributes ?? []
    return (running ?? state.tasks[id]?.desktopVariables ?? [])
      + attributes.map { pair in
        DesktopVariable(name: pair.name, label: pair.name, value: mask.apply(to: pair.value))
      }
  }

  /// The variables of a call that an agent may see.
  func viewable(_ session: CallSession) -> [DesktopVariable] {
    let variables = world.flows[session.flowName]?.variables ?? []
    let secrets = variables.filter(\.isSecure).compactMap {
      session.scope.variables[$0.name]?.value.text
    }
    let mask = mask.adding(secrets)
    return variables.filter(\.isAgentViewable).map { variable in
      let value = session.scope.variables[variable.name]?.value.text ?? ""
      return DesktopVariable(
        name: variable.name,
        label: variable.desktopLabel.isEmpty ? variable.name : variable.desktopLabel,
        value: variable.isSecure ? SecretMask.mark : mask.apply(to: value))
    }
  }
}

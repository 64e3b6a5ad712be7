import IVRLanguages

/// Finds what will go wrong in a flow that can be read.
///
/// Source: webex-runtime reference, section 10. What the product calls an error keeps a flow from
/// being published there; here it is a warning, so that a trainee can run the flow and see it fail.
enum FlowValidator {
  static func check(_ flow: FlowDocument, _ document: inout DocumentReader) {
    for graph in [flow.main, flow.events] {
      checkLabels(graph, &document)
      for activity in graph.activities {
        checkPorts(activity, graph, &document)
        checkTemplates(activity, &document)
        checkAssignments(activity, flow, &document)
      }
    }
    checkReach(flow.main, start: flow.start, &document)
  }

  private static func checkLabels(_ graph: FlowGraph, _ document: inout DocumentReader) {
    var seen: Set<String> = []
    for activity in graph.activities where !seen.insert(activity.label).inserted {
      document.report(
        "FC1022", .warning, at: activity.path, "Two activities are labelled \(activity.label).",
        hint: "Their outputs overwrite each other; give one another label.")
    }
  }

  private static func checkPorts(
    _ activity: Activity, _ graph: FlowGraph, _ document: inout DocumentReader
  ) {
    for port in activity.descriptor.requiredPorts + activity.settings.ownPorts
    where !graph.isLinked(activity.id, port: port) {
      document.report(
        "FC1012", .warning, at: activity.path,
        "\(activity.label): the port \(port) leads nowhere.",
        hint: "Link it; a call that leaves there goes no further.")
    }
  }

  private static func checkTemplates(_ activity: Activity, _ document: inout DocumentReader) {
    for template in activity.settings.templates {
      guard let fault = template.fault else { continue }
      document.report(
        "IVR010", .warning, at: place(of: template, in: activity, document),
        "\(activity.label): \(fault.message) (column \(fault.position.column) of the text)",
        hint: "Flow Designer does not notice; the activity ends with an error when it runs.")
    }
  }

  /// The first field of the activity that holds the text.
  private static func place(
    of template: TemplateText, in activity: Activity, _ document: DocumentReader
  ) -> [JSONStep] {
    let path = activity.path + [.key("properties")]
    return path + (search(template.source, document.value(at: path) ?? .null, depth: 0) ?? [])
  }

  private static func search(_ text: String, _ value: JSONValue, depth: Int) -> [JSONStep]? {
    guard depth < 8 else { return nil }
    switch value {
    case .string(text): return []
    case .array(let items):
      for (index, item) in items.enumerated() {
        if let path = search(text, item, depth: depth + 1) { return [.index(index)] + path }
      }
    case .object(let object):
      for member in object.members {
        if let path = search(text, member.value, depth: depth + 1) {
          return [.key(member.key)] + path
        }
      }
    default: break
    }
    return nil
  }

  private static func checkAssignments(
    _ activity: Activity, _ flow: FlowDocument, _ document: inout DocumentReader
  ) {
    let known = flow.variables.map(\.name)
    let assigned =
      (activity.settings as? SetVariableSettings)?.assignments.map(\.variable)
      ?? (activity.settings as? HTTPRequestSettings)?.outputs.map(\.variable)
      ?? (activity.settings as? ParseSettings)?.outputs.map(\.variable) ?? []
    for name in assigned where !known.contains(name) {
      document.report(
        "FC1038", .warning, at: activity.path,
        "\(activity.label): the variable \(name) is not declared"
          + Suggestions.hint(for: name, in: known) + ".",
        hint: "Declare it among the flow's variables.")
    }
  }

  private static func checkReach(
    _ graph: FlowGraph, start: ActivityID, _ document: inout DocumentReader
  ) {
    let targets = graph.linkedTargets
    for activity in graph.activities where activity.id != start && !targets.contains(activity.id) {
      document.report(
        "FC1004", .warning, at: activity.path, "\(activity.label): nothing leads here.",
        hint: "Link it or delete it.")
    }
  }
}

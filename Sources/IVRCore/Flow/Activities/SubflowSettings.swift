import IVRLanguages

/// Subflow: runs another flow with variables of its own and comes back.
struct SubflowSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "subflow-handoff", aliases: ["subflow"], title: "Subflow",
    summary: "Runs a subflow; what it has in its output variables comes back.",
    successPort: "default", requiredPorts: ["default"], errorPort: "error",
    read: { SubflowSettings(&$0) })

  /// A variable of the caller beside one of the subflow.
  ///
  /// Source: webex-flow-format reference, `subflow-handoff`: `src` is the caller's, `target` the
  /// subflow's, in both directions.
  struct Mapping: Hashable, Sendable {
    let outer: String
    let inner: String
  }

  /// How documents name the subflow: flow id, version id, name.
  let names: [String]
  let inputs: [Mapping]
  let outputs: [Mapping]

  init(_ reader: inout SettingsReader) {
    let version = reader.value("subflowVersion")
    let ids = [version?["subflowId"]?.string, version?["subflowVersionId"]?.string]
    names = ([reader.filled("subflowId")] + ids + [reader.filled("subflowName")]).compactMap { $0 }
    if names.isEmpty { reader.requireFilled("subflowName", "the subflow") }
    inputs = Self.mappings(reader, "subflowInputVariables")
    outputs = Self.mappings(reader, "subflowOutputVariables")
  }

  private static func mappings(_ reader: SettingsReader, _ field: String) -> [Mapping] {
    (reader.value(field)?.array ?? []).compactMap { row in
      let outer = row["src"]?.string ?? row["outputVariable"]?.string
      guard let outer, let inner = row["target"]?.string else { return nil }
      return Mapping(outer: outer, inner: inner)
    }
  }
}

/// End Subflow: goes back to the flow that entered this one.
struct EndSubflowSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "end-subflow", title: "End Subflow", summary: "Goes back to the flow that entered this one.",
    read: { _ in EndSubflowSettings() })
}

import IVRLanguages

/// Reads flow documents of every form and reports all findings.
public enum FlowLoader {
  /// A flow, where one could be read, with everything that was found.
  public struct Result: Sendable {
    /// The flow; `nil` exactly where a finding is an error.
    public let flow: FlowDocument?
    /// The findings, in the order of their places.
    public let findings: [Diagnostic]
  }

  /// Reads the bytes of a file.
  public static func load(file: String, bytes: [UInt8]) -> Result {
    var document = DocumentReader(file: file, bytes: bytes)
    if let text = FlowForm.wrapped(document.root) {
      document = DocumentReader(file: file + " (flow)", bytes: Array(text.utf8))
    }
    let flow = document.findings.hasErrors ? nil : read(&document)
    let findings = document.findings.inOrder
    return Result(flow: findings.hasErrors ? nil : flow, findings: findings)
  }

  private static func read(_ document: inout DocumentReader) -> FlowDocument? {
    guard let form = FlowForm(document) else {
      document.report(
        "IVR002", .error, at: [], "This is no flow document.",
        hint: "A flow has \"process\" with \"activities\", or \"nodes\" and \"edges\".")
      return nil
    }
    let main = graph(form.main, &document)
    let events = graph(form.events, &document)
    guard let start = start(main, &document) else { return nil }
    let flow = FlowDocument(
      name: document.root["name"]?.string ?? document.file,
      flowID: document.root["flowId"]?.string ?? document.root["name"]?.string ?? document.file,
      versionID: document.root["id"]?.string, orgID: document.root["orgId"]?.string,
      version: document.root["version"]?.int64 ?? 0,
      variables: FlowVariable.read(&document), main: main, events: events,
      handlers: handlers(form, events, &document), start: start)
    FlowValidator.check(flow, &document)
    return flow
  }

  private static func graph(_ form: FlowForm.Graph, _ document: inout DocumentReader) -> FlowGraph {
    var graph = FlowGraph()
    for node in form.nodes { graph.add(activity(node, &document)) }
    for edge in form.edges { link(edge, in: &graph, &document) }
    return graph
  }

  private static func activity(
    _ node: FlowForm.Node, _ document: inout DocumentReader
  ) -> Activity {
    let names = ["activityName", "activityId"].compactMap { node.properties[$0]?.string }
    let known = names.compactMap(ActivityCatalog.descriptor).first
    let name = names.first ?? "unknown"
    if known == nil {
      document.report(
        "IVR011", .warning, at: node.path,
        "\(node.label): the activity \(name) is not simulated"
          + Suggestions.hint(for: name, in: ActivityCatalog.all.map(\.name)) + ".",
        hint: "The call goes on by its success port.")
    }
    let descriptor = known ?? ActivityCatalog.unsupported(name)
    var reader = SettingsReader(
      properties: node.properties, path: node.path + [.key("properties")], label: node.label,
      document: document)
    let settings = descriptor.read(&reader)
    document = reader.document
    return Activity(
      id: node.id, label: node.label, settings: settings, path: node.path, descriptor: descriptor)
  }

  private static func link(
    _ edge: FlowForm.Edge, in graph: inout FlowGraph, _ document: inout DocumentReader
  ) {
    let source = ActivityID(rawValue: edge.source)
    let target = ActivityID(rawValue: edge.target)
    for end in [source, target] where graph[end] == nil {
      document.report(
        "IVR004", .error, at: edge.path,
        "A link names the activity \"\(end)\", which is not there"
          + Suggestions.hint(for: end.rawValue, in: graph.activities.map(\.id.rawValue)) + ".",
        hint: "Links stay within the main flow or within the event flows.")
    }
    guard let descriptor = graph[source]?.descriptor, graph[target] != nil else { return }
    let port = port(edge.port, of: descriptor)
    if !graph.link(source, port: port, to: target) {
      document.report(
        "IVR005", .warning, at: edge.path,
        "The port \"\(port)\" of \(edge.source) is linked twice; the first link stands.")
    }
  }

  /// Success goes by many names; an activity that has a port of success gets all of them there.
  private static func port(_ name: String, of descriptor: ActivityDescriptor) -> String {
    let names = ["", "out", "default", "done", "defaultBranch"]
    guard names.contains(name), let success = descriptor.successPort else { return name }
    return success
  }

  private static func start(_ graph: FlowGraph, _ document: inout DocumentReader) -> ActivityID? {
    let starts = graph.activities.filter { $0.descriptor.name == StartSettings.descriptor.name }
    if starts.isEmpty {
      document.report(
        "IVR003", .error, at: [], "The flow has no start.",
        hint: "Add an activity with activityName \"start\" (exports: \"NewPhoneContact\").")
    }
    for extra in starts.dropFirst() {
      document.report(
        "IVR003", .error, at: extra.path, "\(extra.label) is a second start.",
        hint: "Keep one.")
    }
    return starts.first?.id
  }

  private static func handlers(
    _ form: FlowForm, _ events: FlowGraph, _ document: inout DocumentReader
  ) -> [String: ActivityID] {
    var table: [String: ActivityID] = [:]
    for handler in form.handlers {
      let id = ActivityID(rawValue: handler.node)
      let named = events.activities.first { $0.id == id || $0.label == handler.node }
      if let named {
        table[handler.specification] = named.id
      } else {
        document.report(
          "IVR004", .error, at: [.key("eventFlows")],
          "The event \(handler.specification) names the activity \"\(handler.node)\", "
            + "which is not there.")
      }
    }
    return table
  }
}

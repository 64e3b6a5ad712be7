import IVRLanguages

/// A flow as a document writes it, before its activities are read: the same for every form.
///
/// Source: webex-flow-format reference, sections 0, 1, 5 and 9.
struct FlowForm {
  /// An activity with its properties.
  struct Node {
    let id: ActivityID
    let label: String
    let properties: JSONObject
    let path: [JSONStep]
  }

  /// A link between two activities.
  struct Edge {
    let source: String
    let target: String
    let port: String
    let path: [JSONStep]
  }

  /// One graph.
  struct Graph {
    var nodes: [Node] = []
    var edges: [Edge] = []
  }

  var main = Graph()
  var events = Graph()
  /// Event specification names with the node that begins their flow, in order.
  var handlers: [(specification: String, node: String)] = []

  /// Reads whichever form the document has; `nil` where it is no flow.
  init?(_ document: DocumentReader) {
    if document.root["process"]?["activities"]?.object != nil {
      readExport(document)
    } else if document.root["nodes"]?.array != nil {
      readAuthoring(document)
    } else {
      return nil
    }
  }

  /// The text of the document inside a template wrapper, where this is one.
  static func wrapped(_ root: JSONValue) -> String? {
    root["process"] == nil && root["nodes"] == nil ? root["flow"]?.string : nil
  }

  private mutating func readExport(_ document: DocumentReader) {
    main = Self.exportGraph(document, at: [.key("process")])
    let place: [JSONStep] = [.key("eventFlows"), .key("eventsMap"), .key("GLOBAL_EVENTS")]
    events = Self.exportGraph(document, at: place + [.key("process")])
    readHandlers(document.value(at: place + [.key("onEvents")]))
  }

  private mutating func readAuthoring(_ document: DocumentReader) {
    main = Self.authoringGraph(document, at: [])
    let flat: [JSONStep] = [.key("eventFlows")]
    let nested = flat + [.key("GLOBAL_EVENTS")]
    let place = document.value(at: nested) == nil ? flat : nested
    events = Self.authoringGraph(document, at: place)
    readHandlers(document.value(at: place + [.key("onEvents")]))
    if handlers.isEmpty { handlers = events.nodes.compactMap(Self.handler) }
  }

  private mutating func readHandlers(_ value: JSONValue?) {
    handlers = (value?.object?.members ?? []).compactMap { member in
      member.value.string.map { (member.key, $0) }
    }
  }

  private static func handler(_ node: Node) -> (specification: String, node: String)? {
    node.properties["eventSpecificationName"]?.string.map { ($0, node.id.rawValue) }
  }

  private static func exportGraph(_ document: DocumentReader, at path: [JSONStep]) -> Graph {
    var graph = Graph()
    let place = path + [.key("activities")]
    for member in document.value(at: place)?.object?.members ?? [] {
      let properties = member.value["properties"]?.object ?? [:]
      let label = member.value["name"]?.string ?? properties["name"]?.string ?? member.key
      graph.nodes.append(
        Node(
          id: ActivityID(rawValue: member.key), label: label, properties: properties,
          path: place + [.key(member.key)]))
    }
    let links = document.value(at: path + [.key("links")])?.array ?? []
    for (index, link) in links.enumerated() {
      let port = link["conditionExpr"]?.string ?? link["properties"]?["value"]?.string ?? ""
      graph.edges.append(
        Edge(
          source: link["sourceActivityId"]?.string ?? "",
          target: link["targetActivityId"]?.string ?? "", port: port,
          path: path + [.key("links"), .index(index)]))
    }
    return graph
  }

  /// Links of the authoring form name nodes by name or by id; nodes are known by their name.
  private static func authoringGraph(_ document: DocumentReader, at path: [JSONStep]) -> Graph {
    var graph = Graph()
    var names: [String: String] = [:]
    let nodes = document.value(at: path + [.key("nodes")])?.array ?? []
    for (index, node) in nodes.enumerated() {
      let label = node["name"]?.string ?? node["id"]?.string ?? "node \(index + 1)"
      if let id = node["id"]?.string { names[id] = label }
      graph.nodes.append(
        Node(
          id: ActivityID(rawValue: label), label: label,
          properties: node["properties"]?.object ?? [:],
          path: path + [.key("nodes"), .index(index)]))
    }
    let labels = Set(graph.nodes.map(\.label))
    let edges = document.value(at: path + [.key("edges")])?.array ?? []
    for (index, edge) in edges.enumerated() {
      let ends = ["from", "to"].map { edge[$0]?.string ?? "" }
        .map { labels.contains($0) ? $0 : names[$0] ?? $0 }
      let port = edge["condition"]?.string ?? edge["properties"]?["value"]?.string ?? ""
      graph.edges.append(
        Edge(
          source: ends[0], target: ends[1], port: port,
          path: path + [.key("edges"), .index(index)]))
    }
    return graph
  }
}

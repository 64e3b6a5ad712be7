public import IVRCore

/// Writes a flow in the authoring form with few words.
///
/// A node is `Label: activity {properties}`, an edge `Label.port > Label`; the start is called
/// `Start`, and event flows are written with nodes and edges of their own.
public struct SampleFlow {
  /// The name.
  public var name = "Flow"
  /// `NAME TYPE default`, one a variable.
  public var variables: [String] = []
  /// The nodes of the main flow, besides the start.
  public var nodes: [String]
  /// The edges of the main flow.
  public var edges: [String]
  /// Event nodes besides `OnGlobalError`, with the specification names of their events.
  public var handlers: [String: String] = [:]
  /// The nodes of the event flows, besides those that begin them.
  public var eventNodes: [String] = []
  /// The edges of the event flows.
  public var eventEdges: [String] = []

  /// A flow of nodes and edges.
  public init(_ nodes: [String], _ edges: [String], variables: [String] = []) {
    self.nodes = nodes
    self.edges = edges
    self.variables = variables
  }

  /// The document.
  public var text: String {
    let start = #"{"name":"Start","properties":{"activityName":"start"}}"#
    var events = handlers
    events["OnGlobalError"] = "GlobalErrorHandling"
    let labels = events.keys.sorted()
    let onEvents = labels.map { "\"\(events[$0] ?? "")\":\"\($0)\"" }.joined(separator: ",")
    let starters = labels.map { Self.node("\($0): event {}") }
    return """
      {"name":"\(name)","variables":[\(variables.map(Self.variable).joined(separator: ","))],
      "nodes":[\(([start] + nodes.map(Self.node)).joined(separator: ",\n"))],
      "edges":[\(edges.map(Self.edge).joined(separator: ","))],
      "eventFlows":{"GLOBAL_EVENTS":{"onEvents":{\(onEvents)},
      "nodes":[\((starters + eventNodes.map(Self.node)).joined(separator: ",\n"))],
      "edges":[\(eventEdges.map(Self.edge).joined(separator: ","))]}}}
      """
  }

  private static func variable(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    let isSecure = words[1].hasSuffix("!")
    let type = words[1].filter { $0 != "!" }
    let value = words.count > 2 ? words[2] : ""
    return
      #"{"name":"\#(words[0])","type":"\#(type)","value":"\#(value)","isSecure":\#(isSecure),"isCAD":true}"#
  }

  private static func node(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    let members = parts.count > 2 ? parts[2].dropFirst().dropLast() : ""
    let more = members.isEmpty ? "" : "," + members
    return
      #"{"name":"\#(parts[0].dropLast())","properties":{"activityName":"\#(parts[1])"\#(more)}}"#
  }

  private static func edge(_ text: String) -> String {
    let ends = text.components(" > ")
    let dot = ends[0].lastIndex(of: ".") ?? ends[0].endIndex
    let port = ends[0][dot...].dropFirst()
    return #"{"from":"\#(ends[0][..<dot])","to":"\#(ends[1])","condition":"\#(port)"}"#
  }

  /// The flow of the document.
  public func flow() -> FlowDocument {
    let result = FlowLoader.load(file: name + ".json", bytes: Array(text.utf8))
    guard let flow = result.flow else {
      preconditionFailure(result.findings.map(\.text).joined(separator: "\n"))
    }
    return flow
  }

  /// The sample lab with this flow behind its entry point.
  public func world(unmocked: UnmockedAnswer = .error) -> World {
    World(lab: SampleLab.lab(), flows: [name: flow()], prompts: [:], unmocked: unmocked)
  }

  /// A prompt as a property, spoken from text.
  public static func say(_ text: String) -> String {
    #""toggle":true,"promptsTts":[{"type":"tts","value":"\#(text)"}]"#
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    var parts: [String] = [""]
    var rest = Substring(self)
    while !rest.isEmpty {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts
  }
}

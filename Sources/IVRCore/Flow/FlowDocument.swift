public import IVRLanguages

/// A flow, read from any of the forms it is written in.
///
/// Source: webex-flow-format reference.
public struct FlowDocument: Sendable {
  /// The name.
  public let name: String
  /// The id of the flow, or its name where the document has none.
  public let flowID: String
  /// The id of the version, where the document has one.
  public let versionID: String?
  /// The organisation's UUID, where the document has one.
  public let orgID: String?
  /// The number of the version.
  public let version: Int64
  /// The variables, in the order of the document.
  public let variables: [FlowVariable]
  /// The main flow.
  public let main: FlowGraph
  /// The event flows.
  public let events: FlowGraph
  /// The activity that starts each event flow, by specification name, for example
  /// `GlobalErrorHandling`.
  public let handlers: [String: ActivityID]
  /// The activity that starts the main flow.
  public let start: ActivityID

  /// The main flow or the event flows.
  func graph(_ part: FlowPart) -> FlowGraph {
    if case .handler = part { events } else { main }
  }

  /// Where an event flow begins; `nil` where it has no handler or the handler leads nowhere.
  func handlerStart(_ event: FlowEvent) -> ActivityID? {
    handlers[event.rawValue].flatMap { events.target(of: $0, port: "out") }
  }

  /// Whether an event has a handler that leads somewhere.
  func handles(_ event: FlowEvent) -> Bool { handlerStart(event) != nil }
}

/// Something that flows have event handlers for, by its specification name.
///
/// Source: webex-flow-format reference, section 5.
enum FlowEvent: String, Codable, Hashable, Sendable {
  /// OnGlobalError: an error that nothing else handles.
  case globalError = "GlobalErrorHandling"
  /// AgentOffered: the contact is being offered.
  case agentOffered = "AgentOfferContact"
  /// AgentAnswered: agent and customer are connected.
  case agentAnswered = "AgentContactAssigned"
  /// AgentDisconnected: the agent has left and the caller is still on the line.
  case agentLeft = "FCAsk(ContactLastAgentRemoved)"
  /// PhoneContactEnded: the contact is over.
  case contactEnded = "ContactEnded"
}

/// Which graph of a flow an execution runs in.
public enum FlowPart: Codable, Hashable, Sendable {
  /// The main flow.
  case main
  /// The event flow of a specification name.
  case handler(String)

  /// The specification name, in an event flow.
  var specification: String? {
    if case .handler(let name) = self { name } else { nil }
  }
}

/// A variable of a flow.
public struct FlowVariable: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The type.
  public let type: FlowType
  /// The value it starts with; may hold expressions.
  public let defaultText: TemplateText
  /// Whether the tenant's value of the same name replaces the default.
  public let isGlobal: Bool
  /// Whether traces mask it.
  public let isSecure: Bool
  /// Whether the agent sees it.
  public let isAgentViewable: Bool
  /// What the agent's desk calls it.
  public let desktopLabel: String
}

/// Activities and the links between their ports.
public struct FlowGraph: Sendable {
  /// The activities, in the order of the document.
  public private(set) var activities: [Activity] = []
  private var places: [ActivityID: Int] = [:]
  private var links: [Port: ActivityID] = [:]

  private struct Port: Hashable {
    let activity: ActivityID
    let name: String
  }

  /// The activity of an identifier.
  public subscript(id: ActivityID) -> Activity? { places[id].map { activities[$0] } }

  /// Where a port leads.
  public func target(of activity: ActivityID, port: String) -> ActivityID? {
    links[Port(activity: activity, name: port)]
  }

  /// Whether a port leads anywhere.
  public func isLinked(_ activity: ActivityID, port: String) -> Bool {
    target(of: activity, port: port) != nil
  }

  /// The number of links.
  public var linkCount: Int { links.count }

  /// The activities that some link leads to.
  var linkedTargets: Set<ActivityID> { Set(links.values) }

  mutating func add(_ activity: Activity) {
    places[activity.id] = activities.count
    activities.append(activity)
  }

  /// Links a port; the first link of a port stands.
  ///
  /// Returns whether it was the first.
  mutating func link(_ source: ActivityID, port: String, to target: ActivityID) -> Bool {
    let port = Port(activity: source, name: port)
    guard links[port] == nil else { return false }
    links[port] = target
    return true
  }
}

/// An activity of a flow.
public struct Activity: Sendable {
  /// The identifier inside the document.
  public let id: ActivityID
  /// The label, which is also the name of its outputs.
  public let label: String
  /// What it is and does.
  public let settings: any ActivitySettings
  /// Where it stands in the document.
  public let path: [JSONStep]
  /// What the catalog knows of it.
  public let descriptor: ActivityDescriptor
}

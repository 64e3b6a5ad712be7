/// What the catalog knows of a kind of activity.
public struct ActivityDescriptor: Sendable {
  /// The name that documents give it, for example `ivr-menu`.
  public let name: String
  /// Other names it goes by: ids of the registry and names of older documents.
  public let aliases: [String]
  /// The name that Flow Designer shows.
  public let title: String
  /// What it does, in a sentence for the reference.
  public let summary: String
  /// The port of success, where there is one besides those that the settings name.
  public let successPort: String?
  /// The ports that the flow's author has to link; a missing link is reported.
  public let requiredPorts: [String]
  /// The port that errors leave by; `nil` where every error is a global one.
  public let errorPort: String?
  /// How often it may be entered from itself in a row; `nil` where there is no limit.
  ///
  /// Source: webex-runtime reference, section 14.
  public let selfLoopLimit: Int?
  /// Reads the settings.
  let read: @Sendable (inout SettingsReader) -> any ActivitySettings

  init(
    _ name: String, aliases: [String] = [], title: String, summary: String,
    successPort: String? = nil, requiredPorts: [String] = [], errorPort: String? = nil,
    selfLoopLimit: Int? = nil,
    read: @escaping @Sendable (inout SettingsReader) -> any ActivitySettings
  ) {
    self.name = name
    self.aliases = aliases
    self.title = title
    self.summary = summary
    self.successPort = successPort
    self.requiredPorts = requiredPorts
    self.errorPort = errorPort
    self.selfLoopLimit = selfLoopLimit
    self.read = read
  }
}

/// The decoded settings of an activity.
///
/// The interpreter makes each of these types an `ActivityRunner`.
public protocol ActivitySettings: Sendable {
  /// Ports that these settings add to those of the descriptor and that have to be linked, such as
  /// the digits of a menu.
  var ownPorts: [String] { get }
  /// The texts with expressions, for the validator.
  var templates: [TemplateText] { get }
  /// The queues that are named by identifier, with the name the document gives them.
  var queues: [QueueReference] { get }
}

extension ActivitySettings {
  /// No further ports.
  public var ownPorts: [String] { [] }
  /// No expressions.
  public var templates: [TemplateText] { [] }
  /// No queues.
  public var queues: [QueueReference] { [] }
}

/// A queue that a flow names.
public struct QueueReference: Hashable, Sendable {
  /// The UUID.
  public let id: QueueID
  /// The name that the document shows.
  public let name: String?
}

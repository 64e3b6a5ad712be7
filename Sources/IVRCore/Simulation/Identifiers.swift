/// A name of one thing in a lab: a struct of its own for each kind, so that a queue is never
/// taken for an agent.
public protocol Identifier: RawRepresentable<String>, Hashable, Codable, Sendable,
  CodingKeyRepresentable, CustomStringConvertible, ExpressibleByStringLiteral
{
  /// Wraps the text of the identifier.
  init(rawValue: String)
}

extension Identifier {
  /// Wraps a literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The text of the identifier.
  public var description: String { rawValue }

  /// The first four and the last two characters, as a screen shows long identifiers.
  public var short: String {
    rawValue.count <= 9 ? rawValue : "\(rawValue.prefix(4))…\(rawValue.suffix(2))"
  }
}

/// Names a task: one contact from its first ring to its wrap-up.
///
/// Search and Tasks call it `id`.
public struct TaskID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names an entry point (the product also says channel).
public struct EntryPointID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names a queue.
public struct QueueID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names a team of agents.
public struct TeamID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names an agent.
public struct AgentID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names one of the lab's virtual phones.
public struct PhoneID: Identifier {
  /// A short word, for example `1`.
  public let rawValue: String
  /// Wraps the word.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names an activity inside one flow document.
public struct ActivityID: Identifier {
  /// The UUID of the document, or the node's name in the authoring form.
  public let rawValue: String
  /// Wraps the text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names the time between an agent's signing in and out.
public struct SessionID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

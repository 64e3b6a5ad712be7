/// Something that clients of the lab's server watch, event by event.
public enum EventTopic: Codable, Hashable, Sendable {
  /// The callback of a visitor of the demo page, by the visitor's key.
  case callback(key: String)
  /// The wall board.
  case board
}

/// What there is to tell about a topic.
public struct TopicNews: Hashable, Sendable {
  /// What clients get, as JSON.
  public let data: String
  /// Whether nothing will follow.
  public let isLast: Bool
}

/// The text form of server-sent events.
///
/// Source: the HTML standard, section 9.2, "Server-sent events".
public enum EventStreamText {
  /// What a stream begins with: in how many milliseconds to come back after a broken connection.
  public static let head = "retry: 3000\n\n"
  /// A comment: clients see that the connection is alive, and nothing else.
  public static let heartbeat = ":\n\n"

  /// An event; each line of the data has a field of its own.
  public static func event(_ data: String, number: Int) -> String {
    let lines = data.split(omittingEmptySubsequences: false) { $0.isNewline }
    return "id: \(number)\n" + lines.map { "data: \($0)\n" }.joined() + "\n"
  }
}

extension Engine {
  /// What there is to tell about a topic now.
  public func news(of topic: EventTopic) -> TopicNews {
    switch topic {
    case .callback(let key):
      let status = demoStatus(of: key) ?? .unknown
      return TopicNews(data: status.json, isLast: status.isOver)
    case .board: return TopicNews(data: demoBoard.json, isLast: false)
    }
  }
}

/// Names a request that is on its way.
public struct RequestID: Hashable, Codable, Sendable {
  /// A number that is never reused within a run.
  public let number: UInt64

  /// Wraps a number.
  public init(number: UInt64) { self.number = number }
}

/// One header of a message.
public struct HTTPHeader: Codable, Hashable, Sendable {
  /// The name, as written.
  public let name: String
  /// The value.
  public let value: String

  /// A name with its value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A request of a flow or of a client.
public struct HTTPRequest: Codable, Hashable, Sendable {
  /// The method, in capitals.
  public var method: String
  /// The whole address.
  public var url: String
  /// The headers, in order.
  public var headers: [HTTPHeader]
  /// The body; empty where there is none.
  public var body: String
  /// Whether it came to the lab's server over a connection without TLS.
  public var isPlain = false
  /// Whether it came to the lab's server and told neither a length nor a coding of its body.
  public var hasNoLength = false

  /// Whether the lab itself asks, as its screen and scenarios do, with the rights of all its tokens.
  ///
  /// Nothing that comes over the wire sets it but the token which the server made at its start.
  public var isOwn = false
  /// Whether the client's method was HEAD, which is served as GET.
  public var isHead = false
  /// 128 bits that nobody can guess, in 32 digits.
  ///
  /// The server draws them for each request from the operating system, and no client can set them:
  /// they are no header. The core has no randomness of its own that is not seeded.
  public var nonce: String?

  /// A request.
  public init(method: String, url: String, headers: [HTTPHeader] = [], body: String = "") {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of that name; case does not matter.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// An answer to a request.
public struct HTTPResponse: Codable, Hashable, Sendable {
  /// The status.
  public var status: Int
  /// The headers, in order.
  public var headers: [HTTPHeader]
  /// The body.
  public var body: String
  /// The tasks that a search found, newest first; known inside the simulator only, so that the
  /// trace can name what the flow's query matched even where the query did not ask for ids.
  public var matched: [TaskID] = []
  /// A remark for the trace, for example that no mock matched.
  public var remark: String?
  /// What the lab found out about the client's token; nil where it asked for none.
  public var credential: Credential?

  /// What a token is found to be.
  public enum Credential: String, Codable, Hashable, Sendable {
    /// One of the lab's.
    case known
    /// None of the lab's.
    case wrong
  }
  /// What the response goes on to tell, event by event, after its body; nil for most responses.
  public var topic: EventTopic?

  /// An answer.
  public init(status: Int, headers: [HTTPHeader] = [], body: String) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// How a request came to its end, as a flow sees it.
public enum HTTPOutcome: Codable, Hashable, Sendable {
  /// An answer of whatever status.
  case response(HTTPResponse)
  /// No answer within the time allowed, in milliseconds.
  case timedOut(Int64)
  /// It could not be sent, with the reason in a sentence.
  case transportError(String)
}

public import IVRCore

/// What a server is started with.
public struct HTTPServerOptions: Sendable {
  /// The address to listen on, in digits; loopback unless told otherwise.
  public var host = "127.0.0.1"
  /// The port; 0 takes a free one.
  public var port: UInt16 = 0
  /// The certificate for TLS; without one connections are plain.
  public var certificate: HTTPCertificate?
  /// The limits.
  public var limits = HTTPLimits()
  /// Headers that every response carries, asked for anew each time, on the server's thread.
  public var commonHeaders: @Sendable () -> [HTTPHeader] = { [] }
  /// Whether clients may call the server by a name, in small letters, besides `localhost` and
  /// addresses in digits; asked on the server's thread.
  public var isServedName: @Sendable (String) -> Bool = { _ in false }

  /// Loopback, a free port, no TLS.
  public init() {}
}

/// How much a server takes from its clients; each limit has a status of its own.
public struct HTTPLimits: Hashable, Sendable {
  /// The longest target, in bytes; beyond it 414.
  public var target = 8_192
  /// The most headers; beyond them 431.
  public var headers = 100
  /// The longest headers together, in bytes; beyond them 431.
  public var headerBytes = 16_384
  /// The longest body, in bytes; beyond it 413.
  public var body = 1_048_576
  /// How long a request's headers may take, in milliseconds; then 408.
  public var headerTime: Int64 = 10_000
  /// How long a request's body may take, in milliseconds; then 408.
  public var bodyTime: Int64 = 20_000
  /// How long a response may take to be read, in milliseconds; then the connection is closed.
  public var responseTime: Int64 = 30_000
  /// How long a connection is kept for a next request, in milliseconds.
  public var idleTime: Int64 = 30_000
  /// The most connections; a request on one more gets 503.
  public var connections = 2_000
  /// The most requests that wait for their answers; one more gets 503.
  public var openRequests = 2_000
  /// The most responses that go on at once; one more gets 503.
  public var streams = 100
  /// The most bytes that wait for a client to read of such a response; then it is dropped.
  public var streamBytes = 65_536
  /// How often such a response that has nothing to tell shows that it is there, in milliseconds.
  public var heartbeat: Int64 = 15_000
  /// How many requests a client's address may send in a second, on average; then 429.
  ///
  /// Any number where it is nil.
  public var requestsPerSecond: Int? = 500
  /// How many requests a client's address may send at once; then 429.
  public var burst = 1_000
  /// How many wrong tokens a client's address may send at once.
  ///
  /// Beyond them 429 for all but tokens that were right before.
  public var wrongTokens = 100
  /// How many more wrong tokens it may send in a minute.
  public var wrongTokensPerMinute = 10
  /// How long a graceful stop waits for requests under way, in milliseconds; then they get 503.
  public var graceTime: Int64 = 5_000

  /// The shipped limits.
  public init() {}
}

/// A certificate and its key, each as PEM text.
public struct HTTPCertificate: Hashable, Sendable {
  /// The certificate, with those that lead to a known authority.
  public let certificate: String
  /// The private key; a secret.
  public let key: String

  /// A certificate from PEM texts.
  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}

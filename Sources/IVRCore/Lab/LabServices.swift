import IVRLanguages

/// A named base address with credentials, as Control Hub keeps it for authenticated requests.
public struct Connector: Hashable, Sendable {
  /// The UUID.
  public var id: String
  /// The name that flows show.
  public var name: String
  /// What request paths are appended to, for example `https://api.wxcc-us1.cisco.com`.
  public var baseURL: String
  /// The bearer token that is sent; a secret.
  public var token: String?
}

/// A variable that all flows of the tenant share by name.
public struct GlobalVariable: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The default value, as text.
  public var value: String
  /// Whether it is masked in traces.
  public var isSecure: Bool
  /// The UUID by which the API names it; the name where the lab gives none.
  public var id = ""
  /// Whether Search reports it.
  public var isReportable = true

  /// A variable that is not secure and that Search reports.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
    isSecure = false
    id = name
  }
}

/// How long the lab's own services take to answer, in milliseconds.
public struct Latency: Codable, Hashable, Sendable {
  /// The Search API.
  public var search: Int64
  /// The Tasks API.
  public var tasks: Int64
  /// The ledger of callbacks.
  public var ledger: Int64

  /// The shipped values: 150, 80, 0.
  public static let standard = Latency(search: 150, tasks: 80, ledger: 0)

  /// Sets all three.
  public init(search: Int64, tasks: Int64, ledger: Int64) {
    self.search = search
    self.tasks = tasks
    self.ledger = ledger
  }
}

/// The timers of agents and phones, in milliseconds.
public struct ContactTimers: Hashable, Sendable {
  /// How long an offer waits for the agent before it is a RONA.
  public var rona: Int64
  /// How long a wrap-up may take before the automatic code is applied.
  public var wrapUp: Int64
  /// How long a customer's phone rings before the callback has failed.
  public var ring: Int64

  /// RONA 12 s, wrap-up 600 s, ringing 30 s.
  ///
  /// Source: webex-runtime reference, section 13; the time of ringing is our choice.
  public static let standard = ContactTimers(rona: 12_000, wrapUp: 600_000, ring: 30_000)

  /// Sets all three.
  public init(rona: Int64, wrapUp: Int64, ring: Int64) {
    self.rona = rona
    self.wrapUp = wrapUp
    self.ring = ring
  }
}

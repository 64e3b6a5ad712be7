/// What the engine's queue holds.
enum EngineEvent: Codable, Hashable, Sendable {
  /// A person or a client did something.
  case input(EngineInput)
  /// Something happens to a call.
  case call(TaskID, CallEvent)
  /// A callback reaches the ledger.
  case reserve(ReservationOrigin, Reservation)
  /// A request reaches whoever answers it.
  case serve(RequestID)
  /// An answer reaches whoever asked.
  case deliver(RequestID, HTTPOutcome)
  /// The time allowed for a request is over.
  case requestTimedOut(RequestID)
  /// Agents and waiting contacts are matched.
  case dispatch
  /// An offer was not answered.
  case offerTimedOut(AgentID)
  /// A wrap-up took too long.
  case wrapUpTimedOut(AgentID)
  /// A customer's phone rang too long.
  case ringTimedOut(PhoneID)
  /// The window of a scheduled callback begins.
  case scheduledCallbackDue(ScheduledCallbackID)
  /// A webhook is sent, for the first time or again.
  case sendWebhook(DeliveryID)
  /// What answers at a phone by itself picks up.
  case pickedUp(PhoneID)
  /// A timer of the callback service ran out.
  case service(TaskID, CallbackTimer)
  /// A contact waited too long.
  case queueTimedOut(TaskID)
  /// A web callback without agent is dialled.
  case webCallbackDue(TaskID)
  /// A web callback has waited as long as it may.
  case webCallbackExpired(TaskID)
  /// A further group of agents may take a contact.
  case groupOpens(TaskID, QueueID, group: Int)
}

/// Who wants a callback.
enum ReservationOrigin: Codable, Hashable, Sendable {
  /// The Callback activity of a call.
  case call(thread: Int, number: Int)
  /// A request to the Tasks API.
  case request(RequestID, attributes: [TaskAttribute])
  /// A scheduled callback whose window begins.
  case scheduled(ScheduledCallbackID)
  /// A web callback of 8x8.
  case webCallback(RequestID, WebCallbackOrder)
}

/// A request on its way.
struct PendingRequest: Codable, Hashable, Sendable, Identifiable {
  let id: RequestID
  let request: HTTPRequest
  let origin: Origin
  var timeout: EventToken?
  /// How long a flow waits for the answer, in milliseconds.
  var patience: Int64 = 0
  /// What the client's token was found to be.
  var credential: HTTPResponse.Credential?

  /// Who waits for the answer.
  enum Origin: Codable, Hashable, Sendable {
    /// An activity of a call.
    case call(TaskID, thread: Int, number: Int)
    /// A client outside.
    case client
    /// The end of a web callback, which was told to a mock.
    case webCallback(TaskID)
    /// The demo page, for a visitor's key and the visitor's own request.
    case demoPage(key: String, RequestID)
    /// Nobody any more; what was asked still happens.
    case nobody
  }
}

/// What the engine tells the outside.
public enum EngineOutput: Codable, Hashable, Sendable {
  /// Something happened.
  case trace(TraceEntry)
  /// A client's request is answered.
  case response(RequestID, HTTPResponse)
  /// A request is to be sent to a host outside; whoever sends it tells the end with
  /// `EngineInput.delivered`.
  case send(OutgoingRequest)
}

/// A request that leaves the process.
public struct OutgoingRequest: Codable, Hashable, Sendable {
  /// What the answer is told by.
  public let id: DeliveryID
  /// The request.
  public let request: HTTPRequest
  /// How long all of it may take, in milliseconds of real time.
  public let patience: Int64
  /// Whether a flow waits for the answer; else somebody is told something.
  public let isOfFlow: Bool

  /// A request of an id.
  public init(id: DeliveryID, request: HTTPRequest, patience: Int64, isOfFlow: Bool) {
    self.id = id
    self.request = request
    self.patience = patience
    self.isOfFlow = isOfFlow
  }
}

import IVRAdapters
import IVRCore

/// The lab's HTTP server as the state knows it: who waits for what, and what is to be sent.
struct LabService: Equatable {
  /// An answer on its way out.
  struct Answer: Equatable {
    let exchange: HTTPExchangeID
    let response: HTTPResponse
  }

  /// What clients call; nil while the lab does not serve.
  var address: String?
  /// What clients call over TLS, where that is another address.
  var secureAddress: String?
  /// The hash of the token that was made when serving began, which may do everything.
  var token: TokenHash?
  /// Requests to hosts outside that nobody took yet, in order.
  private(set) var outgoing: [OutgoingRequest] = []
  /// Requests that the engine has not answered.
  private(set) var open: [RequestID: HTTPExchangeID] = [:]
  /// Answers that nobody took yet, in order.
  private(set) var answers: [Answer] = []

  /// Whether a request waits for its answer.
  func isOpen(_ id: RequestID) -> Bool { open[id] != nil }

  mutating func begin(_ id: RequestID, _ exchange: HTTPExchangeID) { open[id] = exchange }

  mutating func answer(_ id: RequestID, _ response: HTTPResponse) {
    guard let exchange = open.removeValue(forKey: id) else { return }
    answers.append(Answer(exchange: exchange, response: response))
  }

  /// Tells all that wait that the lab they asked is no more.
  mutating func refuseOpen(_ reason: String) {
    for id in open.keys.sorted(by: { $0.number < $1.number }) {
      answer(id, .refusal(503, reason, to: HTTPRequest(method: "", url: "")))
    }
  }

  mutating func send(_ request: OutgoingRequest) { outgoing.append(request) }

  /// Takes the requests to hosts outside away.
  mutating func takeOutgoing() -> [OutgoingRequest] {
    defer { outgoing = [] }
    return outgoing
  }

  /// Takes the answers away.
  mutating func takeAnswers() -> [Answer] {
    defer { answers = [] }
    return answers
  }
}

extension AppState {
  /// What the server tells.
  mutating func take(_ event: HTTPServerEvent) {
    switch event {
    case .request(let exchange, let request): take(request, exchange)
    case .access: break
    case .stopped:
      service.address = nil
      service.secureAddress = nil
      service.token = nil
      say(Strings.Service.stopped)
    }
  }

  private mutating func take(_ request: HTTPRequest, _ exchange: HTTPExchangeID) {
    let id = engine.nextRequestID()
    var request = request
    if let token = service.token, request.carries(token) {
      request.isOwn = true
      request.headers.removeAll { $0.name.lowercased() == "authorization" }
    }
    service.begin(id, exchange)
    submit(.request(id, request))
    answerWhilePaused(id)
  }

  /// A clock that stands still moves on just so far that the request is answered.
  private mutating func answerWhilePaused(_ id: RequestID) {
    guard !clock.isRunning, clock.target == nil, demo == nil else { return }
    let limit = now.advanced(by: Self.longestAnswer)
    while service.isOpen(id), let next = engine.nextEventTime, next <= limit { step() }
    settle()
    anchorClock()
  }

  /// How far a paused clock moves for an answer, in milliseconds; one that takes longer waits until
  /// the clock goes on.
  private static let longestAnswer: Int64 = 10_000

  /// What the runtime tells after an attempt to serve.
  mutating func take(_ started: Result<String, HTTPServerError>, token: String?) {
    switch started {
    case .success(let address):
      service.address = address
      say(Strings.Service.serves(address), .good)
      guard let token else { return }
      service.token = TokenHash(of: token)
      overlay = .text(
        title: Strings.Service.title,
        lines: Strings.Service.shown(address, service.secureAddress, token), first: 0)
    case .failure(let error): say(error.message, .bad)
    }
  }

  /// Starts or stops the server, as the key does.
  func toggledServer() -> [Command] { service.address == nil ? [.serve(port: 0)] : [.stopServing] }
}

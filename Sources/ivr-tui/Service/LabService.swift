import IVRAdapters
import IVRCore

/// The lab's HTTP server as the state knows it: who waits for what, and what is to be sent.
struct LabService: Equatable {
  /// An answer on its way out.
  struct Answer: Equatable {
    let exchange: HTTPExchangeID
    let response: HTTPResponse
  }

  /// A client that watches a topic.
  struct Stream: Equatable {
    let exchange: HTTPExchangeID
    let topic: EventTopic
    /// What it was told last, and how often it was told something.
    var told = ""
    var count = 0
  }

  /// More of an answer that goes on.
  struct Piece: Equatable {
    let exchange: HTTPExchangeID
    let text: String
    let isLast: Bool
  }

  /// What clients call; nil while the lab does not serve.
  var address: String?
  /// What clients call over TLS, where that is another address.
  var secureAddress: String?
  /// The file of the certificate that they may trust there.
  var certificatePath: String?
  /// The hash of the token that was made when serving began, which may do everything.
  var token: TokenHash?
  /// Requests to hosts outside that nobody took yet, in order.
  private(set) var outgoing: [OutgoingRequest] = []
  /// Requests that the engine has not answered.
  private(set) var open: [RequestID: HTTPExchangeID] = [:]
  /// Answers that nobody took yet, in order.
  private(set) var answers: [Answer] = []

  /// The clients that watch something.
  private(set) var streams: [Stream] = []
  /// Pieces that nobody took yet, in order.
  private var pieces: [Piece] = []
  /// Clients are told nothing before, in real milliseconds.
  private var nextNews = Int64.min
  /// When there may be something to tell for which it was too early; nil for nothing.
  private(set) var newsTime: Int64?

  /// Whether a request waits for its answer.
  func isOpen(_ id: RequestID) -> Bool { open[id] != nil }

  mutating func begin(_ id: RequestID, _ exchange: HTTPExchangeID) { open[id] = exchange }

  mutating func answer(_ id: RequestID, _ response: HTTPResponse) {
    guard let exchange = open.removeValue(forKey: id) else { return }
    if let topic = response.topic { streams.append(Stream(exchange: exchange, topic: topic)) }
    answers.append(Answer(exchange: exchange, response: response))
  }

  /// A client watches no longer.
  mutating func endStream(_ exchange: HTTPExchangeID) {
    streams.removeAll { $0.exchange == exchange }
  }

  /// How long a client that was told something is left alone, in milliseconds.
  private static let rest: Int64 = 250

  /// Tells clients what has changed since they were told last, a few times a second at most.
  mutating func tellNews(_ engine: Engine, at now: Int64) {
    newsTime = nil
    guard !streams.isEmpty else { return }
    guard now >= nextNews else { return newsTime = nextNews }
    var news: [EventTopic: TopicNews] = [:]
    for place in streams.indices {
      let fresh = news[streams[place].topic] ?? engine.news(of: streams[place].topic)
      news[streams[place].topic] = fresh
      tell(fresh, to: place)
    }
    streams.removeAll { news[$0.topic]?.isLast == true }
    if !pieces.isEmpty { nextNews = now + Self.rest }
  }

  private mutating func tell(_ news: TopicNews, to place: Int) {
    guard news.data != streams[place].told else { return }
    streams[place].told = news.data
    streams[place].count += 1
    pieces.append(
      Piece(
        exchange: streams[place].exchange,
        text: EventStreamText.event(news.data, number: streams[place].count), isLast: news.isLast))
  }

  /// Takes the pieces away.
  mutating func takePieces() -> [Piece] {
    defer { pieces = [] }
    return pieces
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
    case .streamEnded(let exchange): service.endStream(exchange)
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
      if let token { service.token = TokenHash(of: token) }
      overlay = .text(
        title: Strings.Service.title,
        lines: Strings.Service.shown(service, address, token), first: 0)
    case .failure(let error): say(error.message, .bad)
    }
  }

  /// Starts or stops the server, as the key does.
  func toggledServer() -> [Command] { service.address == nil ? [.serve(port: 0)] : [.stopServing] }
}

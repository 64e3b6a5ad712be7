extension Engine {
  /// A flow sends a request: it reaches the lab's router after the latency of whoever answers.
  mutating func send(_ request: HTTPRequest, timeout: Int64, _ asker: Asker) {
    let id = nextRequestID()
    let origin = PendingRequest.Origin.call(
      asker.task, thread: asker.thread, number: asker.number)
    state.requests[id] = PendingRequest(
      id: id, request: request, origin: origin,
      timeout: schedule(.requestTimedOut(id), after: timeout), patience: timeout)
    schedule(.serve(id), after: latency(of: request))
  }

  /// A client outside sends a request to the lab's APIs.
  ///
  /// A target without host and scheme, as the server hands it over, gets the host it means.
  mutating func receive(_ request: HTTPRequest, _ id: RequestID) {
    var request = request
    // Inputs that are played again bring their names along.
    state.nextRequest = max(state.nextRequest, id.number + 1)
    if request.url.hasPrefix("/") {
      request.url = Router.address(request.url, host: request.header("Host"), world.lab)
    }
    state.requests[id] = PendingRequest(id: id, request: request, origin: .client)
    schedule(.serve(id), after: latency(of: request))
  }

  /// How long whoever answers takes for it, in milliseconds.
  mutating func latency(of request: HTTPRequest) -> Int64 {
    switch Router.destination(of: request, world.lab) {
    case .lab(.route(_, let family, _), _): family.latency(state, world.lab)
    case .lab: world.lab.latency.tasks
    case .mock(let target): mockLatency(target)
    case .elsewhere: 0
    }
  }

  /// Whoever answers a request does so, with the state as it is now.
  mutating func serve(_ id: RequestID) {
    guard let pending = state.requests[id] else { return }
    let request = pending.request
    let destination = Router.destination(of: request, world.lab)
    if pending.origin == .client, let refusal = CrossSite.refusal(request, destination) {
      let form = RouteTable.refusals(of: request.url)
      return deliverSoon(.response(form.response(refusal, to: request)), to: id)
    }
    switch destination {
    case .lab(let match, let url): answer(request, id, match, url)
    case .mock(let target): serve(target, request, id)
    case .elsewhere(let host):
      if sendOutside(pending, host: host) { return }
      let outcome = unmocked(host)
      if case .response(let response) = outcome {
        noteHit(request, id, "nobody", status: response.status)
      } else {
        noteHit(request, id, "nobody", status: nil)
      }
      deliverSoon(outcome, to: id)
    }
  }

  private func unmocked(_ host: String) -> HTTPOutcome {
    switch world.unmocked {
    case .ok: return .response(.unmocked(200, host))
    case .notFound: return .response(.unmocked(404, host))
    case .error:
      return .transportError(
        "No mock of \(host) fits, the lab does not serve it, and flows may not call it.")
    }
  }

  /// Sends an answer on its way: an event of its own at this instant.
  mutating func deliverSoon(_ outcome: HTTPOutcome, to id: RequestID) {
    schedule(.deliver(id, outcome))
  }

  /// An answer reaches whoever asked.
  mutating func deliver(_ outcome: HTTPOutcome, to id: RequestID) {
    guard let pending = state.requests[id] else { return }
    state.requests[id] = nil
    cancel(pending.timeout)
    switch (pending.origin, outcome) {
    case (.call(let task, let thread, let number), _):
      tell(task, .answer(thread: thread, number: number, .http(outcome)))
    case (.webCallback(let task), _): posted(task, outcome)
    case (.demoPage(let key, let visitor), _): finishDemoRequest(key, outcome, visitor)
    case (.client, .response(let response)): answer(pending, response)
    case (.client, .transportError(let reason)):
      answer(pending, APIError(502, reason).response(to: pending.request))
    default: break
    }
  }

  private mutating func answer(_ pending: PendingRequest, _ response: HTTPResponse) {
    let request = pending.request
    var response = response
    response.credential = pending.credential
    if !DemoPath.isRead(request) {
      let secrets = mask.adding([request.bearer ?? ""])
      let url = secrets.apply(to: DemoPath.shown(WebCallbackPath.shown(request.url)))
      trace(.answeredRequest("\(request.method) \(url)", status: response.status))
    }
    outputs.append(.response(pending.id, response))
  }

  /// Nobody waits for the answer any more; what was asked still happens.
  mutating func requestTimedOut(_ id: RequestID) {
    guard let pending = state.requests[id] else { return }
    if case .webCallback(let task) = pending.origin {
      state.requests[id] = PendingRequest(id: id, request: pending.request, origin: .nobody)
      return posted(task, .timedOut(Self.postTimeout))
    }
    guard case .call(let task, let thread, let number) = pending.origin else { return }
    let waited = state.sessions[task]?.threads.first { $0.id == thread }?.memory.timeout ?? 0
    state.requests[id] = PendingRequest(id: id, request: pending.request, origin: .nobody)
    tell(task, .answer(thread: thread, number: number, .http(.timedOut(waited))))
  }
}

extension ActivityMemory {
  /// How long the request that is on its way may take, in milliseconds.
  var timeout: Int64? {
    if case .requesting(let attempt) = self { attempt.timeout } else { nil }
  }
}

extension HTTPResponse {
  /// The ready answer to a request that nobody answers.
  static func unmocked(_ status: Int, _ host: String) -> HTTPResponse {
    var response = HTTPResponse(status: status, body: "{}")
    response.remark = "unmocked: no answer is set up for \(host)"
    return response
  }
}

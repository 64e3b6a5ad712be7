import IVRLanguages

/// The server side of the demo page: it asks 8x8 as the server of any shop would.
extension Engine {
  /// Asks 8x8 for a callback; the visitor's request is answered when 8x8 has answered.
  mutating func askForDemoCallback(_ request: DemoRequest, _ visitor: RequestID) {
    guard let settings = world.lab.demoPage,
      let tenant = world.lab.webCallbackTenant(settings.tenant)
    else { return }
    if state.demoRequests.count >= DemoRequest.most, let oldest = state.demoRequests.values.first {
      state.demoRequests[oldest.id] = nil
    }
    state.demoRequests[request.id] = request
    let asked = Self.webCallback(for: request, settings, tenant)
    let id = nextRequestID()
    state.requests[id] = PendingRequest(
      id: id, request: asked, origin: .demoPage(key: request.id, visitor))
    schedule(.serve(id), after: latency(of: asked))
  }

  private static func webCallback(
    for request: DemoRequest, _ settings: DemoPageSettings, _ tenant: WebCallbackTenant
  ) -> HTTPRequest {
    var pairs = [("tenant", tenant.name), ("token", tenant.token), ("phone", request.number)]
    if let delay = request.choice.delay {
      pairs += [
        ("callback_type", "1"), ("channel_number", settings.channel),
        ("callback_delay", String(delay)),
      ]
    } else {
      pairs += [("callback_type", "2"), ("queue_id", settings.queue)]
    }
    pairs.append(("extTransactionData", "[Origin|Demo page]"))
    return HTTPRequest(
      method: "POST", url: WebCallbackPath.path,
      headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
      body: FormText.encode(pairs.map { TaskAttribute(name: $0.0, value: $0.1) }))
  }

  /// 8x8 has answered: the visitor is sent to the page of the request.
  mutating func finishDemoRequest(_ key: String, _ outcome: HTTPOutcome, _ visitor: RequestID) {
    state.demoRequests[key]?.outcome = Self.outcome(outcome)
    deliverSoon(.response(.demoRedirect(to: DemoPath.callback(key))), to: visitor)
  }

  /// What 8x8 says without `back`: `OK TASK`, or `ctl_error=N` and words.
  private static func outcome(_ outcome: HTTPOutcome) -> DemoRequest.Outcome {
    guard case .response(let response) = outcome else { return .refused(.internalError) }
    let word = response.body.split(separator: " ").first ?? ""
    if word == "OK" {
      return .accepted(TaskID(rawValue: String(response.body.dropFirst(3)).trimmed))
    }
    let code = Int(word.drop { $0 != "=" }.dropFirst())
    return .refused(code.flatMap(WebCallbackError.init(rawValue:)) ?? .internalError)
  }

  /// Takes a request back, where nobody is being called yet; whether that was possible.
  mutating func cancelDemoRequest(_ key: String) -> Bool {
    guard demoStatus(of: key)?.canCancel == true,
      case .accepted(let task)? = state.demoRequests[key]?.outcome
    else { return false }
    cancelCallback(task)
    return true
  }
}

import IVRLanguages

/// What is told to `ctl_callbackUrl` when a web callback is over.
///
/// One POST with the pairs of `ctl_userdata`, their tokens replaced, as a form; then `ctl_result`,
/// `ctl_callback_type` and `ctl_phone`, which the page calls the system generated result and does not
/// name. It goes to a mock, or into the lab's inbox; only to hosts that the tenant names in
/// `realHosts` it leaves the program. One attempt, 5 s.
/// Source: 8x8-webcallback reference, section 4.
extension Engine {
  /// How long a post may take, in milliseconds.
  static let postTimeout: Int64 = 5_000

  /// A task is over: where it was a web callback that somebody wants to hear of, it is told.
  mutating func endWebCallback(_ id: TaskID, _ ending: TaskEnding) {
    guard let callback = state.webCallbacks[id] else { return }
    cancel(callback.timer)
    state.webCallbacks[id]?.timer = nil
    state.webCallbacks[id]?.stage = .done
    guard let url = callback.order.userData.callbackURL,
      let tenant = world.lab.webCallbackTenant(callback.order.tenant)
    else { return }
    let request = HTTPRequest(
      method: "POST", url: url,
      headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
      body: FormText.encode(pairs(callback, tenant, ending)))
    post(request, of: id, tenant)
  }

  private func pairs(
    _ callback: WebCallback, _ tenant: WebCallbackTenant, _ ending: TaskEnding
  ) -> [TaskAttribute] {
    let tokens = WebCallbackTokens(
      facts: facts(callback, tenant), timeZone: tenant.timeZone, now: state.now)
    let isNow = if case .now = callback.order.kind { true } else { false }
    return callback.order.userData.pairs.map {
      TaskAttribute(name: $0.name, value: tokens.replaced(in: $0.value))
    } + [
      TaskAttribute(name: "ctl_result", value: callback.outcome(ending).rawValue),
      TaskAttribute(name: "ctl_callback_type", value: isNow ? "1" : "2"),
      TaskAttribute(name: "ctl_phone", value: callback.order.digits),
    ]
  }

  private func facts(
    _ callback: WebCallback, _ tenant: WebCallbackTenant
  ) -> WebCallbackTokens.Facts {
    let reason = state.tasks[callback.id]?.wrapUpCode
    let codes = reason.map { reason in
      tenant.transactionCodes.first { $0.wrapUpCode == reason }
        ?? WebCallbackTenant.TransactionCode(
          wrapUpCode: reason, list: "Wrap-up", code: reason, description: reason)
    }
    return WebCallbackTokens.Facts(
      callerID: callback.callerID ?? "", transaction: callback.transaction, task: callback.id,
      answered: callback.answered, hungUp: callback.hungUp,
      notes: state.tasks[callback.id]?.notes ?? "", codes: codes.map { [$0] } ?? [])
  }

  private mutating func post(
    _ request: HTTPRequest, of task: TaskID, _ tenant: WebCallbackTenant
  ) {
    trace(.note("the end of the web callback is told to \(mask.apply(to: request.url))"), task)
    guard case .elsewhere(let host) = Router.destination(of: request, world.lab) else {
      let id = nextRequestID()
      state.requests[id] = PendingRequest(
        id: id, request: request, origin: .webCallback(task),
        timeout: schedule(.requestTimedOut(id), after: Self.postTimeout))
      schedule(.serve(id), after: latency(of: request))
      return
    }
    guard tenant.realHosts.contains(host) else {
      noteHit(request, "inbox", origin: "web callback", task, status: 200)
      return trace(.note("it lies in the inbox of the mock server"), task)
    }
    let id = state.webhooks.nextID()
    state.webCallbackPosts[id] = WebCallbackPost(id: id, task: task, request: request)
    outputs.append(
      .send(
        OutgoingRequest(id: id, request: request, patience: Self.postTimeout, isOfFlow: false)))
  }

  /// What became of a post that left the program; false where it was none.
  mutating func endPost(_ id: DeliveryID, _ outcome: HTTPOutcome) -> Bool {
    guard let post = state.webCallbackPosts[id] else { return false }
    state.webCallbackPosts[id] = nil
    var status: Int?
    if case .response(let response) = outcome { status = response.status }
    noteHit(post.request, "real host", origin: "web callback", post.task, status: status)
    posted(post.task, outcome)
    return true
  }

  /// What became of a post; there is one attempt.
  mutating func posted(_ task: TaskID, _ outcome: HTTPOutcome) {
    let result =
      switch outcome {
      case .response(let response): String(response.status)
      case .timedOut(let time): "no answer in \(time) ms"
      case .transportError(let reason): reason
      }
    trace(.note("the post of the web callback: \(result)"), task)
  }
}

/// A post to a host outside that is on its way.
struct WebCallbackPost: Identifiable, Codable, Hashable, Sendable {
  let id: DeliveryID
  let task: TaskID
  let request: HTTPRequest
}

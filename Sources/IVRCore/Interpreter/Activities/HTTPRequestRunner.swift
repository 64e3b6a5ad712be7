import IVRLanguages

/// HTTP Request.
///
/// Enters: renders address, headers and body and sends the request.
/// Waits for: the answer, at most the response timeout (2 s); a status of 5xx is asked again as
/// often as the settings say (once).
/// Exits: `default` for every status; an error when nothing came in time or could be sent.
/// Sets: `httpStatusCode`, `httpResponseBody`, `httpResponseHeaders`, and the variables whose paths
/// lead to a value; a path that leads nowhere leaves its variable as it was.
/// Source: webex-runtime reference, section 5.
extension HTTPRequestSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    let request = try buildRequest(context)
    let milliseconds = try context.number(timeout, standard: 2000)
    let attempt = RequestAttempt(
      request: request, timeout: Int64(max(1, min(milliseconds, 600_000))),
      retriesLeft: Int(max(0, min(try context.number(retries, standard: 1), 10))))
    context.thread.memory = .requesting(attempt)
    context.detail("request", "\(request.method) \(request.url)")
    if !request.body.isEmpty { context.detail("request body", request.body) }
    context.ask(.request(request, timeout: attempt.timeout))
    return .wait
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    guard case .answer(.http(let outcome)) = event else { return .wait }
    switch outcome {
    case .response(let response):
      if askAgain(response, &context) { return .wait }
      return try finish(response, &context)
    case .timedOut(let milliseconds):
      throw ActivityFailure(message: "No answer within \(milliseconds) ms.")
    case .transportError(let reason):
      throw ActivityFailure(message: reason)
    }
  }

  func use(of key: DTMF, _ context: ActivityContext) -> KeyUse { .kept }

  private func askAgain(_ response: HTTPResponse, _ context: inout ActivityContext) -> Bool {
    guard (500..<600).contains(response.status),
      case .requesting(var attempt) = context.thread.memory, attempt.retriesLeft > 0
    else { return false }
    attempt.retriesLeft -= 1
    attempt.attempts += 1
    context.thread.memory = .requesting(attempt)
    context.detail("attempt \(attempt.attempts)", "after status \(response.status)")
    context.ask(.request(attempt.request, timeout: attempt.timeout))
    return true
  }

  private func finish(
    _ response: HTTPResponse, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    context.output("httpStatusCode", .integer(Int64(response.status)))
    context.output("httpResponseBody", .string(response.body))
    let headers = response.headers.map { ($0.name, JSONValue.string($0.value)) }
    context.output("httpResponseHeaders", .json(.object(JSONObject(headers))))
    context.detail("response", "\(response.status) \(response.body)")
    if let remark = response.remark { context.detail("note", remark) }
    context.matches[context.activity.label] = response.matched
    guard !outputs.isEmpty else { return .leave("default") }
    if let document = try? JSONText.parse(response.body) {
      try context.set(outputs, from: document)
    } else {
      context.detail("note", "the response is not JSON; no variable was set")
    }
    return .leave("default")
  }
}

extension ActivityContext {
  /// Sets variables to what their paths lead to; a path that leads nowhere, or to null, leaves its
  /// variable as it was.
  mutating func set(
    _ outputs: [ParsedOutput], from document: JSONValue
  ) throws(ActivityFailure) {
    for output in outputs {
      guard let path = output.compiled else {
        throw ActivityFailure(message: "The path \(output.path) cannot be read.")
      }
      guard let value = path.value(in: document), !value.isNull else { continue }
      try set(output.variable, toText: value.flowText)
    }
  }
}

extension JSONValue {
  /// The value as a flow's variable takes it: text without quotes, everything else as JSON text.
  var flowText: String { string ?? JSONText.print(self) }
}

import IVRLanguages

extension ScenarioRun {
  /// How long a client waits for an answer, in milliseconds.
  private static let answerLimit: Int64 = 30_000

  /// Sends a request as a client with all rights, and waits for the answer.
  ///
  /// `{service}` in path and body is the identifier of the newest callback of the callback service,
  /// `{call}` that of the newest call.
  mutating func send(_ method: String, _ path: String, _ body: String) {
    let host = names.world.lab.servedHosts.first ?? "lab.example"
    let body = filled(body)
    var headers = [HTTPHeader("Host", host)]
    if !body.isEmpty {
      let isForm = !body.hasPrefix("{") && !body.hasPrefix("[")
      headers.append(
        HTTPHeader(
          "Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json"))
    }
    var request = HTTPRequest(
      method: method, url: "https://" + host + filled(path), headers: headers, body: body)
    request.isOwn = true
    let earlier = answers.count
    submit(.request(engine.nextRequestID(), request))
    run(until: state.now.advanced(by: Self.answerLimit)) { $0.answers.count > earlier }
    // What the answer brings about at its instant belongs to it.
    pass(0)
  }

  private func filled(_ text: String) -> String {
    let service = state.services.values.last?.id.rawValue ?? ""
    let call = state.tasks.values.last { $0.direction == "inbound" }?.id.rawValue ?? ""
    return text.replacing("{service}", with: service).replacing("{call}", with: call)
  }

  /// The value of attached data of the newest call that has it.
  func data(_ name: String) -> String? {
    let calls = state.tasks.values.reversed().lazy.filter { self.state.services[$0.id] == nil }
    return calls.compactMap { $0.attributes.last { $0.name == name }?.value }.first
  }

  /// A callback of the callback service, counted from 1.
  func service(_ number: Int) -> ServiceCallback? {
    let services = state.services.values
    return services.indices.contains(number - 1) ? services[number - 1] : nil
  }

  /// The value of a queue's counter.
  func count(of queue: String, _ name: QueueCounters.Name) -> Int {
    names.queue(queue).flatMap { state.queues[$0]?.counters[name] } ?? 0
  }

  /// State and reason of a callback in words.
  func status(ofService number: Int) -> String {
    guard let service = service(number) else {
      return "the service has \(state.services.count) callbacks"
    }
    let reason = service.reason.map { " " + $0.name } ?? ""
    return "service \(number) is \(service.state.rawValue)\(reason)"
  }

  /// The newest answer to a client in words.
  var lastAnswer: String {
    answers.last.map { "the answer was \($0.status) \($0.body)" } ?? "no client was answered"
  }
}

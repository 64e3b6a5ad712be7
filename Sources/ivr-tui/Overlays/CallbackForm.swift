import IVRCore
import IVRLanguages

/// The desktop's form "Schedule a callback".
///
/// Source: webex-missions reference, "CALLBACK 5": number, customer, date, window, zone, queue and
/// reason. It sends what a client of the API would send, so the same rules hold.
struct CallbackForm: Equatable {
  /// What is filled in, in the order of the form.
  enum Field: String, CaseIterable {
    case callbackNumber, customerName, scheduleDate, startTime, endTime, timezone, callbackReason

    var label: String {
      switch self {
      case .callbackNumber: "number"
      case .customerName: "customer"
      case .scheduleDate: "date"
      case .startTime: "from"
      case .endTime: "to"
      case .timezone: "time zone"
      case .callbackReason: "reason"
      }
    }
  }

  let queue: QueueID
  let queueName: String
  private(set) var lines: [TypedLine]
  private(set) var selected = 0
  /// Why the last try was refused.
  var refusal: String?

  /// A form for a queue, an hour from now, for the customer that the agent has or had last.
  init(_ queue: ContactQueue, customer: ContactTask?, now: SimulationTime) {
    self.queue = queue.id
    queueName = queue.name
    let start = CivilTime(now.advanced(by: 3_600_000))
    let end = CivilTime(now.advanced(by: 2 * 3_600_000))
    lines = Field.allCases.map { field in
      switch field {
      case .callbackNumber: TypedLine(customer?.customerNumber ?? "")
      case .scheduleDate: TypedLine(start.date)
      case .startTime: TypedLine(start.clock)
      case .endTime: TypedLine(end.clock)
      case .timezone: TypedLine("UTC")
      case .customerName, .callbackReason: TypedLine()
      }
    }
  }

  var isAtLast: Bool { selected == lines.count - 1 }

  mutating func move(by step: Int) {
    selected = (selected + step + lines.count) % lines.count
  }

  /// Changes the text of the selected field.
  mutating func edit(_ change: (inout TypedLine) -> Void) {
    change(&lines[selected])
    refusal = nil
  }

  /// The body of the request; without a name the number stands for it.
  var body: JSONValue {
    var members = JSONObject()
    for (field, line) in zip(Field.allCases, lines) where !line.text.isEmpty {
      members[field.rawValue] = .string(line.text)
    }
    if members[Field.customerName.rawValue] == nil {
      members[Field.customerName.rawValue] = members[Field.callbackNumber.rawValue]
    }
    members["queueId"] = .string(queue.rawValue)
    return .object(members)
  }

  /// What the panel shows.
  func shown(width: Int) -> [Line] {
    let fields = zip(Field.allCases, lines).enumerated().map { index, pair in
      let mark = index == selected ? "▸ " : "  "
      let text = VisibleText.line(pair.1.text) + (index == selected ? "_" : "")
      return Line([
        Span(mark + TextWrap.fit(pair.0.label, width: 11), .dim),
        Span(TextWrap.fit(text, width: 40), index == selected ? .input : .text),
      ])
    }
    let queue = Line([Span("  queue      ", .dim), Span(VisibleText.line(queueName))])
    let why = refusal.map { TextWrap.wrap($0, width: max(20, width)).map { Line($0, .bad) } } ?? []
    return [queue] + fields + [.blank] + why + [Line(Strings.Form.help, .dim)]
  }
}

extension AppState {
  mutating func openCallbackForm() {
    guard let queue = shownAgentQueue else { return say(Strings.noQueue, .bad) }
    let task = shownAgent?.state.task.flatMap { engine.state.tasks[$0] } ?? currentTask
    overlay = .form(CallbackForm(queue, customer: task, now: now))
  }

  /// The queue of the agent's contact, else the one that is shown.
  private var shownAgentQueue: ContactQueue? {
    let task = shownAgent?.state.task.flatMap { engine.state.tasks[$0] }
    return task?.queue.flatMap { engine.state.queues[$0] } ?? queue
  }

  mutating func press(_ key: Key, in form: CallbackForm) {
    var form = form
    switch key {
    case .escape:
      overlay = nil
      return
    case .enter where form.isAtLast: return send(form)
    case .enter, .tab, .down: form.move(by: 1)
    case .up, .backTab: form.move(by: -1)
    case .backspace: form.edit { _ = $0.erase() }
    case .control("u"): form.edit { $0.clear() }
    case .control("s"): return send(form)
    case .character(let character): form.edit { $0.type(character) }
    default: break
    }
    overlay = .form(form)
  }

  /// Asks the API as a client would, and waits for its answer; the clock moves on so far.
  private mutating func send(_ form: CallbackForm) {
    guard let host = lab.servedHosts.first else {
      return say(Strings.Form.noAPI, .bad)
    }
    let id = engine.nextRequestID()
    formRequest = id
    var request = HTTPRequest(
      method: "POST",
      url: "https://\(host)/v1/callbacks/organization/\(lab.orgID)/scheduled-callback",
      headers: [HTTPHeader("Content-Type", "application/json")], body: JSONText.print(form.body))
    request.isOwn = true
    submit(.request(id, request))
    _ = go(to: now.advanced(by: lab.latency.tasks + 1), limit: .max)
    anchorClock()
    defer { formRequest = nil }
    guard let response = formResponse, response.status == 201 else {
      var form = form
      form.refusal = Strings.Form.refusal(formResponse)
      overlay = .form(form)
      return
    }
    overlay = nil
    say(Strings.Form.done(form.queueName), .good)
  }
}

extension Strings {
  /// The form "Schedule a callback".
  enum Form {
    static let title = "Schedule a callback"
    static let help = "Enter goes on and sends at the end · Ctrl-S sends · Esc leaves"
    static let noAPI = "The lab document serves no host and token: there is no API to ask."
    static func done(_ queue: String) -> String { "The callback is scheduled in \(queue)." }

    /// The API's own words, where it gave some.
    static func refusal(_ response: HTTPResponse?) -> String {
      guard let response else { return "The API did not answer." }
      let body = try? JSONText.parse(response.body)
      let message = body?["error"]?["message"]?.array?.first?["description"]?.string
      return message ?? body?["message"]?.string ?? response.body
    }
  }
}

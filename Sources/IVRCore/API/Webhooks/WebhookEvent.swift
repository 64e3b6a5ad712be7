import IVRLanguages

/// An event as subscribers are told it.
struct WebhookEvent: Codable, Hashable, Sendable {
  /// The types that the lab tells, with the version of their data.
  ///
  /// Source: webex-tasks-api reference, section 9; the names of holding are those of the product's
  /// guide to webhooks.
  static let types: [(name: String, summary: String)] = [
    ("agent:login", "An agent signed in."), ("agent:logout", "An agent signed out."),
    ("agent:state_change", "An agent's state changed."), ("task:new", "A contact came in."),
    ("task:parked", "A contact entered a queue, or came back to it."),
    ("task:connect", "A contact is offered to an agent."),
    ("task:connected", "Agent and customer talk."),
    ("task:on-hold", "The customer is on hold."),
    ("task:hold-done", "The customer was taken back from hold."),
    ("task:consulting", "Another agent is asked."),
    ("task:conferencing", "The customer talks to both agents."),
    ("task:ended", "A contact is over."),
  ]

  let id: String
  let type: String
  let time: SimulationTime
  let data: JSONValue

  /// The body that is sent.
  ///
  /// The shape is that of CloudEvents 1.0; `comciscotimestamp` is for version 2 only.
  func body(for subscription: WebhookSubscription, _ lab: Lab, now: SimulationTime) -> String {
    let date = CivilTime(time)
    var members: JSONObject = [
      "id": .string(id), "specversion": "1.0", "type": .string(type),
      "source": .string("/com/cisco/wxcc/\(subscription.id)"),
      "comciscoorgid": .string(lab.orgID), "time": .string("\(date.date)T\(date.preciseClock)Z"),
      "datacontenttype": "application/json",
    ]
    if subscription.version == 2 { members["comciscotimestamp"] = .time(now) }
    members["data"] = data
    return JSONText.print(.object(members))
  }

  /// The request that is sent, signed where the subscriber gave a secret: HMAC-SHA256 of the body,
  /// in hexadecimal.
  func request(
    for subscription: WebhookSubscription, _ lab: Lab, now: SimulationTime
  ) -> HTTPRequest {
    let body = body(for: subscription, lab, now: now)
    var headers = [
      HTTPHeader("Content-Type", "application/json"), HTTPHeader("User-Agent", "ivr-tui"),
    ]
    if let secret = subscription.secret {
      let code = SHA256.authenticationCode(of: Array(body.utf8), key: Array(secret.utf8))
      headers.append(HTTPHeader("X-WebexCC-Signature", code))
    }
    if subscription.version == 2 {
      headers.append(HTTPHeader("X-WebexCC-Timestamp", String(now.milliseconds)))
      headers.append(HTTPHeader("X-WebexCC-Webhook-Version", resourceVersion(subscription)))
    }
    return HTTPRequest(
      method: "POST", url: subscription.destinationURL, headers: headers, body: body)
  }

  private func resourceVersion(_ subscription: WebhookSubscription) -> String {
    subscription.resourceVersion ?? String(type.prefix { $0 != ":" }) + ":1.0.0"
  }
}

extension TaskMoment.Event {
  /// The type of the event that tells it; nil where none does.
  var webhookType: String? {
    switch self {
    case .new, .parked, .connect, .connected, .onHold, .holdDone, .consulting, .conferencing,
      .ended:
      "task:" + rawValue
    case .ivrConnected, .ivrDone, .wrapUp: nil
    }
  }
}

extension ContactTask {
  /// The data of an event about it.
  func webhookData(_ moment: TaskMoment) -> JSONValue {
    let isCalledBack = callback != nil && moment.event != .new && moment.event != .parked
    var data: JSONObject = [
      "taskId": .string(id.rawValue), "createdTime": .time(moment.time),
      "channelType": "telephony", "origin": .string(origin), "destination": .string(destination),
      "direction": direction == "outbound" || isCalledBack ? "OUTBOUND" : "INBOUND",
      "outboundType": callback == nil ? .null : "COURTESY_CALLBACK", "workflowManager": .null,
    ]
    if let queue = moment.queue { data["queueId"] = .string(queue.rawValue) }
    if let agent = moment.agent { data["agentId"] = .string(agent.rawValue) }
    if moment.event == .ended {
      data["reason"] = .text(terminationReason)
      data["terminatingParty"] = .text(terminatingEnd)
    }
    return .object(data)
  }
}

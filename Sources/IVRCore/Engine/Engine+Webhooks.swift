import IVRLanguages

/// What agents do that subscribers are told.
enum AgentEvent: String {
  case login = "agent:login"
  case logout = "agent:logout"
  case stateChange = "agent:state_change"
}

extension Engine {
  /// How long after each failure a webhook is sent again, in milliseconds of simulated time.
  ///
  /// The product's guide says that delivery is not guaranteed and may repeat; the times are ours.
  private static let pauses: [Int64] = [1_000, 5_000, 25_000]

  /// How long a subscriber may take, in milliseconds.
  ///
  /// Source: the product's guide to webhooks asks for an answer within five seconds.
  private static let webhookPatience: Int64 = 5_000

  /// Tells subscribers what happened to a task.
  mutating func tell(_ moments: ArraySlice<TaskMoment>, of id: TaskID) {
    guard state.webhooks.hasListeners, let task = state.tasks[id] else { return }
    var previous = task.moments[..<moments.startIndex].last?.event
    for moment in moments {
      defer { previous = moment.event }
      // Being taken back from hold is told as that.
      if moment.event == .connected, previous == .holdDone { continue }
      guard let type = moment.event.webhookType else { continue }
      tellSubscribers(type, task.webhookData(moment))
    }
  }

  /// Tells subscribers what an agent did.
  mutating func tellAgentEvent(_ event: AgentEvent, _ id: AgentID) {
    guard state.webhooks.hasListeners, let agent = state.agents[id] else { return }
    let session = agent.session
    let word = AgentMoment(time: state.now, state: agent.state).word
    let data: JSONValue = [
      "agentId": .string(id.rawValue), "agentName": .string(agent.name),
      "teamId": .string(agent.team.rawValue), "agentSessionId": .text(session?.rawValue),
      "currentState": .string(word), "channelType": "telephony",
      "taskId": .text(agent.state.task?.rawValue), "createdTime": .time(state.now),
    ]
    tellSubscribers(event.rawValue, data)
  }

  private mutating func tellSubscribers(_ type: String, _ data: JSONValue) {
    for subscription in state.webhooks.subscriptions.values
    where subscription.isActive && subscription.eventTypes.contains(type) {
      let event = WebhookEvent(
        id: state.webhooks.identifiers.nextUUID(), type: type, time: state.now, data: data)
      guard let id = state.webhooks.add(event, for: subscription.id) else {
        trace(.note("\(type) is not sent: too many webhooks are on their way"))
        continue
      }
      schedule(.sendWebhook(id))
    }
  }

  /// A webhook goes out.
  mutating func sendWebhook(_ id: DeliveryID) {
    guard let delivery = state.webhooks.deliveries[id],
      let subscription = state.webhooks.subscriptions[delivery.subscription]
    else {
      state.webhooks.deliveries[id] = nil
      return
    }
    state.webhooks.deliveries[id]?.attempts += 1
    let request = delivery.event.request(for: subscription, world.lab, now: state.now)
    outputs.append(
      .send(
        OutgoingRequest(
          id: id, request: request, patience: Self.webhookPatience, isOfFlow: false)))
  }

  /// What became of a request that left the process; of webhooks anything but a 2xx is tried again
  /// for a while.
  mutating func delivered(_ id: DeliveryID, _ outcome: HTTPOutcome) {
    if endPost(id, outcome) || endRealRequest(id, outcome) { return }
    guard let delivery = state.webhooks.deliveries[id] else { return }
    let name = state.webhooks.subscriptions[delivery.subscription]?.name ?? ""
    let reason: String
    switch outcome {
    case .response(let response) where (200...299).contains(response.status):
      state.webhooks.deliveries[id] = nil
      return trace(.note("webhook \(delivery.event.type) to \(name): \(response.status)"))
    case .response(let response): reason = String(response.status)
    case .timedOut(let time): reason = "no answer in \(time) ms"
    case .transportError(let sentence): reason = sentence
    }
    let tried = delivery.attempts
    guard tried <= Self.pauses.count else {
      state.webhooks.deliveries[id] = nil
      return trace(.note("webhook \(delivery.event.type) to \(name) is given up: \(reason)"))
    }
    trace(.note("webhook \(delivery.event.type) to \(name), attempt \(tried): \(reason)"))
    schedule(.sendWebhook(id), after: Self.pauses[max(0, tried - 1)])
  }
}

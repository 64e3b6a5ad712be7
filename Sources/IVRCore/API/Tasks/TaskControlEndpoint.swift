import IVRLanguages

/// What an agent's desktop does to a task: `POST /v1/tasks/{taskId}/…`.
///
/// Every one is answered 202 with an empty body. Source: webex-tasks-api reference, section 4.
/// Differs from the product: what the state of the task does not allow is answered 400 with the
/// reason, not accepted and then forgotten.
enum TaskControlEndpoint {
  /// The members of bodies.
  static let media: [ValueShape] = [.optional("mediaResourceId", .text(limit: 128))]
  static let wrapUp: [ValueShape] = [
    .required("wrapUpReason", .text(limit: 128)), .required("auxCodeId", .text(limit: 128)),
  ]
  static let resume: [ValueShape] = [.optional("autoResumed", .flag)]
  static let attributes: [ValueShape] = [.required("attributes", TaskShapes.attributes)]

  static func accept(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    try perform(.accept, &engine, call) { if case .reserved = $0 { true } else { false } }
  }

  static func reject(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    try perform(.decline, &engine, call) { if case .reserved = $0 { true } else { false } }
  }

  static func end(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    try perform(.end, &engine, call) { if case .connected = $0 { true } else { false } }
  }

  static func wrapUp(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let reason = call.body["wrapUpReason"]?.string ?? ""
    return try perform(.wrapUp(reason), &engine, call) {
      if case .wrapUp = $0 { true } else { false }
    }
  }

  static func hold(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    try checkTalk(engine, call, isHeld: false)
    return try perform(.hold, &engine, call) { $0.task != nil }
  }

  static func unhold(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    try checkTalk(engine, call, isHeld: true)
    return try perform(.resume, &engine, call) { $0.task != nil }
  }

  /// Recordings are not simulated: what can be asked of one is noted.
  static func record(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try call.task(engine)
    guard task.status == .connected else { throw refusal(task) }
    let word = call.request.url.hasSuffix("pause") ? "paused" : "resumed"
    engine.trace(.note("recording \(word): recordings are not simulated"), task.id)
    return .empty(202)
  }

  static func assign(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try call.task(engine)
    let agent = try call.agent(engine)
    guard task.status == .parked else { throw refusal(task) }
    guard agent.session != nil, agent.state.task == nil else {
      throw APIError(400, "\(agent.name) is \(agent.state.name) and cannot take a task.")
    }
    engine.assign(task.id, to: agent.id)
    return .empty(202)
  }

  static func update(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try call.task(engine)
    let pairs = try TasksEndpoint.attributes(call.body)
    guard task.isActive else { throw refusal(task) }
    engine.setAttributes(pairs, of: task.id)
    return .empty(202)
  }

  private static func perform(
    _ act: AgentAct, _ engine: inout Engine, _ call: APICall, where fits: (AgentState) -> Bool
  ) throws(APIError) -> APIAnswer {
    let task = try call.task(engine)
    let agent = engine.state.agents.values.first { $0.state.task == task.id && fits($0.state) }
    guard let agent else { throw refusal(task) }
    if let own = call.tokenAgent(engine.world.lab), own != agent.id {
      throw APIError(403, "The task belongs to another agent.")
    }
    engine.perform(act, by: agent.id)
    return .empty(202)
  }

  private static func checkTalk(
    _ engine: Engine, _ call: APICall, isHeld: Bool
  ) throws(APIError) {
    let task = try call.task(engine)
    guard task.status == .connected, (task.heldSince != nil) == isHeld else {
      throw refusal(task)
    }
  }

  private static func refusal(_ task: ContactTask) -> APIError {
    let held = task.heldSince == nil ? "" : ", the customer on hold"
    return APIError(
      400, "The task is \(task.listedStatus) (\(task.status.rawValue)\(held)); this cannot be done."
    )
  }
}

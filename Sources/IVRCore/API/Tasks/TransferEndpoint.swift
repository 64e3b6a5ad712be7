import IVRLanguages

/// What hands a contact on, or asks another agent: transfer, consult and conference.
///
/// Source: webex-tasks-api reference, section 4.
/// Differs from the product: only agents can be consulted, and numbers outside the lab cannot be
/// reached.
enum TransferEndpoint {
  static let transfer: [ValueShape] = [
    .required("to", .text(limit: 100)),
    .required(
      "destinationType", .choice(["agent", "queue", "dialNumber", "entrypointDialNumber"])),
  ]
  static let consult: [ValueShape] = [
    .required("to", .text(limit: 100)),
    .required("destinationType", .choice(["agent", "queue", "entryPoint", "dialNumber"])),
    .optional("holdParticipants", .flag),
  ]
  static let party: [ValueShape] = [
    .optional("to", .text(limit: 100)), .optional("destinationType", .text(limit: 40)),
  ]
  static let end: [ValueShape] = [.optional("queueId", .text(limit: 100))]

  static func transfer(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try talk(engine, call)
    let target = try target(engine, call)
    return try perform(.transfer(target), task, &engine, call)
  }

  static func consult(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try talk(engine, call)
    guard call.body["destinationType"]?.string == "agent" else {
      throw APIError(400, "Only agents can be consulted in the lab.")
    }
    guard task.consult == nil else { throw APIError(400, "An agent is being consulted already.") }
    let other = try availableAgent(engine, call)
    return try perform(.consult(other), task, &engine, call)
  }

  static func accept(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try task(engine, call)
    guard let consult = task.consult, !consult.isConnected else {
      throw APIError(400, "No consultation is offered.")
    }
    if let own = call.tokenAgent(engine.world.lab), own != consult.agent {
      throw APIError(403, "The consultation is offered to another agent.")
    }
    engine.perform(.accept, by: consult.agent)
    return .empty(202)
  }

  static func endConsult(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try task(engine, call)
    guard let consult = task.consult else { throw APIError(400, "Nobody is consulted.") }
    guard let own = call.tokenAgent(engine.world.lab), own == consult.agent else {
      return try perform(.endConsult, task, &engine, call)
    }
    engine.perform(consult.isConnected ? .end : .decline, by: own)
    return .empty(202)
  }

  static func confer(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    try withConsulted(.conference, &engine, call)
  }

  static func complete(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    try withConsulted(.completeTransfer, &engine, call)
  }

  static func exit(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let task = try task(engine, call)
    guard task.consult?.isConference == true else { throw APIError(400, "There is no conference.") }
    if let own = call.tokenAgent(engine.world.lab), own == task.consult?.agent {
      engine.perform(.end, by: own)
      return .empty(202)
    }
    return try perform(.completeTransfer, task, &engine, call)
  }

  private static func withConsulted(
    _ act: AgentAct, _ engine: inout Engine, _ call: APICall
  ) throws(APIError) -> APIAnswer {
    let task = try talk(engine, call)
    guard task.consult?.isConnected == true else {
      throw APIError(400, "No agent has answered a consultation.")
    }
    return try perform(act, task, &engine, call)
  }

  private static func perform(
    _ act: AgentAct, _ task: ContactTask, _ engine: inout Engine, _ call: APICall
  ) throws(APIError) -> APIAnswer {
    guard let agent = task.agent else { throw APIError(400, "No agent has the task.") }
    if let own = call.tokenAgent(engine.world.lab), own != agent {
      throw APIError(403, "The task belongs to another agent.")
    }
    engine.perform(act, by: agent)
    return .empty(202)
  }

  private static func task(_ engine: Engine, _ call: APICall) throws(APIError) -> ContactTask {
    let id = TaskID(rawValue: call.path["taskId"] ?? "")
    guard let task = engine.state.tasks[id] else {
      throw APIError(404, "There is no task \"\(id)\".")
    }
    return task
  }

  /// A task in whose talk something can be done.
  private static func talk(_ engine: Engine, _ call: APICall) throws(APIError) -> ContactTask {
    let task = try call.task(engine)
    guard task.status == .connected, task.customer.isConnected else {
      throw APIError(
        400, "The task is \(task.listedStatus) (\(task.status.rawValue)); nobody talks.")
    }
    return task
  }

  private static func availableAgent(
    _ engine: Engine, _ call: APICall
  ) throws(APIError) -> AgentID {
    let id = AgentID(rawValue: call.body["to"]?.string ?? "")
    guard let agent = engine.state.agents[id] else {
      throw APIError(400, "There is no agent \"\(id)\".")
    }
    guard agent.state == .available else {
      throw APIError(400, "\(agent.name) is \(agent.state.name), not available.")
    }
    return id
  }

  private static func target(
    _ engine: Engine, _ call: APICall
  ) throws(APIError) -> TransferTarget {
    let to = call.body["to"]?.string ?? ""
    switch call.body["destinationType"]?.string {
    case "agent": return .agent(try availableAgent(engine, call))
    case "queue":
      guard engine.state.queues[QueueID(rawValue: to)] != nil else {
        throw APIError(400, "There is no queue \"\(to)\".")
      }
      return .queue(QueueID(rawValue: to))
    default:
      let lab = engine.world.lab
      guard let entry = lab.entryPoint(of: DialledNumber(to, region: lab.region)) else {
        throw APIError(400, "\"\(to)\" is no number of the lab; others cannot be reached.")
      }
      return .entryPoint(entry.id)
    }
  }
}

import IVRLanguages

extension Engine {
  /// The record of a callback as queries answer it.
  ///
  /// Source: genesys-gms-callback reference, section 4, "Query record".
  func json(of callback: ServiceCallback) -> JSONValue {
    var record: JSONObject = [
      "_id": .string(callback.id.rawValue),
      "_desired_time": .string(ISOTime.text(callback.desired)),
      "_service_name": .string(callback.service),
      "_callback_state": .string(callback.state.rawValue),
      "_expiration_time": .string(ISOTime.text(callback.expires)),
      "_customer_number": .string(callback.number),
      "_url": .string("/genesys/1/service/callback/\(callback.service)/\(callback.id)"),
      "_ors_session_id": .string(callback.id.rawValue),
    ]
    if let reason = callback.reason { record["_callback_reason"] = .string(reason.name) }
    for pair in callback.properties where record[pair.name] == nil {
      record[pair.name] = .string(pair.value)
    }
    return .object(record)
  }

  /// The callback of an identifier, or those of properties, in the order of the requests.
  func find(_ name: String?, _ url: URLParts) throws(GMSError) -> HTTPResponse {
    if name == nil, let id = url.query.first(where: { $0.name == "_id" })?.value {
      return .json(json(of: try callback(id, of: nil)))
    }
    if let name { _ = try callbackService(named: name) }
    let operand = url.query.first { $0.name == "operand" }?.value.uppercased() ?? "AND"
    guard operand == "AND" || operand == "OR" else {
      throw .parameter("operand must be AND or OR, not \(operand.prefix(40)).")
    }
    let wanted = url.query.filter { $0.name != "operand" }
    let found = state.services.values.filter { callback in
      guard name == nil || callback.service == name else { return false }
      let isMet = wanted.lazy.map { callback.has($0.name, $0.value, self) }
      return wanted.isEmpty || (operand == "AND" ? isMet.allSatisfy(\.self) : isMet.contains(true))
    }
    return .json(.array(found.map(json)))
  }

  /// The place of a callback in its line.
  ///
  /// Source: genesys-gms-callback reference, section 1; the names of the fields from memory.
  func position(_ id: String) throws(GMSError) -> HTTPResponse {
    let callback = try callback(id, of: nil)
    guard callback.state == .queued || callback.state == .routing,
      let queue = state.tasks[callback.id]?.queue,
      case .queueInformation(let facts) = information(
        queue, for: callback.id, lookbackMinutes: 30)
    else {
      throw GMSError(
        400, .state,
        "Callback \(callback.id) is \(callback.state.rawValue) and has no place in a line.")
    }
    let wait = estimates(of: queue, position: facts.position)?[.staffed]
    return .json([
      "_id": .string(callback.id.rawValue), "_position": .integer(Int64(facts.position)),
      "_eta": .integer(wait.map { $0 / 1000 } ?? -1),
      "_total_waiting": .integer(Int64(facts.waiting)),
    ])
  }

  /// The estimated waits of queues, in seconds, -1 where unknown.
  ///
  /// Source: genesys-gms-callback reference, section 1, and queueing reference, section 1: the pace
  /// of the latest starts, the agents who serve the queue, or the statistic that flows get too. The
  /// names of the fields are from memory.
  func estimate(_ method: String?, _ url: URLParts) throws(GMSError) -> HTTPResponse {
    let key = method == nil ? "name" : "vq"
    let names = url.query.filter { $0.name == key }.flatMap { $0.value.split(separator: ",") }
    guard !names.isEmpty else { throw .parameter("\(key) is missing: the name of a queue.") }
    let asked = method ?? url.query.first { $0.name == "aqt" }?.value ?? "urs2"
    let estimators: [String: WaitEstimator] = [
      "urs": .littles, "urs2": .staffed, "stat": .webex, "ewt1": .littles, "ewt2": .staffed,
      "ewt3": .webex,
    ]
    guard let estimator = estimators[asked] else {
      let words = method == nil ? "urs, urs2 or stat" : "ewt1, ewt2 or ewt3"
      throw .parameter("There is no estimate \(asked.prefix(40)); it is \(words).")
    }
    var answer = JSONObject()
    for name in names.prefix(50) { answer[String(name)] = try estimate(String(name), estimator) }
    if method != nil { return .json(.object(answer)) }
    return .json(answer.members.first?.value ?? .null)
  }

  private func estimate(
    _ name: String, _ estimator: WaitEstimator
  ) throws(GMSError) -> JSONValue {
    guard let queue = state.queues.values.first(where: { $0.name == name }),
      case .queueInformation(let facts) = information(queue.id, for: "", lookbackMinutes: 30)
    else {
      let hint = Suggestions.hint(for: name, in: state.queues.values.map(\.name))
      throw GMSError(404, .notFound, "There is no queue \(name.prefix(60))\(hint).")
    }
    let wait =
      estimator == .webex
      ? (facts.estimatedWait < 0 ? nil : facts.estimatedWait)
      : estimates(of: queue.id, position: facts.position)?[estimator]
    var answer: JSONObject = [
      "time": .integer(CivilTime.floorDivide(state.now.milliseconds, 1000)),
      "ewt": .integer(wait.map { $0 / 1000 } ?? -1), "pos": .integer(Int64(facts.position)),
      "calls": .integer(Int64(facts.waiting)), "agents": .integer(Int64(facts.agentsLoggedOn)),
    ]
    if wait == nil { answer["message"] = "The wait is unknown." }
    return .object(answer)
  }
}

extension ServiceCallback {
  /// Whether a property has a value; with `!` before it, any other one.
  fileprivate func has(_ name: String, _ value: String, _ engine: Engine) -> Bool {
    let record = engine.json(of: self).object ?? [:]
    if value.hasPrefix("!") { return record[name]?.string != String(value.dropFirst()) }
    return record[name]?.string == value
  }
}

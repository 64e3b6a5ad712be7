extension SentenceWords {
  /// Reads what answers at a phone.
  mutating func outcome() throws(SentenceFault) -> CallOutcome {
    let word = try keyword(CallOutcome.allCases.map(\.rawValue))
    return CallOutcome(rawValue: word) ?? .person
  }

  /// Reads `client sends METHOD PATH`, with a body behind it or without.
  mutating func clientAct() throws(SentenceFault) -> ScenarioAct {
    try keywords("client", "sends")
    let method = try keyword(["get", "post", "put", "delete"]).uppercased()
    let word = try take("a path such as /search")
    guard word.text.hasPrefix("/") else {
      throw SentenceFault("IVR206", word.column, "\"\(word.text)\" is no path: it begins with /.")
    }
    let body = upcoming == nil ? "" : try quoted("the body")
    return .request(method, word.text, body: body)
  }

  /// Reads `NAME is VALUE` behind `data`.
  mutating func dataFact() throws(SentenceFault) -> ScenarioFact {
    let name = try take("the name of attached data").text
    try keywords("is")
    return .data(name, try take("a value").text)
  }

  /// Reads `NUMBER is STATE`, with a reason behind it or without.
  mutating func serviceFact() throws(SentenceFault) -> ScenarioFact {
    let number = try count("the number of a callback of the service, from 1")
    try keywords("is")
    let states = CallbackState.allCases
    let word = try keyword(states.map { $0.rawValue.lowercased() })
    let state = states.first { $0.rawValue.lowercased() == word } ?? .completed
    guard let next = upcoming, next.isQuoted || next.text.lowercased() != "within" else {
      return .service(number, state, reason: nil)
    }
    return .service(number, state, reason: try take("a reason").text)
  }

  /// Reads `STATUS` or `holds TEXT` behind `answer`.
  mutating func answerFact() throws(SentenceFault) -> ScenarioFact {
    if takes("holds") { return .answerHolds(try quoted("a part of the answer")) }
    return .answered(status: try count("a status such as 200"))
  }

  /// Reads `NUMBER COUNTER` behind `queue NAME counts`.
  mutating func counterFact(_ queue: String) throws(SentenceFault) -> ScenarioFact {
    let number = try count("how many left")
    let word = try keyword(QueueCounters.Name.allCases.map(\.rawValue))
    return .counter(queue, QueueCounters.Name(rawValue: word) ?? .offered, number)
  }
}

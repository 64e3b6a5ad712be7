extension SentenceWords {
  /// How long is waited for words to be heard, in milliseconds.
  static let hearingLimit: Int64 = 60_000
  /// How long is waited for anything else.
  static let factLimit: Int64 = 30_000

  /// The words for the states of an agent, with their names on the desk.
  static let agentStates = [
    ("available", "Available"), ("idle", "Idle"), ("reserved", "Reserved"),
    ("connected", "Connected"), ("wrap-up", "Wrap-up"), ("rona", "RONA"),
    ("consulting", "Consulting"), ("signed-out", "Signed out"),
  ]

  /// Reads `expect FACT [within TIME]` or `expect no FACT [within TIME]`.
  mutating func expectation() throws(SentenceFault) -> ScenarioStep.Content {
    try keywords("expect")
    if takes("no") {
      let fact = try fact()
      return .refute(fact, within: try limit(standard: 0))
    }
    let fact = try fact()
    var standard = Self.factLimit
    if case .hears = fact { standard = Self.hearingLimit }
    return try expected(fact, standard: standard)
  }

  /// The expectation of a fact with its limit of time.
  mutating func expected(
    _ fact: ScenarioFact, standard: Int64
  ) throws(SentenceFault) -> ScenarioStep.Content {
    .expect(fact, within: try limit(standard: standard))
  }

  private mutating func limit(standard: Int64) throws(SentenceFault) -> Int64 {
    takes("within") ? try time() : standard
  }

  private mutating func fact() throws(SentenceFault) -> ScenarioFact {
    let words = [
      "phone", "agent", "activity", "variable", "queue", "trace", "data", "service", "answer",
    ]
    if let number = upcoming.flatMap({ Int($0.text) }), number >= 0 { return try callbacks() }
    if upcoming?.text.lowercased() == "phone" { return try phoneFact() }
    switch try keyword(words) {
    case "agent": return try agentFact()
    case "activity": return try activityFact()
    case "variable":
      let name = try take("the name of a variable").text
      try keywords("is")
      return .variable(name, try take("a value").text)
    case "queue":
      let name = try take("the name of a queue").text
      if try keyword(["holds", "counts"]) == "counts" { return try counterFact(name) }
      return .queue(name, holds: try count("how many wait"))
    case "data": return try dataFact()
    case "service": return try serviceFact()
    case "answer": return try answerFact()
    default: return .trace(try quoted("a part of a trace line"))
    }
  }

  private mutating func callbacks() throws(SentenceFault) -> ScenarioFact {
    let number = try count("a number of callbacks")
    _ = try keyword(["callback", "callbacks"])
    try keywords("waiting")
    return .callbacks(number)
  }

  mutating func hearing(_ phone: PhoneID) throws(SentenceFault) -> ScenarioFact {
    .hears(phone, try quoted("what is heard"), toItsEnd: true)
  }

  mutating func beginning(_ phone: PhoneID) throws(SentenceFault) -> ScenarioFact {
    try keywords("to", "hear")
    return .hears(phone, try quoted("what is heard"), toItsEnd: false)
  }

  private mutating func phoneFact() throws(SentenceFault) -> ScenarioFact {
    let phone = try phone()
    switch try keyword(["hears", "begins", "rings", "talks", "ended", "was", "reached"]) {
    case "hears": return try hearing(phone)
    case "begins": return try beginning(phone)
    case "rings": return .rings(phone)
    case "talks": return .talks(phone)
    case "was":
      return .ended(phone, try keyword(["missed", "refused"]) == "missed" ? .missed : .refused)
    case "reached":
      try keywords("nobody")
      return .ended(phone, .notInService)
    default:
      try keywords("by")
      return .ended(phone, try ending())
    }
  }

  private mutating func ending() throws(SentenceFault) -> CallEnding {
    switch try keyword(["flow", "agent", "caller", "error", "service", "timeout"]) {
    case "service": .endedByService
    case "flow": .endedByFlow
    case "agent": .endedByAgent
    case "caller": .hungUp
    case "error": .dropped
    default: .queueTimeout
    }
  }

  private mutating func agentFact() throws(SentenceFault) -> ScenarioFact {
    let agent = try take("the name of an agent, or the number of a desk").text
    try keywords("is")
    let word = try keyword(Self.agentStates.map(\.0))
    return .agent(agent, Self.agentStates.first { $0.0 == word }?.1 ?? word)
  }

  private mutating func activityFact() throws(SentenceFault) -> ScenarioFact {
    let label = try take("the label of an activity").text
    try keywords("leaves", "by")
    return .leaves(label, port: try take("the name of an exit").text)
  }
}

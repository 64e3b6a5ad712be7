import IVRLanguages

extension SentenceWords {
  private static let beginnings =
    [
      "phone", "agent", "client", "wait", "expect", "search", "tasks", "guard", "earlier", "no",
      "number",
    ] + directions

  /// Reads a whole sentence of the story; `nil` where it is a setting of the lab, of which nothing
  /// has been taken then.
  mutating func stepContent() throws(SentenceFault) -> ScenarioStep.Content? {
    guard let first = upcoming else { return nil }
    switch first.text.lowercased() {
    case "earlier", "no", "number": return nil
    case "expect": return try expectation()
    case "phone": return try phoneSentence()
    case "agent": return .act(try agentAct())
    case "client": return .act(try clientAct())
    case "wait": return .act(try wait())
    case "search", "tasks", "web": return .act(.disturb(try disturbance()))
    case "guard": return .act(try guardAct())
    case let word where Self.directions.contains(word): return .direct(try direction())
    default: throw unknownBeginning(first)
    }
  }

  private func unknownBeginning(_ word: Word) -> SentenceFault {
    let hint = Suggestions.hint(for: word.text, in: Self.beginnings)
    return SentenceFault(
      "IVR201", word.column,
      "No sentence begins with \"\(word.text)\"" + (hint.isEmpty ? "." : hint),
      "A sentence begins with \(Self.list(Self.beginnings)).")
  }

  /// Reads what a scenario changes in the lab before the start.
  mutating func setting(_ sentence: ScenarioSentence) throws(SentenceFault) -> ScenarioSetting {
    let content = takes("number") ? try phoneNumber() : try earlierWaits()
    return ScenarioSetting(sentence: sentence, content: content)
  }

  /// Reads `of phone PHONE is NUMBER`.
  private mutating func phoneNumber() throws(SentenceFault) -> ScenarioSetting.Content {
    try keywords("of")
    let phone = try phone()
    try keywords("is")
    return .number(phone, try take("a telephone number").text)
  }

  /// Reads `earlier waits in QUEUE are TIME…` or `no earlier waits in QUEUE`.
  private mutating func earlierWaits() throws(SentenceFault) -> ScenarioSetting.Content {
    let isEmpty = takes("no")
    try keywords("earlier", "waits", "in")
    let queue = try take("the name of a queue").text
    var waits: [Int64] = []
    if !isEmpty {
      try keywords("are")
      repeat { waits.append(try time()) } while upcoming != nil
    }
    return .earlierWaits(queue, waits)
  }

  mutating func phone() throws(SentenceFault) -> PhoneID {
    try keywords("phone")
    return PhoneID(rawValue: try take("the number of a phone").text)
  }

  private mutating func phoneSentence() throws(SentenceFault) -> ScenarioStep.Content {
    let phone = try phone()
    let verbs = [
      "dials", "presses", "hangs", "answers", "refuses", "answers-as", "confirms", "hears",
      "begins",
    ]
    switch try keyword(verbs) {
    case "dials": return .act(.dial(phone, try take("an entry point or a number").text))
    case "presses": return .act(.press(phone, try keys()))
    case "answers": return .act(.answer(phone))
    case "refuses": return .act(.refuse(phone))
    case "confirms": return .act(.confirm(phone))
    case "answers-as": return .act(.setOutcome(phone, try outcome()))
    case "hears": return try expected(hearing(phone), standard: Self.hearingLimit)
    case "begins": return try expected(beginning(phone), standard: Self.hearingLimit)
    default:
      try keywords("up")
      return .act(.hangUp(phone))
    }
  }

  private mutating func keys() throws(SentenceFault) -> [DTMF] {
    let word = try take("a key")
    let keys = word.text.map { DTMF($0) }
    guard !word.text.isEmpty, keys.allSatisfy({ $0 != nil }) else {
      throw SentenceFault(
        "IVR206", word.column, "\"\(word.text)\" holds something that is no key of a phone.",
        "The keys are 0 to 9, *, # and A to D.")
    }
    return keys.compactMap(\.self)
  }

  private mutating func agentAct() throws(SentenceFault) -> ScenarioAct {
    try keywords("agent")
    let agent = try take("the name of an agent, or the number of a desk").text
    if upcoming?.text.lowercased() == "is" {
      throw SentenceFault(
        "IVR202", upcoming?.column ?? 1, "\"is\" tells a state, it is nothing that an agent does.",
        "Write: agent \(agent) goes available. Or: expect agent \(agent) is available.")
    }
    let verbs = [
      "goes", "accepts", "declines", "holds", "resumes", "ends", "wraps", "transfers", "consults",
      "confers", "leaves", "signs",
    ]
    switch try keyword(verbs) {
    case "goes": return .agent(agent, try agentChange())
    case "transfers": return .handOver(agent, try transferTarget())
    case "consults":
      try keywords("agent")
      return .handOver(agent, .consult(try take("the name of an agent").text))
    case "confers": return .agent(agent, .conference)
    case "leaves":
      try keywords("the", "customer")
      return .agent(agent, .completeTransfer)
    case "signs": return .agent(agent, try keyword(["in", "out"]) == "in" ? .logIn : .logOut)
    case "accepts": return .agent(agent, .accept)
    case "declines": return .agent(agent, .decline)
    case "holds": return .agent(agent, .hold)
    case "resumes": return .agent(agent, .resume)
    case "ends":
      try keywords("the")
      return .agent(agent, try keyword(["call", "consultation"]) == "call" ? .end : .endConsult)
    default:
      try keywords("up")
      return .agent(agent, .wrapUp(try quoted("a wrap-up reason")))
    }
  }

  /// Reads `to queue QUEUE`, `to agent AGENT` or `to ENTRY POINT`.
  private mutating func transferTarget() throws(SentenceFault) -> HandOver {
    try keywords("to")
    if takes("queue") { return .queue(try take("the name of a queue").text) }
    if takes("agent") { return .agent(try take("the name of an agent").text) }
    return .entryPoint(try take("queue, agent, or the name of an entry point").text)
  }

  private mutating func agentChange() throws(SentenceFault) -> AgentAct {
    if try keyword(["available", "idle"]) == "available" { return .available }
    return .idle(try quoted("an idle reason"))
  }

  private mutating func wait() throws(SentenceFault) -> ScenarioAct {
    try keywords("wait")
    return .wait(try time())
  }

  /// Reads `search answers 500`, `search takes 3s`, `search is well`, and so for `tasks`; and
  /// `web callback is down`, `web callback is well`.
  private mutating func disturbance() throws(SentenceFault) -> [ServiceFault] {
    if takes("search") {
      switch try keyword(["answers", "takes", "lags", "is"]) {
      case "lags": return [.searchIndexDelay(try time())]
      case "answers": return [.searchStatus(try status())]
      case "takes": return [.searchLatency(try time())]
      default:
        try keywords("well")
        return [.searchStatus(nil), .searchLatency(nil), .searchIndexDelay(nil)]
      }
    }
    if takes("web") {
      try keywords("callback")
      try keywords("is")
      return [.webCallbackDown(try keyword(["down", "well"]) == "down")]
    }
    try keywords("tasks")
    if try keyword(["answers", "is"]) == "answers" { return [.tasksStatus(try status())] }
    try keywords("well")
    return [.tasksStatus(nil)]
  }

  private mutating func status() throws(SentenceFault) -> Int {
    let word = upcoming
    let status = try count("a status such as 500")
    guard (100...599).contains(status) else {
      throw SentenceFault("IVR206", word?.column ?? 1, "\(status) is no status of 100 to 599.")
    }
    return status
  }

  private mutating func guardAct() throws(SentenceFault) -> ScenarioAct {
    try keywords("guard", "of")
    let queue = try take("the name of a queue").text
    try keywords("is")
    return .setGuard(queue, try keyword(["refuse", "off"]) == "off" ? .off : .refuse)
  }
}

extension Engine {
  /// Tells a call that something happened and does what it wants.
  mutating func tell(_ task: TaskID, _ event: CallEvent) {
    guard let name = state.sessions[task]?.flowName, let flow = world.flows[name] else { return }
    watch?.tasks.append(task)
    var reaction = CallSession.Reaction(
      now: state.now, world: world, flow: flow, mask: mask, prompts: prompts,
      globals: state.globals, events: EventQueue())
    swap(&reaction.events, &state.events)
    // In place: a copy of the call would copy all its variables as soon as one changes.
    let isOver = state.sessions.update(task) { session in
      session.handle(event, &reaction)
      return session.isOver
    }
    swap(&reaction.events, &state.events)
    if isOver == true, let session = state.sessions[task] {
      let variables = viewable(session)
      state.tasks[task]?.desktopVariables = variables
      let reported = EngineState.reported(session, flow, world.lab)
      state.tasks[task]?.reportedVariables = reported
      if state.tasks[task]?.isActive != true { state.sessions[task] = nil }
    }
    for effect in reaction.effects { perform(effect, of: task) }
  }

  private mutating func perform(_ effect: CallEffect, of task: TaskID) {
    switch effect {
    case .trace(let event): trace(event, task)
    case .reason(let text): state.tasks[task]?.disconnectReason = text
    case .hangUp(let ending): releaseCaller(task, ending)
    case .pop(let page):
      state.tasks[task]?.screenPop = page
      trace(.note("screen pop \(page.label): \(page.url)"), task)
    case .ask(let question, let thread, let number):
      ask(question, Asker(task: task, thread: thread, number: number))
    }
  }

  /// Who asked a question.
  struct Asker {
    let task: TaskID
    let thread: Int
    let number: Int
  }

  private mutating func ask(_ question: Question, _ asker: Asker) {
    switch question {
    case .request(let request, let timeout): send(request, timeout: timeout, asker)
    case .enqueue(let wish): answer(asker, enqueue(asker.task, wish))
    case .queueInformation(let queue, let minutes):
      answer(asker, information(queue, for: asker.task, lookbackMinutes: minutes))
    case .callback(let number, let queue): askForCallback(number, queue, asker)
    }
  }

  /// Answers a question with an event of its own.
  mutating func answer(_ asker: Asker, _ answer: Answer) {
    schedule(
      .call(asker.task, .answer(thread: asker.thread, number: asker.number, answer)))
  }

  private mutating func askForCallback(_ number: String, _ other: QueueID?, _ asker: Asker) {
    guard let task = state.tasks[asker.task], let own = task.queue, isWaiting(task.id) else {
      answer(
        asker, .refused(code: 1, description: "INVALID_REQUEST: the contact is in no queue"))
      return
    }
    if let other, state.queues[other] == nil {
      answer(asker, .refused(code: 3, description: "INVALID_QUEUE: \(other) is not in the lab"))
      return
    }
    guard DialledNumber(number, region: world.lab.region).isDiallable else {
      let description = "INVALID_DESTINATION: \"\(number)\" is no number to call"
      answer(asker, .refused(code: 4, description: description))
      return
    }
    let reservation = Reservation(
      tenant: world.lab.orgID, entryPoint: task.entryPoint, number: number, ani: task.origin,
      task: task.id, queue: other ?? own)
    schedule(
      .reserve(.call(thread: asker.thread, number: asker.number), reservation),
      after: world.lab.latency.ledger)
  }
}

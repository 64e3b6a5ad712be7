extension Engine {
  /// Tells a call that something happened and does what it wants.
  mutating func tell(_ task: TaskID, _ event: CallEvent) {
    guard var session = state.sessions[task], let flow = world.flows[session.flowName] else {
      return
    }
    watch?.tasks.append(task)
    var reaction = CallSession.Reaction(
      now: state.now, world: world, flow: flow, mask: mask, events: EventQueue())
    swap(&reaction.events, &state.events)
    session.handle(event, &reaction)
    swap(&reaction.events, &state.events)
    let isOver = session.isOver && state.tasks[task]?.isActive != true
    if session.isOver {
      let variables = viewable(session)
      state.tasks[task]?.desktopVariables = variables
    }
    state.sessions[task] = isOver ? nil : session
    for effect in reaction.effects { perform(effect, of: task) }
  }

  private mutating func perform(_ effect: CallEffect, of task: TaskID) {
    switch effect {
    case .trace(let event): trace(event, task)
    case .reason(let text): state.tasks[task]?.terminationReason = text
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
    case .enqueue(let queue, let fallback, let priority):
      answer(asker, enqueue(asker.task, queue, fallback: fallback, priority: priority))
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

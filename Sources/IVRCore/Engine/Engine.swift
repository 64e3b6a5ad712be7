import IVRLanguages

/// The contact center: a value that reacts.
///
/// `submit` stamps what a person or a client does and puts it into the one queue of events; `step`
/// takes the next event, changes the state and returns what happened. Nothing else moves it: there
/// is no clock, no thread and no randomness besides the lab's seed.
public struct Engine: Sendable {
  /// What the run reads.
  public let world: World
  /// What the run changes.
  public internal(set) var state: EngineState
  var outputs: [EngineOutput] = []
  /// Whom the last steps concerned, where robots ask.
  var watch: EngineWatch?
  let mask: SecretMask
  let prompts = PromptMemory()
  /// The tasks that this step may have moved on.
  var touched: [TaskID] = []

  /// An engine at the start of a run, or with a state that was saved beside the same world.
  public init(world: World, state: EngineState? = nil) {
    self.world = world
    self.state = state ?? EngineState(world.lab)
    let tokens =
      world.lab.connectors.compactMap(\.token) + world.lab.webCallbackTenants.map(\.token)
    mask = SecretMask(tokens + world.lab.globalVariables.filter(\.isSecure).map(\.value))
  }

  /// The time of the next event, or `nil` where nothing will happen by itself.
  public var nextEventTime: SimulationTime? { state.events.nextTime }

  /// Puts an input into the queue at the current simulated time.
  public mutating func submit(_ input: EngineInput) {
    state.events.schedule(.input(input), at: state.now, priority: .input)
  }

  /// Reserves the name of a client's request, to be used with `EngineInput.request`.
  public mutating func nextRequestID() -> RequestID {
    defer { state.nextRequest += 1 }
    return RequestID(number: state.nextRequest)
  }

  /// Takes the next event and returns what happened; nothing where the queue is empty.
  public mutating func step() -> [EngineOutput] {
    guard let next = state.events.pop() else { return [] }
    state.now = max(state.now, next.time)
    perform(next.event)
    keepMoments()
    defer { outputs = [] }
    return outputs
  }

  /// Moves the clock on to a time; must not pass an event.
  ///
  /// Earlier times do nothing.
  public mutating func advance(to time: SimulationTime) {
    let limit = nextEventTime.map { min($0, time) } ?? time
    state.now = max(state.now, limit)
  }

  private mutating func perform(_ event: EngineEvent) {
    switch event {
    case .input(let input): perform(input)
    case .call(let task, let event): tell(task, event)
    case .reserve(let origin, let reservation): reserve(reservation, for: origin)
    case .serve(let request): serve(request)
    case .deliver(let request, let outcome): deliver(outcome, to: request)
    case .requestTimedOut(let request): requestTimedOut(request)
    case .dispatch: dispatch()
    case .offerTimedOut(let agent): offerTimedOut(agent)
    case .wrapUpTimedOut(let agent): wrapUpTimedOut(agent)
    case .ringTimedOut(let phone): ringTimedOut(phone)
    case .queueTimedOut(let task): queueTimedOut(task)
    case .scheduledCallbackDue(let id): scheduledCallbackDue(id)
    case .sendWebhook(let id): sendWebhook(id)
    case .webCallbackDue(let task): webCallbackDue(task)
    case .webCallbackExpired(let task): webCallbackExpired(task)
    case .pickedUp(let phone):
      answer(phone, byPerson: state.phones[phone]?.outcome == .person)
    case .service(let id, let timer): serviceTimer(timer, of: id)
    case .groupOpens(let task, let queue, let group): groupOpens(task, queue, group: group)
    }
  }

  private mutating func perform(_ input: EngineInput) {
    switch input {
    case .dial(let phone, let number): dial(phone, number)
    case .press(let phone, let key): press(phone, key)
    case .hangUp(let phone): hangUp(phone)
    case .answer(let phone): answer(phone)
    case .refuse(let phone): refuse(phone)
    case .confirm(let phone): confirm(phone)
    case .setOutcome(let phone, let outcome):
      state.phones[phone]?.outcome = outcome
      trace(.note("phone \(phone) is answered as: \(outcome.rawValue)"))
    case .agent(let agent, let act): perform(act, by: agent)
    case .setGuard(let queue, let mode): setGuard(queue, mode)
    case .setFault(let fault): set(fault)
    case .request(let id, let request): receive(request, id)
    case .delivered(let id, let outcome): delivered(id, outcome)
    }
  }

  /// Adds an entry to the trace.
  mutating func trace(_ event: TraceEvent, _ task: TaskID? = nil) {
    if let task, event.mayMoveTask { touched.append(task) }
    if watch?.isTerse == true, !event.isMilestone { return }
    outputs.append(.trace(TraceEntry(time: state.now, task: task, event: event)))
  }

  @discardableResult
  mutating func schedule(_ event: EngineEvent, after milliseconds: Int64 = 0) -> EventToken {
    state.events.schedule(event, at: state.now.advanced(by: milliseconds))
  }

  mutating func cancel(_ token: EventToken?) {
    if let token { state.events.cancel(token) }
  }

  private mutating func setGuard(_ id: QueueID, _ mode: DuplicateGuard) {
    guard state.queues.update(id, { $0.duplicateGuard = mode }) != nil else { return }
    trace(.note("guard of \(state.queues[id]?.name ?? "") is \(mode.rawValue)"))
  }

  /// Switches a disturbance of the lab's own services.
  mutating func set(_ fault: ServiceFault) {
    switch fault {
    case .searchStatus(let status): state.faults.searchStatus = status
    case .searchLatency(let milliseconds): state.faults.searchLatency = milliseconds
    case .searchIndexDelay(let milliseconds): state.faults.searchIndexDelay = milliseconds
    case .tasksStatus(let status): state.faults.tasksStatus = status
    case .webCallbackDown(let isDown): state.faults.isWebCallbackDown = isDown
    }
    trace(.note("fault: \(fault.text)"))
  }
}

extension ServiceFault {
  /// The fault in words.
  var text: String {
    switch self {
    case .searchStatus(let status): "Search " + (status.map { "answers \($0)" } ?? "is well")
    case .searchLatency(let time): "Search " + (time.map { "takes \($0) ms" } ?? "is in time")
    case .searchIndexDelay(let time):
      "Search " + (time.map { "finds tasks \($0) ms late" } ?? "finds tasks at once")
    case .webCallbackDown(let isDown): "8x8 web callback is " + (isDown ? "down" : "well")
    case .tasksStatus(let status): "Tasks " + (status.map { "answers \($0)" } ?? "is well")
    }
  }
}

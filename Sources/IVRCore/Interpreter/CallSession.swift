import IVRLanguages

/// A call on its way through a flow: its variables and the executions that run in it.
///
/// A state machine: an event goes in, the state changes, and what is wanted outside comes out as
/// effects. Timers and the entering of the next activity are scheduled in the one event queue,
/// which is lent to it for the time of a reaction.
struct CallSession: Codable, Hashable, Sendable, Identifiable {
  /// The task of the call.
  let id: TaskID
  /// The flow's name.
  let flowName: String
  var scope = VariableScope()
  var threads: [FlowThread] = []
  var typeAhead: [DTMF] = []
  var matches: [String: [TaskID]] = [:]
  /// Whether the caller hears the flow; false once an agent or nobody is on the line.
  var isCallerListening = true
  var nextThread = 0
  var nextQuestion = 0

  /// How many activities may be entered while the clock stands still.
  static let stepLimit = 1_000

  /// What a reaction runs in.
  struct Reaction {
    let now: SimulationTime
    let world: World
    let flow: FlowDocument
    let mask: SecretMask
    let prompts: PromptMemory
    /// Values of global variables that were changed during the run, by name.
    var globals: [String: String] = [:]
    var events: EventQueue<EngineEvent>
    var effects: [CallEffect] = []

    /// The flow that a thread is in: the call's own, or a subflow.
    func flow(of thread: FlowThread) -> FlowDocument {
      thread.frame.flatMap { world.flows[$0.flowName] } ?? flow
    }

    /// The graph that a thread is in.
    func graph(of thread: FlowThread) -> FlowGraph { flow(of: thread).graph(thread.part) }
  }

  /// A call that has just been answered by its flow.
  init(id: TaskID, flowName: String) {
    self.id = id
    self.flowName = flowName
  }

  /// Whether nothing of it will happen by itself any more.
  var isOver: Bool { threads.isEmpty && !isCallerListening }

  /// Reacts to an event.
  mutating func handle(_ event: CallEvent, _ reaction: inout Reaction) {
    switch event {
    case .begin(let start): begin(start, &reaction)
    case .proceed(let thread): proceed(thread, &reaction)
    case .timer(let thread, let timer): timerRan(thread, timer, &reaction)
    case .answer(let thread, let number, let answer): answered(thread, number, answer, &reaction)
    case .key(let key): pressed(key, &reaction)
    case .hungUp: silence(.hangUp, &reaction)
    case .agentAnswered: silence(.agentAnswered, &reaction)
    case .queueTimedOut: silence(nil, &reaction)
    case .happened(let event, let outputs): startHandler(of: event, outputs, &reaction)
    }
  }
}

/// What happens to a call.
enum CallEvent: Codable, Hashable, Sendable {
  /// The flow answers, with the outputs of its start.
  case begin([String: FlowValue])
  /// A thread enters its next activity.
  case proceed(thread: Int)
  /// A timer of a thread ran out.
  case timer(thread: Int, ThreadTimer)
  /// A question of a thread was answered.
  case answer(thread: Int, number: Int, Answer)
  /// The caller pressed a key.
  case key(DTMF)
  /// The caller hung up.
  case hungUp
  /// An agent took the contact.
  case agentAnswered
  /// The longest time in the queue passed.
  case queueTimedOut
  /// Something that flows have event handlers for, with the outputs of the event.
  case happened(FlowEvent, [String: FlowValue])
}

extension CallSession {
  private mutating func begin(_ start: [String: FlowValue], _ reaction: inout Reaction) {
    scope = newScope(for: reaction.flow, start, reaction)
    startThread(at: reaction.flow.start, part: .main, &reaction)
  }

  /// The scope of a flow that begins, with the outputs of its start.
  func newScope(
    for flow: FlowDocument, _ start: [String: FlowValue], _ reaction: Reaction
  ) -> VariableScope {
    var scope = VariableScope()
    scope.start(flow.main[flow.start]?.label ?? "NewPhoneContact", start)
    for variable in flow.variables {
      scope.declare(variable.name, firstValue(of: variable, in: scope, reaction))
    }
    return scope
  }

  /// The tenant's value of a global variable, else the default of the document.
  ///
  /// A default with an expression is rendered now, and one that does not fit is the empty value of
  /// the type.
  private func firstValue(
    of variable: FlowVariable, in scope: VariableScope, _ reaction: Reaction
  ) -> FlowValue {
    let tenant = reaction.world.lab.globalVariables.first {
      variable.isGlobal && $0.name == variable.name
    }
    let instant = ScopeAtInstant(scope: scope, time: reaction.now)
    let rendered = try? variable.defaultText.template().render(in: instant)
    let text = tenant.map { reaction.globals[$0.name] ?? $0.value } ?? rendered ?? ""
    return variable.type.convert(text) ?? variable.type.convert("") ?? .string("")
  }

  /// Begins an execution at an activity.
  mutating func startThread(at activity: ActivityID, part: FlowPart, _ reaction: inout Reaction) {
    let thread = FlowThread(id: nextThread, part: part, activity: activity, entered: reaction.now)
    nextThread += 1
    threads.append(thread)
    scheduleProceed(thread.id, &reaction)
  }

  func scheduleProceed(_ thread: Int, _ reaction: inout Reaction) {
    reaction.events.schedule(.call(id, .proceed(thread: thread)), at: reaction.now)
  }

  private mutating func timerRan(
    _ thread: Int, _ timer: ThreadTimer, _ reaction: inout Reaction
  ) {
    guard let place = threads.firstIndex(where: { $0.id == thread }) else { return }
    threads[place].timers[timer] = nil
    resume(place, .timer(timer), &reaction)
  }

  private mutating func answered(
    _ thread: Int, _ number: Int, _ answer: Answer, _ reaction: inout Reaction
  ) {
    guard let place = threads.firstIndex(where: { $0.id == thread && $0.question == number })
    else { return }
    threads[place].question = nil
    resume(place, .answer(answer), &reaction)
  }

  /// Gives a key to the activity that speaks to the caller.
  private mutating func pressed(_ key: DTMF, _ reaction: inout Reaction) {
    guard let place = listeningThread, let runner = runner(of: threads[place], reaction) else {
      reaction.effects.append(.trace(.pressed(key, .dropped)))
      return
    }
    let use = runner.use(of: key, context(for: place, reaction))
    reaction.effects.append(.trace(.pressed(key, use)))
    if use == .kept, typeAhead.count < 20 { typeAhead.append(key) }
    if use == .taken { resume(place, .key(key), &reaction) }
  }

  /// The execution that the caller hears: the handler of a global error or of the agent's leaving
  /// where one runs, else the main flow.
  private var listeningThread: Int? {
    guard isCallerListening else { return nil }
    return threads.lastIndex { $0.part.speaksToCaller }
  }

  private func runner(of thread: FlowThread, _ reaction: Reaction) -> (any ActivityRunner)? {
    reaction.graph(of: thread)[thread.activity]?.settings as? any ActivityRunner
  }
}

extension FlowPart {
  /// The handler of errors that nothing else handles.
  static let globalError = FlowPart.handler(FlowEvent.globalError.rawValue)
  /// The handler of the last agent's leaving, while the caller is still on the line.
  static let agentLeft = FlowPart.handler(FlowEvent.agentLeft.rawValue)

  /// Whether the caller can hear it; the other event flows run beside the call.
  var speaksToCaller: Bool { self == .main || self == .globalError || self == .agentLeft }
}

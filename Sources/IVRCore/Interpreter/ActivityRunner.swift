/// What an activity does when a call enters it and while the call waits in it.
///
/// The settings types of the flow are the runners: adding an activity adds a settings file, a
/// runner file and a line in `ActivityCatalog`.
protocol ActivityRunner: ActivitySettings {
  /// The call enters the activity.
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep
  /// Something happened that the activity waits for.
  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep
  /// What becomes of a key while the call waits here.
  func use(of key: DTMF, _ context: ActivityContext) -> KeyUse
}

extension ActivityRunner {
  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep { .wait }

  func use(of key: DTMF, _ context: ActivityContext) -> KeyUse { .dropped }
}

/// What a waiting activity is told.
enum ActivityEvent: Hashable, Sendable {
  /// A key that it takes.
  case key(DTMF)
  /// One of its timers ran out.
  case timer(ThreadTimer)
  /// Its question was answered.
  case answer(Answer)
}

/// What an activity wants next.
enum ActivityStep: Hashable, Sendable {
  /// Stay.
  case wait
  /// Leave by a port.
  case leave(String, WaitEnding? = nil)
  /// End this path without hanging up.
  case stop
  /// Hang up.
  case disconnect
  /// Go on in a subflow, with the values of its input variables.
  case enterSubflow(SubflowCall)
  /// Go back to the flow that entered this subflow.
  case returnFromSubflow
}

/// A subflow to be entered.
struct SubflowCall: Hashable, Sendable {
  let flowName: String
  let inputs: [SubflowInput]
}

/// The value of a subflow's variable on entry, as text.
struct SubflowInput: Hashable, Sendable {
  let variable: String
  let text: String
}

/// An error of the simulated world: it leaves by the activity's error port, else it is a global
/// error of the flow.
struct ActivityFailure: Error, Hashable, Sendable {
  /// What went wrong, in a sentence.
  let message: String
}

/// What an activity asks the contact center; every answer is a later event.
enum Question: Codable, Hashable, Sendable {
  /// Send a request and wait for its outcome at most so many milliseconds.
  case request(HTTPRequest, timeout: Int64)
  /// Enter a queue, or the fallback where that queue is not there.
  case enqueue(QueueWish)
  /// Tell about a queue.
  case queueInformation(QueueID, lookbackMinutes: Int64)
  /// Register a callback, in the contact's own queue or another one.
  case callback(number: String, queue: QueueID?)
}

/// How a contact wants to wait.
struct QueueWish: Codable, Hashable, Sendable {
  let queue: QueueID
  /// Where it goes when that queue is not there.
  var fallback: QueueID?
  /// 1 is the most urgent, 10 none.
  var priority = 10
  /// What it asks of agents.
  var skills: [SkillRequirement] = []
  /// Whether groups in which nobody is signed in are passed over.
  var skipsEmptyGroups = false
}

/// The answer to a question.
enum Answer: Codable, Hashable, Sendable {
  /// The outcome of a request.
  case http(HTTPOutcome)
  /// The contact is in the queue.
  case queued(QueueID)
  /// What is known of a queue.
  case queueInformation(QueueInformation)
  /// The callback is registered.
  case registered
  /// It cannot be done: the code and description of the activity's documentation.
  case refused(code: Int64, description: String)
}

/// What a call wants done outside itself.
enum CallEffect: Hashable, Sendable {
  /// Note something in the trace.
  case trace(TraceEvent)
  /// Ask the contact center; the answer names thread and number.
  case ask(Question, thread: Int, number: Int)
  /// Note why the call is about to end.
  case reason(String)
  /// End the caller's leg.
  case hangUp(CallEnding)
  /// Open a page at the agent's desk.
  case pop(ScreenPop)
}

public import IVRLanguages

/// One thing that happened, at one instant.
///
/// The trace of a run is the list of these in order. Secrets are masked before an entry is made.
public struct TraceEntry: Codable, Hashable, Sendable {
  /// When.
  public let time: SimulationTime
  /// The task it belongs to.
  public let task: TaskID?
  /// What.
  public let event: TraceEvent

  /// An entry.
  public init(time: SimulationTime, task: TaskID?, event: TraceEvent) {
    self.time = time
    self.task = task
    self.event = event
  }

  /// The entry as one line of text; control characters are made visible.
  public var line: String {
    let name = task.map { $0.rawValue } ?? "-"
    let text = VisibleText.line(event.text)
    return "\(CivilTime(time).preciseClock) \(name) \(event.name) \(text)"
  }
}

/// What happened.
public enum TraceEvent: Codable, Hashable, Sendable {
  /// A phone called a number.
  case dialled(phone: PhoneID, from: String, to: String, entryPoint: String)
  /// A prompt began to be heard.
  case heard(Utterance)
  /// A key was pressed, and what became of it.
  case pressed(DTMF, KeyUse)
  /// An activity was left.
  case activity(ActivityRecord)
  /// An event handler of the flow was started, by its specification name.
  case eventFlow(String)
  /// A contact entered a queue, at a position.
  case queued(queue: String, position: Int)
  /// A contact left a queue, for a reason.
  case leftQueue(queue: String, reason: String)
  /// An agent changed state.
  case agent(name: String, state: String)
  /// A contact was offered to an agent.
  case offered(agent: String, number: String, queue: String, isCallback: Bool)
  /// A callback was written into the ledger.
  case callbackAccepted(number: String, queue: String)
  /// The guard refused a callback because of another one.
  case callbackRefused(number: String, existing: TaskID)
  /// A policy judged a request for a callback.
  case callbackJudged(number: String, PolicyDecision)
  /// A callback ended because its customer called in.
  case calledIn(number: String, callback: TaskID)
  /// A callback did not reach the customer.
  case callbackFailed(number: String, reason: String)
  /// A customer's phone began to ring.
  case ringing(phone: PhoneID, number: String)
  /// Agent and customer were connected.
  case connected(agent: String, number: String)
  /// The customer's end of a call ended.
  case callEnded(CallEnding)
  /// A task ended.
  case taskEnded(TaskEnding)
  /// A callback of the callback service changed its state.
  case service(name: String, number: String, state: CallbackState, reason: CallbackReason?)
  /// The callback service attached data to the call that asked for a callback.
  case attached([TaskAttribute])
  /// The callback service told reporting of a callback.
  case userEvent([TaskAttribute])
  /// The callback service told the customer's device something; without phone it could not.
  case pushed(phone: PhoneID?, number: String, text: String)
  /// An attempt of the callback service to reach a customer came to a result.
  case dialResult(number: String, attempt: Int, result: DialResult)
  /// The lab's APIs answered a request of a client.
  case answeredRequest(String, status: Int)
  /// A remark of the simulator.
  case note(String)
}

/// What became of a key that was pressed.
public enum KeyUse: String, Codable, Hashable, Sendable {
  /// The activity took it.
  case taken
  /// It waits for the next collecting activity.
  case kept
  /// Nothing listened.
  case dropped
  /// It is not among what is collected.
  case ignored
}

/// What a caller hears.
public struct Utterance: Codable, Hashable, Sendable {
  /// The activity that speaks.
  public let label: String
  /// The lines, as they are shown.
  public let lines: [String]
  /// How long it takes, in milliseconds.
  public let milliseconds: Int64
  /// Remarks on what could not be rendered.
  public let notes: [String]
  /// What the other views of the prompt show; empty where they show the same.
  public var views = PromptViews()

  /// The lines in one.
  public var text: String { lines.joined(separator: " ") }

  /// The lines of one view.
  public func lines(in view: PromptView) -> [String] { views.lines(in: view, plain: lines) }
}

/// An activity that was left, as a debugger's row.
///
/// Source: webex-runtime reference, section 11.
public struct ActivityRecord: Codable, Hashable, Sendable {
  /// The flow's name.
  public let flow: String
  /// The event handler it runs in, by specification name; `nil` in the main flow.
  public let handler: String?
  /// The label of the activity.
  public let label: String
  /// The registry name, for example `ivr-menu`.
  public let activity: String
  /// The port it was left by, or a word for how it ended.
  public let outcome: String
  /// How its wait ended, where it waited for the caller.
  public let waitEnding: WaitEnding?
  /// When it was entered.
  public let started: SimulationTime
  /// The variables it changed, in order.
  public let modified: [VariableChange]
  /// What else a debugger shows, such as expression, value, request and response.
  public let details: [TraceDetail]
}

/// How a wait for the caller ended.
public enum WaitEnding: String, Codable, Hashable, Sendable {
  /// A key of the menu.
  case matched
  /// A key that the menu does not have, or too few digits.
  case noMatch
  /// No key in time.
  case noInput
  /// No further key in time.
  case interDigitTimeout
  /// The terminator.
  case terminator
  /// The longest input.
  case maxDigits
  /// The caller hung up.
  case hangUp
  /// An agent took the contact.
  case agentAnswered
}

/// A variable with its new value, as text.
public struct VariableChange: Codable, Hashable, Sendable {
  /// The name.
  public let name: String
  /// The value, masked where it is a secret.
  public let value: String
}

/// A named detail of an activity's execution.
public struct TraceDetail: Codable, Hashable, Sendable {
  /// The name, for example `expression`.
  public let name: String
  /// The text, masked where it holds a secret.
  public let value: String
}

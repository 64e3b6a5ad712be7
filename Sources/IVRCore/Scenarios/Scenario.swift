/// A test in sentences: what callers and agents do, and what must then be seen.
///
/// One sentence a line; its words are described in `Flows/scenarios/README.md`.
public struct Scenario: Hashable, Sendable {
  /// The file, as the user named it.
  public let file: String
  /// What is changed in the lab before the start.
  public let settings: [ScenarioSetting]
  /// The sentences after that, in order.
  public let steps: [ScenarioStep]
}

/// What a scenario changes in the lab before the start.
public struct ScenarioSetting: Hashable, Sendable {
  /// What is changed.
  public enum Content: Hashable, Sendable {
    /// The waits of contacts connected in the minute before the start, in milliseconds, of a queue
    /// by name: what its estimate is made of.
    case earlierWaits(String, [Int64])
    /// The number that a phone calls from, as its network writes it.
    case number(PhoneID, String)
  }

  /// Where and what the author wrote.
  public let sentence: ScenarioSentence
  /// What is changed.
  public let content: Content
}

/// A sentence as it was written.
public struct ScenarioSentence: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column of its first word, from 1.
  public let column: Int
  /// Its text without comment and without blanks around it.
  public let text: String
}

/// One sentence of a scenario's story.
public struct ScenarioStep: Hashable, Sendable {
  /// What a step does.
  public enum Content: Hashable, Sendable {
    /// Somebody does something.
    case act(ScenarioAct)
    /// Something becomes true within so many milliseconds.
    case expect(ScenarioFact, within: Int64)
    /// Something does not become true within so many milliseconds.
    case refute(ScenarioFact, within: Int64)
    /// The audience is told something, or the lab begins anew.
    case direct(StageDirection)
  }

  /// Where and what the author wrote.
  public let sentence: ScenarioSentence
  /// What it does.
  public let content: Content
}

/// What somebody does.
public enum ScenarioAct: Hashable, Sendable {
  /// A phone dials an entry point, by name, or a number.
  case dial(PhoneID, String)
  /// A phone's keys are pressed one after the other.
  case press(PhoneID, [DTMF])
  /// A phone is hung up.
  case hangUp(PhoneID)
  /// A ringing phone is answered.
  case answer(PhoneID)
  /// A ringing phone's call is refused.
  case refuse(PhoneID)
  /// The person at a phone confirms what the callback service pushed to it.
  case confirm(PhoneID)
  /// From now on something else answers at a phone.
  case setOutcome(PhoneID, CallOutcome)
  /// A client sends a request to the lab's APIs: method, path and body.
  case request(String, String, body: String)
  /// An agent, by name or by the number of the desk, does something.
  case agent(String, AgentAct)
  /// An agent hands a contact on, or asks another one.
  case handOver(String, HandOver)
  /// So many milliseconds pass.
  case wait(Int64)
  /// The lab's own services fail, slow down or recover.
  case disturb([ServiceFault])
  /// The guard of a queue, by name, is switched.
  case setGuard(String, DuplicateGuard)
}

/// What can be seen of a run.
public enum ScenarioFact: Hashable, Sendable {
  /// A phone hears words that were not matched before; to the end of the prompt, or its beginning.
  case hears(PhoneID, String, toItsEnd: Bool)
  /// A phone rings.
  case rings(PhoneID)
  /// The person at a phone talks with an agent.
  case talks(PhoneID)
  /// A phone is on the hook after a call that ended in this way.
  case ended(PhoneID, CallEnding)
  /// An agent is in a state, by its name on the desk.
  case agent(String, String)
  /// An activity was left by a port since the acts before.
  case leaves(String, port: String)
  /// A variable of the newest call has a value.
  case variable(String, String)
  /// The newest call that carries attached data of a name has this value there.
  case data(String, String)
  /// A callback of the callback service, counted from 1, is in a state, with a reason or any.
  case service(Int, CallbackState, reason: String?)
  /// The newest answer to a client has a status.
  case answered(status: Int)
  /// The newest answer to a client holds a text.
  case answerHolds(String)
  /// So many left a queue in one way.
  case counter(String, QueueCounters.Name, Int)
  /// So many contacts and callbacks wait in the line of a queue.
  case queue(String, holds: Int)
  /// So many callbacks wait or are being made.
  case callbacks(Int)
  /// A line of the trace since the acts before holds a text.
  case trace(String)
}

/// Whom an agent turns to, by the names that people use.
public enum HandOver: Hashable, Sendable {
  /// To the bottom of a queue's line.
  case queue(String)
  /// To another agent.
  case agent(String)
  /// To the flow of an entry point.
  case entryPoint(String)
  /// To another agent for advice first.
  case consult(String)
}

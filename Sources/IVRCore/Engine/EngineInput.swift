/// What a person at the screen, a scenario or a client does to the lab.
///
/// The engine stamps it with the simulated time and puts it into the one queue of events. Replaying
/// the same inputs at the same times gives the same trace.
public enum EngineInput: Codable, Hashable, Sendable {
  /// A phone dials a number.
  case dial(PhoneID, number: String)
  /// A key of a phone is pressed.
  case press(PhoneID, DTMF)
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
  /// An agent does something.
  case agent(AgentID, AgentAct)
  /// The guard of a queue is switched.
  case setGuard(QueueID, DuplicateGuard)
  /// The lab's own services fail or slow down from now on.
  case setFault(ServiceFault)
  /// A client sends a request to the lab's APIs.
  case request(RequestID, HTTPRequest)
  /// What became of a webhook that was sent.
  case delivered(DeliveryID, HTTPOutcome)
}

/// What an agent does at the desk.
public enum AgentAct: Codable, Hashable, Sendable {
  /// Becomes available.
  case available
  /// Becomes idle for a reason.
  case idle(String)
  /// Takes the offered contact.
  case accept
  /// Refuses the offered contact.
  case decline
  /// Ends the talk.
  case end
  /// Puts the customer on hold.
  case hold
  /// Takes the customer back from hold.
  case resume
  /// Submits a wrap-up reason.
  case wrapUp(String)
  /// Writes a note beside the contact, instead of the one before.
  case note(String)
  /// Signs in, or out; who has an offer gives it back, who wraps up is done.
  case logIn, logOut
  /// Leaves the contact to a queue, another agent or a flow.
  case transfer(TransferTarget)
  /// Asks another agent while the customer is on hold.
  case consult(AgentID)
  /// Ends asking; the customer stays on hold.
  case endConsult
  /// Takes the customer into the consultation.
  case conference
  /// Leaves the customer to the agent who was asked.
  case completeTransfer
}

/// Where an agent hands a contact to.
public enum TransferTarget: Codable, Hashable, Sendable {
  /// The bottom of a queue's line.
  case queue(QueueID)
  /// Another agent, who must be available.
  case agent(AgentID)
  /// The flow of an entry point.
  case entryPoint(EntryPointID)
}

/// A disturbance of the lab's own services.
public enum ServiceFault: Codable, Hashable, Sendable {
  /// Search answers with this status instead; `nil` ends the fault.
  case searchStatus(Int?)
  /// Search takes this long, in milliseconds; `nil` ends the fault.
  case searchLatency(Int64?)
  /// Search finds tasks and callbacks only after so many milliseconds; `nil` ends the fault.
  case searchIndexDelay(Int64?)
  /// Tasks answers with this status instead; `nil` ends the fault.
  case tasksStatus(Int?)
  /// The web callback of 8x8 is out of service, or well.
  case webCallbackDown(Bool)
}

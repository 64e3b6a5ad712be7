import IVRCore

/// What the screen reads from the state.
extension AppState {
  var lab: Lab { world.lab }
  var now: SimulationTime { engine.state.now }

  /// The phone that is shown.
  var face: PhoneFace? { phones.indices.contains(phone) ? phones[phone] : nil }

  /// That phone as the engine knows it.
  var shownPhone: Phone? { face.flatMap { engine.state.phones[$0.id] } }

  /// The agent that is shown.
  var shownAgent: Agent? {
    let agents = engine.state.agents.values
    return agents.indices.contains(agent) ? agents[agent] : nil
  }

  /// The task that the phone shown has or had last.
  var currentTask: ContactTask? {
    let id = shownPhone?.state.task ?? face?.task
    return id.flatMap { engine.state.tasks[$0] }
  }

  /// What the call of the phone shown waits for.
  var wait: CallWait? { shownPhone?.state.task.flatMap { engine.waiting(of: $0) } }

  /// The entry point of the call, or else of the number about to be dialled.
  var entryPoint: EntryPoint? {
    if let task = shownPhone?.state.task.flatMap({ engine.state.tasks[$0] }) {
      return lab.entryPoints.first { $0.id == task.entryPoint }
    }
    return lab.entryPoint(of: DialledNumber(face?.number ?? "", region: lab.region))
  }

  /// The queue that is shown: the chosen one, else that of the call or of what the agent is busy
  /// with, else the first that the flow of the entry point names, unless only others have contacts.
  var queue: ContactQueue? {
    let own = shownPhone?.state.task.flatMap { engine.state.tasks[$0]?.queue }
    let named = entryPoint?.flow.flatMap { world.flows[$0] }?.main.activities
      .lazy.flatMap(\.settings.queues).first?.id
    let busy = shownAgent?.state.task.flatMap { engine.state.tasks[$0]?.queue }
    let filled = engine.state.queues.values.filter { !$0.line.isEmpty }.map(\.id)
    let likely = named.map { filled.contains($0) } ?? false ? named : filled.first ?? named
    return [queueChoice, own, busy, likely].lazy.compactMap { $0 }
      .compactMap { engine.state.queues[$0] }.first ?? engine.state.queues.values.first
  }

  /// A telephone number as the screen writes it.
  func written(_ number: String) -> String { Format.number(number, region: lab.region) }

  /// The number of a phone on the screen, from 1.
  func number(of phone: PhoneID?) -> Int? {
    phone.flatMap { id in phones.firstIndex { $0.id == id } }.map { $0 + 1 }
  }

  /// The first phone that rings.
  var ringingPhone: Int? {
    phones.firstIndex { face in
      if case .ringing? = engine.state.phones[face.id]?.state { true } else { false }
    }
  }

  /// The callbacks that wait for an agent while their caller is gone.
  var waitingCallbacks: LazyFilterSequence<[ContactTask]> {
    engine.state.tasks.values.lazy.filter {
      $0.status == .parked && $0.isCallback && $0.customer == .none
    }
  }

  /// Whether a call or a callback would be lost.
  var isLive: Bool { engine.state.tasks.values.contains(where: \.isActive) }

  /// The last activity that the call shown has left, of those that the caller hears: not of the
  /// event flows that run beside the call.
  var lastActivity: ActivityRecord? {
    guard let id = currentTask?.id else { return nil }
    return log.rows.lazy.reversed().first { $0.task == id && $0.activity?.isAside == false }?
      .activity
  }
}

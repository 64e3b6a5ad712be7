import IVRCore

/// Disturbances that a presenter switches on by keys.
enum Disturbance: String, CaseIterable {
  case lateIndex, slowSearch, searchFails, searchSilent, tokenExpired, tasksFail
  case webCallbackDown, agentGoes, machine

  /// What the list says.
  var title: String {
    switch self {
    case .lateIndex: "Search finds new tasks 10 s late"
    case .slowSearch: "Search takes 3 s"
    case .searchFails: "Search answers 500"
    case .searchSilent: "Search does not answer in time"
    case .tokenExpired: "Search answers 401: the token has expired"
    case .tasksFail: "Tasks answers 500"
    case .webCallbackDown: "The web callback of 8x8 is out of service"
    case .agentGoes: "The agent shown signs out"
    case .machine: "An answering machine takes calls at the phone shown"
    }
  }

  /// Whether it is in force.
  func isOn(_ state: AppState) -> Bool {
    let faults = state.engine.state.faults
    return switch self {
    case .lateIndex: faults.searchIndexDelay != nil
    case .slowSearch: faults.searchLatency == 3_000
    case .searchFails: faults.searchStatus == 500
    case .searchSilent: faults.searchLatency == Self.silence
    case .tokenExpired: faults.searchStatus == 401
    case .tasksFail: faults.tasksStatus != nil
    case .webCallbackDown: faults.isWebCallbackDown
    case .agentGoes: state.shownAgent?.state == .loggedOut
    case .machine: state.shownPhone?.outcome == .machine
    }
  }

  /// Longer than any flow waits for an answer, in milliseconds.
  private static let silence: Int64 = 120_000

  /// What switches it.
  func input(isOn: Bool, _ state: AppState) -> EngineInput? {
    switch self {
    case .lateIndex: .setFault(.searchIndexDelay(isOn ? 10_000 : nil))
    case .slowSearch: .setFault(.searchLatency(isOn ? 3_000 : nil))
    case .searchFails: .setFault(.searchStatus(isOn ? 500 : nil))
    case .searchSilent: .setFault(.searchLatency(isOn ? Self.silence : nil))
    case .tokenExpired: .setFault(.searchStatus(isOn ? 401 : nil))
    case .tasksFail: .setFault(.tasksStatus(isOn ? 500 : nil))
    case .webCallbackDown: .setFault(.webCallbackDown(isOn))
    case .agentGoes: state.shownAgent.map { .agent($0.id, isOn ? .logOut : .logIn) }
    case .machine:
      state.shownPhone.map { .setOutcome($0.id, isOn ? .machine : .person) }
    }
  }
}

extension AppState {
  mutating func switchDisturbance(_ name: String) {
    guard let disturbance = Disturbance(rawValue: name) else { return }
    let isOn = !disturbance.isOn(self)
    if let input = disturbance.input(isOn: isOn, self) { submit(input) }
    let isDone = disturbance.isOn(self) == isOn
    say(
      isDone ? "\(isOn ? "On" : "Off"): \(disturbance.title)." : Strings.agentInCall,
      isDone && !isOn ? .good : .bad)
  }

  /// Looks whether the rules of the contact center hold, unless that would cost too much too often.
  mutating func checkRules() {
    let isLarge = engine.state.tasks.count > Self.largeLab
    guard breach == nil, !isLarge || realNow - lastCheck > 1_000 else { return }
    lastCheck = realNow
    breach = engine.state.breaches.first
    if let breach { say(breach.text, .bad) }
  }

  private static let largeLab = 1_000
}

import IVRCore
import IVRLanguages

/// Where things stand, in sentences.
enum PlainStatus {
  /// Clock, phones, agents, the queue shown, and the next useful act.
  static func sentence(_ state: AppState) -> String {
    let time = CivilTime(state.now)
    let parts =
      ["It is \(time.weekdayName) \(time.clock)" + clock(state)]
      + state.phones.indices.map { phone($0, state) }
      + state.engine.state.agents.values.map { agent($0, state) }
      + [state.queue.map { queue($0, state) } ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: ". ") + ". "
      + Strings.Plain.next(Hint.next(state)) + "."
  }

  /// The queue shown: a sentence, and a line for each contact.
  static func queue(_ state: AppState) -> [String] {
    guard let queue = state.queue else { return [Strings.noQueue] }
    let rows = QueuePane.rows(of: queue, state)
    return [self.queue(queue, state) + "."]
      + rows.map { row in
        let place = row.position.map { "\($0): " } ?? ""
        return "\(place)\(row.isCallback ? "callback to" : "call of") \(row.shownNumber),"
          + " \(Format.span(row.waited)), \(row.state)"
      }
  }

  private static func clock(_ state: AppState) -> String {
    if state.clock.isPaused { return ", the clock is paused" }
    return state.clock.speed == 1 ? "" : ", the clock runs at ×\(state.clock.speed)"
  }

  private static func phone(_ index: Int, _ state: AppState) -> String {
    guard let phone = state.engine.state.phones[state.phones[index].id] else { return "" }
    let time = Format.span(state.now.since(phone.since))
    let doing =
      switch phone.state {
      case .idle: "is on the hook"
      case .ringing: "rings for \(time)"
      case .inCall(let task): "is in a call for \(time)" + call(task, state)
      }
    return "Phone \(index + 1) \(doing)"
  }

  private static func call(_ task: TaskID, _ state: AppState) -> String {
    if state.engine.state.tasks[task]?.status == .connected { return ", with an agent" }
    guard let wait = state.engine.waiting(of: task) else { return "" }
    let typed = wait.typed.isEmpty ? "" : ", typed \(wait.typed)"
    return ", \(VisibleText.line(wait.label)): \(wait.words)\(typed)"
  }

  private static func agent(_ agent: Agent, _ state: AppState) -> String {
    "\(VisibleText.line(agent.name)) is \(agent.state.words) for "
      + Format.span(state.now.since(agent.since))
  }

  private static func queue(_ queue: ContactQueue, _ state: AppState) -> String {
    let rows = QueuePane.rows(of: queue, state)
    let callbacks = rows.count { $0.isCallback }
    let calls = rows.count - callbacks
    let mode = queue.duplicateGuard == .refuse ? "refuses duplicates" : "is off"
    return "\(VisibleText.line(queue.name)) holds \(calls) call\(calls == 1 ? "" : "s") and "
      + "\(callbacks) callback\(callbacks == 1 ? "" : "s"), its guard \(mode)"
  }
}

extension Strings {
  /// What only the line dialogue says.
  enum Plain {
    /// What its own commands do.
    enum Commands {
      static let status = "Tells where things stand, and the next useful act."
      static let queue = "Lists the queue shown, or shows another one and lists it."
      static let wait = "Lets time pass at once: wait 30 (seconds), wait 1:30 or wait 5m."
    }

    static let aliases =
      "Keys alone press them: 14085267209. A line that begins with # and a blank is a remark."
    static let noRealTime =
      "Time does not pass by itself here: next, wait 30 or run 10:15 move the clock."
    static let tooLong = "That line is too long."

    static func greeting(_ lab: String) -> String {
      "\(VisibleText.line(lab)). Type help for the commands, status for where things stand."
    }
    static func next(_ hint: Hint) -> String { "Next: \(hint.text)" }
    static func badWait(_ word: String) -> String {
      "\"\(VisibleText.line(word))\" is no time of at most a day: wait 30, wait 1:30 or wait 5m"
    }

    /// A notice of the screen with the commands in place of the keys it names.
    static func typed(_ notice: String, _ isRealTime: Bool) -> String {
      let ends = [
        (paused, isRealTime ? pausedTyped : noRealTime),
        (goesOnKey, isRealTime ? "; go lets the clock run." : "."),
        ("; e shows the numbers.", "."), (": Enter dials.", "."), (": h hangs up.", "."),
        (": a answers.", "."), ("; :run ", "; run "),
      ]
      return ends.reduce(notice) { $0.replacing($1.0, with: $1.1) }
    }

    private static let pausedTyped =
      "Paused: go lets it run, step takes one event, next goes to the next one that matters."
    private static let goesOnKey = "; space goes on."
  }
}

import IVRLanguages

/// What an activity can see and do while it runs.
struct ActivityContext {
  let now: SimulationTime
  let world: World
  let flow: FlowDocument
  let activity: Activity
  let call: TaskID
  let mask: SecretMask
  let prompts: PromptMemory
  var thread: FlowThread
  var scope: VariableScope
  /// Keys pressed ahead of the activity that will collect them.
  var typeAhead: [DTMF]
  /// The tasks that the searches of this call found, by the label of the activity that searched.
  var matches: [String: [TaskID]]
  var nextQuestion: Int
  var events = EventQueue<EngineEvent>()
  var effects: [CallEffect] = []

  /// The text of a template in the call's scope.
  func render(_ text: TemplateText) throws(ActivityFailure) -> String {
    try renderTraced(text).text
  }

  /// The text of a template, with the values it read.
  func renderTraced(_ text: TemplateText) throws(ActivityFailure) -> TemplateOutput {
    do {
      return try text.template().renderTraced(in: ScopeAtInstant(scope: scope, time: now))
    } catch {
      throw ActivityFailure(message: "\(error.message) (column \(error.position.column))")
    }
  }

  /// The text of a template; where it is nothing but the name of a JSON variable, its JSON text.
  ///
  /// Expressions print a map in their own way, which cannot be read back.
  func renderValue(_ text: TemplateText) throws(ActivityFailure) -> String {
    let name = text.source.trimmed
    if name.hasPrefix("{{"), name.hasSuffix("}}"),
      case .json(let value)? = scope.variables[String(name.dropFirst(2).dropLast(2)).trimmed]?.value
    {
      return JSONText.print(value)
    }
    return try render(text)
  }

  /// The number of a setting, or `standard` where it is not given.
  func number(_ setting: NumberSetting, standard: Double) throws(ActivityFailure) -> Double {
    switch setting {
    case .absent: return standard
    case .literal(let value): return value
    case .template(let text):
      let rendered = try render(text)
      if rendered.isEmpty { return standard }
      guard let value = Double(rendered), value.isFinite else {
        throw ActivityFailure(message: "\"\(rendered)\" is no number.")
      }
      return value
    }
  }

  /// Milliseconds of a setting in seconds, kept within a range of seconds.
  func milliseconds(
    _ setting: NumberSetting, standard: Double, within range: ClosedRange<Double>
  ) throws(ActivityFailure) -> Int64 {
    let seconds = try number(setting, standard: standard)
    return Int64(min(max(seconds, range.lowerBound), range.upperBound) * 1000)
  }

  /// Gives a declared variable the value that a text stands for.
  mutating func set(_ name: String, toText text: String) throws(ActivityFailure) {
    guard let variable = flow.variables.first(where: { $0.name == name }) else {
      let known = flow.variables.map(\.name)
      throw ActivityFailure(
        message: "The variable \(name) is not declared" + Suggestions.hint(for: name, in: known)
          + ".")
    }
    guard let value = variable.type.convert(text) else {
      throw ActivityFailure(
        message: "\"\(text)\" is no value for \(name), which is \(variable.type.rawValue).")
    }
    scope.set(name, to: value, by: activity.label)
    let shown = variable.isSecure ? SecretMask.mark : mask.apply(to: value.text)
    thread.modified.append(VariableChange(name: name, value: shown))
  }

  /// Sets an output of the activity.
  mutating func output(_ name: String, _ value: FlowValue) {
    scope.setOutput(name, of: activity.label, to: value)
  }

  /// Shows something in the debugger's row of the activity.
  mutating func detail(_ name: String, _ value: String) {
    thread.details.append(TraceDetail(name: name, value: mask.apply(to: value)))
  }

  /// Starts a timer of the thread; one of the same kind that runs is replaced.
  mutating func start(_ timer: ThreadTimer, milliseconds: Int64) {
    cancel(timer)
    thread.timers[timer] = events.schedule(
      .call(call, .timer(thread: thread.id, timer)), at: now.advanced(by: milliseconds))
  }

  /// Stops a timer, where it runs.
  mutating func cancel(_ timer: ThreadTimer) {
    if let token = thread.timers.removeValue(forKey: timer) { events.cancel(token) }
  }

  /// Asks the contact center; the activity has to wait for the answer.
  mutating func ask(_ question: Question) {
    thread.question = nextQuestion
    effects.append(.ask(question, thread: thread.id, number: nextQuestion))
    nextQuestion += 1
  }

  /// Lets the caller hear something and starts the timer of its end.
  mutating func speak(_ utterance: Utterance) {
    let shown = Utterance(
      label: utterance.label, lines: utterance.lines.map(mask.apply),
      milliseconds: utterance.milliseconds, notes: utterance.notes,
      views: utterance.views.mapLines(mask.apply))
    detail("prompt", shown.text)
    effects.append(.trace(.heard(shown)))
    start(.playback, milliseconds: utterance.milliseconds)
  }

  /// Fails with the code and description that the activity's documentation gives.
  mutating func refuse(code: Int64, _ description: String) -> ActivityFailure {
    output("FailureCode", .integer(code))
    output("FailureDescription", .string(description))
    detail("FailureCode", String(code))
    return ActivityFailure(message: description)
  }
}

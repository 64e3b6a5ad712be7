import IVRLanguages

/// A queue that is named by identifier or by a variable.
struct QueueChoice: Hashable, Sendable {
  let id: TemplateText
  let reference: QueueReference?
  let fallback: QueueReference?

  init(fixed: String?, name: String?, variable: String?, fallback: String? = nil) {
    reference = fixed.map { QueueReference(id: QueueID(rawValue: $0), name: name) }
    id = fixed.map { TemplateText($0) } ?? .variable(variable ?? "")
    self.fallback = fallback.map { QueueReference(id: QueueID(rawValue: $0), name: nil) }
  }

  var references: [QueueReference] { [reference, fallback].compactMap { $0 } }
}

/// Queue Contact: enters a queue and goes on at once.
struct QueueContactSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "queue-contact", aliases: ["5f114550ef5cfc454fbbf133"], title: "Queue Contact",
    summary: "Puts the contact into a queue; the flow goes on at once with what is heard there.",
    successPort: "default", requiredPorts: ["default"], errorPort: "failure", selfLoopLimit: 100,
    read: { QueueContactSettings(&$0) })

  let queue: QueueChoice
  let priority: NumberSetting
  let skills: [SkillSetting]
  /// Whether groups in which nobody is signed in are passed over.
  let skipsEmptyGroups: Bool

  init(_ reader: inout SettingsReader) {
    let isVariable = reader.text("queueRadioGroup") == "variableQueue"
    let fixed = reader.filled("destination") ?? reader.filled("queueId")
    let field = isVariable ? "destinationVariable" : "destination"
    if isVariable || fixed == nil { reader.requireFilled(field, "the queue") }
    queue = QueueChoice(
      fixed: isVariable ? nil : fixed, name: reader.filled("destination:name"),
      variable: reader.filled("destinationVariable"), fallback: reader.filled("fallbackQueue"))
    let isVariablePriority = reader.text("priorityRadioGroup") == "variablePriority"
    let priorityField = isVariablePriority ? "priorityVariable" : "priority"
    priority = reader.flag("toggle") ? reader.number(priorityField) : .absent
    skills = SkillSetting.all(reader)
    skipsEmptyGroups = reader.flag("toggleAgentAvailability")
  }

  var templates: [TemplateText] { [queue.id] + priority.templates + skills.map(\.value) }
  var queues: [QueueReference] { queue.references }
}

/// Get Queue Info: asks for position and estimated wait.
struct QueueInfoSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "queue-lookup", aliases: ["5fabaf1f8bf5b65b82f0706f"], title: "Get Queue Info",
    summary: "Tells position and estimated wait; insufficientdata where the wait is unknown.",
    successPort: "default", requiredPorts: ["default", "insufficientdata"], errorPort: "failure",
    read: { QueueInfoSettings(&$0) })

  let queue: QueueChoice
  let lookback: NumberSetting

  init(_ reader: inout SettingsReader) {
    let fixed = reader.filled("destination") ?? reader.filled("queueId")
    let isVariable =
      fixed?.contains("{{") == true || reader.text("queueRadioGroup") == "variableQueue"
    if fixed == nil, reader.filled("destinationVariable") == nil {
      reader.requireFilled("destination", "the queue")
    }
    queue = QueueChoice(
      fixed: isVariable ? nil : fixed, name: reader.filled("destination:name"),
      variable: isVariable ? fixed ?? reader.filled("destinationVariable") : nil)
    lookback = reader.number("ewtLookbackMinutes")
  }

  var templates: [TemplateText] { [queue.id] + lookback.templates }
  var queues: [QueueReference] { queue.references }
}

/// Callback: keeps the caller's place for a callback.
struct CallbackSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "callback", aliases: ["5f367a285d76a50d1e8fb4d2"], title: "Callback",
    summary: "Registers a callback that keeps the caller's place in the queue.",
    successPort: "default", requiredPorts: ["default"], errorPort: "failure", selfLoopLimit: 10,
    read: { CallbackSettings(&$0) })

  let number: TemplateText
  /// Another queue than the one the contact is in.
  let queue: QueueChoice?

  init(_ reader: inout SettingsReader) {
    number =
      reader.filled("callbackDn").map(TemplateText.variable)
      ?? TemplateText("{{ NewPhoneContact.ANI }}")
    let other = reader.filled("callbackQueue")
    let isVariable =
      reader.text("callbackQueue:radioName") == "variableQueue" || other?.contains("{{") == true
    queue = other.map {
      QueueChoice(fixed: isVariable ? nil : $0, name: nil, variable: isVariable ? $0 : nil)
    }
  }

  var templates: [TemplateText] { [number] + (queue.map { [$0.id] } ?? []) }
  var queues: [QueueReference] { queue?.references ?? [] }
}

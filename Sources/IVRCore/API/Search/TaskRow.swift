import IVRLanguages

/// A task as Search shows it: the fields that the lab knows; all others are null.
///
/// Source: webex-search-api reference, section 7.1. Times are epoch milliseconds, durations
/// milliseconds; `callbackConnectTime` is -1 until agent and customer are connected.
struct TaskRow {
  let task: ContactTask
  let state: EngineState
  let world: World

  /// The fields of the given names.
  func json(_ names: Set<String>) -> JSONValue {
    var row = JSONObject()
    for field in SearchDictionary.detailFields where names.contains(field.name) {
      row[field.name] = Self.values[field.name]?(self) ?? .unfilled(field)
    }
    return .object(row)
  }

  private typealias Value = @Sendable (TaskRow) -> JSONValue

  private static let values = identity.merging(people) { $1 }.merging(endings) { $1 }
    .merging(times) { $1 }.merging(variables) { $1 }

  private static let identity: [String: Value] = [
    "id": { .string($0.task.id.rawValue) }, "status": { .string($0.task.status.rawValue) },
    "channelType": { _ in "telephony" }, "createdTime": { .time($0.task.createdTime) },
    "endedTime": { .time($0.task.endedTime) }, "origin": { .string($0.task.origin) },
    "destination": { .string($0.task.destination) },
    "direction": { .string($0.task.direction) }, "isActive": { .bool($0.task.isActive) },
    "isCallback": { .bool($0.task.isCallback) }, "isCampaign": { _ in false },
    "isOutdial": { _ in false }, "captureRequested": { _ in false },
    "isTranscriptionAvailable": { _ in false }, "isMonitored": { _ in false },
    "isBarged": { _ in false },
    "outdialType": { $0.task.direction == "outbound" ? "CALLBACK" : .null },
    "customer": { ["phoneNumber": .string($0.task.customerNumber)] },
    "callbackData": { $0.callbackData },
    "ivrScriptName": { $0.flow.map { .string($0.name) } ?? .null },
    "ivrScriptId": { $0.flow.map { .string($0.flowID) } ?? .null },
    "ivrScriptTagName": { $0.entry?.flow == nil ? .null : .text($0.entry?.label) },
    "activities": { $0.activities },
  ]

  private static let people: [String: Value] = [
    "lastQueue": { $0.lastQueue }, "lastEntryPoint": { $0.entryPoint },
    "lastAgent": { $0.agent }, "owner": { $0.agent }, "lastTeam": { $0.team },
    "previousQueue": { $0.queue($0.queues.dropLast().last) },
    "firstQueueId": { $0.queues.first.map { .string($0.rawValue) } ?? .null },
    "firstQueueName": { $0.queue($0.queues.first)["name"] ?? .null },
    "lastWrapupCodeName": { .text($0.task.wrapUpCode) },
    "lastWrapUpCodeId": { .text($0.task.wrapUpCode) },
  ]

  private static let times: [String: Value] = [
    "connectedCount": { .count($0.task.count(of: .connected) > 0 ? 1 : 0) },
    "connectedDuration": { $0.duration([.connected]) },
    "holdCount": { .count($0.task.count(of: .onHold)) },
    "holdDuration": { $0.duration([.onHold]) },
    "consultCount": { .count($0.task.count(of: .consulting)) },
    "consultDuration": { $0.duration([.consulting]) },
    "conferenceCount": { .count($0.task.count(of: .conferencing)) },
    "conferenceDuration": { $0.duration([.conferencing]) },
    "transferCount": { .count($0.task.transfers) },
    "requiredSkills": { .skills($0.task.skills) },
    "ringingDuration": { $0.duration([.connect]) },
    "queueCount": { .count($0.queues.count) },
    "queueDuration": { $0.duration([.parked, .connect]) },
    "selfserviceCount": { .count($0.task.count(of: .ivrConnected)) },
    "selfserviceDuration": { $0.duration([.ivrConnected]) },
    "wrapupDuration": { $0.duration([.wrapUp]) },
    "totalDuration": { .integer(($0.task.endedTime ?? $0.state.now).since($0.task.createdTime)) },
    "lastActivityTime": { .time($0.task.moments.last?.time ?? $0.task.createdTime) },
    "isContactOffered": { .bool($0.task.count(of: .connect) > 0) },
    "isContactHandled": { .bool($0.task.connectedTime != nil) },
    "isContactEscalatedToQueue": { .bool(!$0.queues.isEmpty) },
    "isWithInServiceLevel": { $0.isWithinServiceLevel },
    "isWithinSLA": { $0.isWithinServiceLevel },
  ]

  /// The queues it was in, in order.
  var queues: [QueueID] {
    var found: [QueueID] = []
    for moment in task.moments where moment.event == .parked {
      if let queue = moment.queue, queue != found.last { found.append(queue) }
    }
    return found
  }

  var entry: EntryPoint? { world.lab.entryPoints.first { $0.id == task.entryPoint } }

  private var flow: FlowDocument? {
    task.direction == "inbound" ? entry?.flow.flatMap { world.flows[$0] } : nil
  }

  private static let variables: [String: Value] = [
    "stringGlobalVariables": { $0.variables([.string, .json]) { .string($0.text) } },
    "integerGlobalVariables": { $0.variables([.integer]) { $0.json } },
    "doubleGlobalVariables": { $0.variables([.decimal]) { $0.json } },
    "booleanGlobalVariables": { $0.variables([.boolean]) { $0.json } },
    "longGlobalVariables": {
      $0.variables([.dateTime]) { Int64($0.text).map { .integer($0) } ?? .null }
    },
    "globalVariables": { row in
      .object(JSONObject(row.reported.map { ($0.name, $0.value.json) }))
    },
  ]

  private var reported: [ReportedVariable] {
    state.reportedVariables(of: task, world.lab, flow: flow)
  }

  private func variables(
    _ types: [FlowType], _ value: (FlowValue) -> JSONValue
  ) -> JSONValue {
    .array(
      reported.filter { types.contains($0.type) }.map {
        ["name": .string($0.name), "value": value($0.value)]
      })
  }

  private func duration(_ events: Set<TaskMoment.Event>) -> JSONValue {
    .integer(task.time(in: events, until: state.now))
  }
}

extension JSONValue {
  /// A time in epoch milliseconds.
  static func time(_ time: SimulationTime?) -> JSONValue {
    time.map { .integer($0.milliseconds) } ?? .null
  }

  /// A text that may be missing.
  static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A number of things.
  static func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }

  /// What a contact asks of agents.
  static func skills(_ requirements: [SkillRequirement]) -> JSONValue {
    .array(
      requirements.map { requirement in
        var members = requirement.value.members
        members["name"] = .string(requirement.skill)
        members["condition"] = .string(requirement.condition.rawValue)
        return .object(members)
      })
  }

  /// What a field holds that the lab never fills: counts and durations of what cannot happen here
  /// are 0, everything else is not known.
  static func unfilled(_ field: SearchField) -> JSONValue {
    guard case .leaf(let type) = field.shape, type == "Int" || type == "Long" else { return .null }
    return field.name.hasSuffix("Count") || field.name.hasSuffix("Duration") ? 0 : .null
  }
}

extension SkillValue {
  /// The value in the member of its kind.
  var members: JSONObject {
    switch self {
    case .proficiency(let value): ["intVal": .integer(Int64(value))]
    case .text(let text): ["textVal": .string(text)]
    case .flag(let flag): ["boolVal": .bool(flag)]
    }
  }
}

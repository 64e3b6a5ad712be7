import IVRLanguages

/// The variables of a call and the outputs of the activities it has passed.
///
/// The main flow and its event flows share one scope.
struct VariableScope: Codable, Hashable, Sendable {
  /// A variable's value.
  struct Slot: Codable, Hashable, Sendable {
    var value: FlowValue
    /// The activity that set it last.
    var source: String?
  }

  private(set) var variables: [String: Slot] = [:]
  private(set) var outputs: [String: [String: FlowValue]] = [:]
  /// The label of the start activity, whatever the document calls it.
  private var startLabel = ""
  private static let startNames = ["NewPhoneContact", "NewContact"]

  /// Declares a variable with its first value.
  mutating func declare(_ name: String, _ value: FlowValue) {
    variables[name] = Slot(value: value)
  }

  /// Sets a declared variable.
  mutating func set(_ name: String, to value: FlowValue, by label: String) {
    variables[name] = Slot(value: value, source: label)
  }

  /// Sets an output of an activity.
  mutating func setOutput(_ name: String, of label: String, to value: FlowValue) {
    outputs[label, default: [:]][name] = value
  }

  /// Sets the outputs of the start activity, which are also found as `NewPhoneContact` and
  /// `NewContact`.
  mutating func start(_ label: String, _ values: [String: FlowValue]) {
    startLabel = label
    outputs[label] = values
  }

  /// The activity that a path of names, such as `Search.httpStatusCode` or a variable's name, got
  /// its value from.
  func source(of path: String) -> String? {
    let root = String(path.prefix { $0 != "." && $0 != "[" })
    if let slot = variables[root] { return slot.source }
    return outputs[root] == nil ? nil : root
  }

  /// The value of a name as expressions see it; variables hide outputs of the same name.
  func templateValue(named name: String) -> TemplateValue? {
    if let slot = variables[name] { return TemplateValue(slot.value.json) }
    let label = Self.startNames.contains(name) && outputs[name] == nil ? startLabel : name
    return outputs[label].map { values in
      let members = values.keys.sorted().map { ($0, values[$0]?.json ?? .null) }
      return TemplateValue(.object(JSONObject(members)))
    }
  }
}

/// A scope at an instant: what a template is rendered in.
struct ScopeAtInstant: TemplateScope {
  let scope: VariableScope
  let time: SimulationTime

  var now: Int64 { time.milliseconds }

  func value(named name: String) -> TemplateValue? { scope.templateValue(named: name) }

  func filtered(
    _ input: TemplateValue, by name: String, arguments: TemplateArguments
  ) throws(TemplateRefusal) -> TemplateValue? {
    try JSONPathFilter.value(of: input, by: name, arguments: arguments)
  }
}

extension FlowValue {
  /// The value as JSON.
  var json: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .integer(let value): .integer(value)
    case .decimal(let value): .number(JSONNumber(value))
    case .boolean(let value): .bool(value)
    case .json(let value): value
    }
  }
}

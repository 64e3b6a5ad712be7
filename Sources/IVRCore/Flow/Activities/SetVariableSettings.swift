import IVRLanguages

/// Set Variable: gives one to ten variables a value, in order.
struct SetVariableSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "set-variable", title: "Set Variable",
    summary: "Gives variables a value, converted to their types.",
    successPort: "out", requiredPorts: ["out"], errorPort: "error",
    read: { SetVariableSettings(&$0) })

  /// One assignment.
  struct Assignment: Hashable, Sendable {
    let variable: String
    let value: TemplateText
  }

  let assignments: [Assignment]

  init(_ reader: inout SettingsReader) {
    let rows = reader.value("setVariablesArray")?.array?.compactMap(\.object) ?? []
    let sources = rows.isEmpty ? [reader.properties] : rows
    assignments = sources.compactMap(Self.assignment)
    if assignments.isEmpty { reader.requireFilled("srcVariable", "the variable") }
  }

  private static func assignment(_ row: JSONObject) -> Assignment? {
    guard let variable = row["srcVariable"]?.string, !variable.isEmpty else { return nil }
    let isCopy = row["setTo"]?.string == "set-to-variable"
    let fields = isCopy ? ["expr", "tgtVariable"] : ["expr", "literal"]
    let value = fields.compactMap { row[$0] }.first { !$0.isNull && $0.string != "" }
    let text = value?.string ?? value.map(JSONText.print) ?? ""
    return Assignment(
      variable: variable, value: isCopy ? .variable(text) : TemplateText(text))
  }

  var templates: [TemplateText] { assignments.map(\.value) }
}

/// Condition: leaves by true or false.
struct ConditionSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "condition-activity", aliases: ["condition"], title: "Condition",
    summary: "Leaves by true or false, as the text of its expression says.",
    requiredPorts: ["true", "false"], errorPort: "error", read: { ConditionSettings(&$0) })

  let expression: TemplateText

  init(_ reader: inout SettingsReader) {
    reader.requireFilled("expression", "the expression")
    let text = reader.text("expression") ?? ""
    expression = TemplateText(text)
    if !text.isEmpty, !text.contains("{{") {
      reader.document.report(
        "FC1009", .warning, at: reader.path + [.key("expression")],
        "\(reader.label): the expression is not within {{ and }}.",
        hint: "Write {{ \(text) }}.")
    }
  }

  var templates: [TemplateText] { [expression] }
}

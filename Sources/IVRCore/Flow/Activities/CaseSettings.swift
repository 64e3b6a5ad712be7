import IVRLanguages

/// Case: leaves by the row whose value equals the expression's.
struct CaseSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "case-statement", aliases: ["case"], title: "Case",
    summary: "Compares the text of an expression with the values of its rows.",
    requiredPorts: ["default"], errorPort: "error", read: { CaseSettings(&$0) })

  /// A row: the value to match and the port to leave by.
  struct Row: Hashable, Sendable {
    let port: String
    let value: TemplateText
  }

  let expression: TemplateText
  let rows: [Row]

  init(_ reader: inout SettingsReader) {
    reader.requireFilled("expression", "the expression")
    expression = reader.variable("expression")
    let ports = reader.texts("menuLinks")
    let values = reader.texts("menuLinks:input")
    rows = zip(ports, values).map { Row(port: $0, value: TemplateText($1)) }
    if rows.isEmpty { reader.requireFilled("menuLinks", "the rows") }
    if ports.count != values.count {
      reader.document.report(
        "IVR020", .warning, at: reader.path,
        "\(reader.label): \(ports.count) rows have \(values.count) values.",
        hint: "Rows without a value never match.")
    }
  }

  var ownPorts: [String] { rows.map(\.port) }
  var templates: [TemplateText] { [expression] + rows.map(\.value) }
}

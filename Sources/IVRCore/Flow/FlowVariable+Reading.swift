import IVRLanguages

extension FlowVariable {
  /// The variables of a flow document.
  ///
  /// Source: webex-flow-format reference, section 2: an unknown type is text, a value of null is the
  /// type's own empty value, and the text `null` stays as it is.
  static func read(_ document: inout DocumentReader) -> [FlowVariable] {
    var variables: [FlowVariable] = []
    let rows = document.value(at: [.key("variables")])?.array ?? []
    for (index, row) in rows.enumerated() {
      let path: [JSONStep] = [.key("variables"), .index(index)]
      guard let name = row["name"]?.string, !name.isEmpty else {
        document.report("FC1015", .warning, at: path, "A variable has no name.")
        continue
      }
      if variables.contains(where: { $0.name == name }) {
        document.report("IVR017", .warning, at: path, "The variable \(name) is declared twice.")
      }
      let variable = FlowVariable(name, row)
      variables.append(variable)
      if variable.defaultText.isConstant,
        variable.type.convert(variable.defaultText.source) == nil
      {
        document.report(
          "IVR018", .warning, at: path + [.key("value")],
          "The default of \(name) is no \(variable.type.rawValue).",
          hint: "It starts with the empty value of its type.")
      }
    }
    return variables
  }

  private init(_ name: String, _ row: JSONValue) {
    self.name = name
    type = row["type"]?.string.flatMap { FlowType(rawValue: $0.uppercased()) } ?? .string
    let value = row["value"]
    let text = value?.isNull == false ? value.map { $0.string ?? JSONText.print($0) } : nil
    defaultText = TemplateText(text ?? "")
    isGlobal = row["source"]?.string?.uppercased().hasPrefix("GLOBAL") == true
    isSecure = row["isSecure"]?.bool == true
    isAgentViewable = row["isCAD"]?.bool == true
    desktopLabel = row["desktopLabel"]?.string ?? ""
  }
}

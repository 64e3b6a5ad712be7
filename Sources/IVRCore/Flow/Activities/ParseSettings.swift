/// Parse: takes values out of a variable that holds JSON.
struct ParseSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "parse-activity", aliases: ["parse"], title: "Parse",
    summary: "Takes values out of JSON text; what it cannot read is a global error.",
    successPort: "default", requiredPorts: ["default"], read: { ParseSettings(&$0) })

  let input: TemplateText
  let outputs: [ParsedOutput]

  init(_ reader: inout SettingsReader) {
    reader.requireFilled("inputVariable", "the input variable")
    input = reader.variable("inputVariable")
    outputs = ParsedOutput.read(&reader)
  }

  var templates: [TemplateText] { [input] }
}

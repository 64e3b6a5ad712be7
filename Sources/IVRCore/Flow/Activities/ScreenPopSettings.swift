/// Screen Pop: opens a page at the agent's desk.
struct ScreenPopSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "screen-pop", aliases: ["5f36ab33791fbc3e0eae20c8"], title: "Screen Pop",
    summary: "Opens a page at the agent's desk; usually in the event flow AgentAnswered.",
    successPort: "default", errorPort: "error", read: { ScreenPopSettings(&$0) })

  let url: TemplateText
  let query: [SettingPair]
  let label: TemplateText
  let target: String

  init(_ reader: inout SettingsReader) {
    reader.requireFilled("screenPopUrl", "the address")
    url = reader.template("screenPopUrl")
    query = reader.pairs("queryParameters")
    label = reader.template("screenPopDesktopLabel")
    target = reader.text("target") ?? "newBrowserTab"
  }

  var templates: [TemplateText] { [url, label] + query.flatMap { [$0.name, $0.value] } }
}

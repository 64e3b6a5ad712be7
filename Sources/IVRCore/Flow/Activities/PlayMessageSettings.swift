/// Play Message: speaks a prompt to its end.
struct PlayMessageSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "play-message", aliases: ["5f114466ef5cfc454fbbf131"], title: "Play Message",
    summary: "Speaks a prompt; it cannot be interrupted and keys are not collected.",
    successPort: "default", requiredPorts: ["default"], errorPort: "error",
    read: { PlayMessageSettings(&$0) })

  let prompt: PromptSettings

  init(_ reader: inout SettingsReader) { prompt = PromptSettings(&reader) }

  var templates: [TemplateText] { prompt.templates }
}

/// Play Music: plays an audio file for a time.
struct PlayMusicSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "play-music", aliases: ["5faa2ad13505f538acc86afc"], title: "Play Music",
    summary: "Plays an audio file for some seconds; an answering agent cuts it.",
    successPort: "default", requiredPorts: ["default"], errorPort: "error",
    read: { PlayMusicSettings(&$0) })

  let file: TemplateText
  let duration: NumberSetting
  let offset: NumberSetting

  init(_ reader: inout SettingsReader) {
    let isDynamic = reader.text("audioRadioGroup") == "dynamicAudio"
    let field = isDynamic ? "promptDynamic" : "prompt"
    if reader.filled("audioFile") == nil { reader.requireFilled(field, "the audio file") }
    let name = reader.filled(field) ?? reader.text("audioFile") ?? ""
    file = isDynamic ? .variable(name) : TemplateText(name)
    duration = reader.number("duration")
    offset = reader.number("skip")
  }

  var templates: [TemplateText] { [file] + duration.templates + offset.templates }
}

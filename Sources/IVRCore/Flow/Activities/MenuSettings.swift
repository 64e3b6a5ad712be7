import IVRLanguages

/// Menu: speaks a prompt and takes one key.
struct MenuSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "ivr-menu", aliases: ["5f1145ceef5cfc454fbbf134"], title: "Menu",
    summary: "Speaks a prompt and leaves by the key that is pressed.",
    requiredPorts: ["timeout", "invalid"], errorPort: "error", selfLoopLimit: 100,
    read: { MenuSettings(&$0) })

  let prompt: PromptSettings
  let isInterruptible: Bool
  let entryTimeout: NumberSetting
  /// The keys that have a port, as the port names them.
  let keys: [String]
  /// The keys with the author's words for them.
  let namedKeys: [MenuKey]

  init(_ reader: inout SettingsReader) {
    prompt = PromptSettings(&reader)
    isInterruptible = reader.flag("interruptible")
    entryTimeout = reader.number("entryTimeout")
    let options = (reader.value("menuOptions")?.array ?? []).compactMap { $0["digit"] }
    let digits = options.compactMap { $0.string ?? $0.number?.text }
    let listed = reader.texts("menuLinks")
    keys = listed.isEmpty ? digits : listed
    let words = reader.texts("menuLinks:input")
    namedKeys = keys.enumerated().map { index, key in
      MenuKey(key: key, meaning: index < words.count ? words[index] : "")
    }
    if keys.isEmpty { reader.requireFilled("menuLinks", "the menu's keys") }
    for key in keys where key.count != 1 || key.first.flatMap(DTMF.init) == nil {
      reader.document.report(
        "IVR014", .warning, at: reader.path, "\(reader.label): \"\(key)\" is not a key of a phone.",
        hint: "Use 0 to 9, * or #.")
    }
  }

  var ownPorts: [String] { keys }
  var templates: [TemplateText] { prompt.templates + entryTimeout.templates }
}

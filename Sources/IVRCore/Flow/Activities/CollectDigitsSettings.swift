import IVRLanguages

/// Collect Digits: speaks a prompt and takes a number of keys.
struct CollectDigitsSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "ivr-collectdigits", aliases: ["5f1144eaef5cfc454fbbf132"], title: "Collect Digits",
    summary: "Speaks a prompt and collects digits until there are enough.",
    successPort: "default", requiredPorts: ["default", "timeout", "invalid"], errorPort: "error",
    selfLoopLimit: 100, read: { CollectDigitsSettings(&$0) })

  let prompt: PromptSettings
  let isInterruptible: Bool
  let entryTimeout: NumberSetting
  let interDigitTimeout: NumberSetting
  let minimum: NumberSetting
  let maximum: NumberSetting
  let terminator: DTMF?

  init(_ reader: inout SettingsReader) {
    prompt = PromptSettings(&reader)
    isInterruptible = reader.flag("interruptible")
    entryTimeout = reader.number("entryTimeout")
    interDigitTimeout = reader.number("interDigitTimeout")
    minimum = reader.number("minDigits")
    maximum = reader.number("maxDigits")
    terminator =
      reader.properties["terminatorSymbol"] == nil
      ? .pound : reader.text("terminatorSymbol")?.first.flatMap(DTMF.init)
    reportContradiction(&reader)
  }

  var templates: [TemplateText] {
    prompt.templates
      + [entryTimeout, interDigitTimeout, minimum, maximum].flatMap(\.templates)
  }

  private func reportContradiction(_ reader: inout SettingsReader) {
    guard case .literal(let low) = minimum, case .literal(let high) = maximum, low > high else {
      return
    }
    reader.document.report(
      "IVR015", .warning, at: reader.path,
      "\(reader.label): at least \(Int(low)) and at most \(Int(high)) digits cannot both hold.",
      hint: "Make minDigits no larger than maxDigits.")
  }
}

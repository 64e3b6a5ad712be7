import IVRLanguages

/// What is spoken before or while an activity waits.
///
/// Source: webex-flow-format reference, section 6, `play-message`: `toggle` chooses between the list
/// for text to speech and the list of audio; both may mix.
struct PromptSettings: Hashable, Sendable {
  /// One part of a prompt.
  enum Segment: Hashable, Sendable {
    /// Text or SSML, spoken.
    case speech(TemplateText)
    /// An audio file, by a name that may be an expression.
    case audio(TemplateText)
  }

  /// The parts, in order; at most five on the product.
  let segments: [Segment]

  init(_ reader: inout SettingsReader) {
    let chosen = reader.flag("toggle") ? ["promptsTts", "prompts"] : ["prompts", "promptsTts"]
    let list = chosen.compactMap { reader.value($0)?.array }.first { !$0.isEmpty } ?? []
    segments = list.compactMap(Self.segment)
    if segments.isEmpty {
      reader.document.report(
        "FC1015", .warning, at: reader.path, "\(reader.label): there is no prompt.",
        hint: "Add a text-to-speech message or an audio file.")
    }
  }

  private static func segment(_ value: JSONValue) -> Segment? {
    guard let text = value["value"]?.string else { return nil }
    switch value["type"]?.string {
    case "audioFile": return .audio(TemplateText(text))
    case "audioPromptVariable": return .audio(TemplateText.variable(text))
    default: return .speech(TemplateText(text))
    }
  }

  /// The texts with expressions.
  var templates: [TemplateText] {
    segments.map { segment in
      switch segment {
      case .speech(let text), .audio(let text): text
      }
    }
  }
}

import IVRLanguages

extension ActivityContext {
  /// The language prompts are spoken in: the flow's `Global_Language`, else the lab's.
  var language: String {
    let chosen = scope.variables["Global_Language"]?.value.text ?? ""
    return chosen.isEmpty ? world.lab.language : chosen
  }

  /// What a prompt sounds like, all its parts in one.
  func utterance(_ prompt: PromptSettings) throws(ActivityFailure) -> Utterance {
    var parts: [Utterance] = []
    for segment in prompt.segments {
      switch segment {
      case .speech(let text): parts.append(try spoken(text))
      case .audio(let name): parts.append(try audio(try render(name), unknownLength: 5_000))
      }
    }
    return Utterance(
      label: activity.label, lines: parts.flatMap(\.lines),
      milliseconds: parts.reduce(0) { $0 + $1.milliseconds }, notes: parts.flatMap(\.notes),
      views: joinedViews(of: parts))
  }

  /// The views of all parts; a view that shows the plain lines throughout stays empty.
  private func joinedViews(of parts: [Utterance]) -> PromptViews {
    let all = { (view: PromptView) in parts.flatMap { $0.lines(in: view) } }
    let isPlain = { (path: KeyPath<PromptViews, [String]?>) in
      parts.allSatisfy { $0.views[keyPath: path] == nil }
    }
    return PromptViews(
      annotated: isPlain(\.annotated) ? nil : all(.annotated),
      raw: isPlain(\.raw) ? nil : all(.raw), spoken: isPlain(\.spoken) ? nil : all(.spoken))
  }

  /// What an audio file sounds like: its prompt document, else its name in brackets for as long as
  /// the lab document says, or `unknownLength` milliseconds.
  func audio(_ name: String, unknownLength: Int64) throws(ActivityFailure) -> Utterance {
    if let document = world.prompt(name, language: language) { return try spoken(document) }
    let length = world.lab.audioMilliseconds[name]
    let note = "no prompt document for \(name) in Prompts/\(language)"
    return Utterance(
      label: activity.label, lines: ["[audio \(VisibleText.line(name))]"],
      milliseconds: length ?? unknownLength, notes: length == nil ? [note] : [])
  }

  private func spoken(_ text: TemplateText) throws(ActivityFailure) -> Utterance {
    let rendered = try render(text)
    do {
      let pace = world.lab.wordsPerMinute
      let heard = try prompts.prompt(rendered, wordsPerMinute: pace, language: language)
      // A secret that is spelled or spoken in words could no longer be found in what is shown.
      let masked = mask.apply(to: rendered)
      let prompt =
        masked == rendered
        ? heard : try prompts.prompt(masked, wordsPerMinute: pace, language: language)
      return Utterance(
        label: activity.label, lines: prompt.lines, milliseconds: heard.durationMilliseconds,
        notes: prompt.notes, views: prompt.views)
    } catch {
      throw ActivityFailure(
        message: "The prompt cannot be spoken: line \(error.position.line): \(error.message)")
    }
  }
}

/// Walks a tree and says, piece by piece, what is heard.
///
/// `p`, `s`, `break`, `mark` and `audio` end a word; every other element runs on into its neighbours.
/// Nothing is refused here: what cannot be rendered is shown as its text, with a note.
struct SSMLRenderer {
  /// What is heard, in order.
  private(set) var pieces: [SpokenPiece] = []
  /// What a reader should know.
  private(set) var notes = SpokenNotes()

  /// The pauses, in order.
  private(set) var breaks: [SpokenBreak] = []
  /// The names of the marks, in order.
  private(set) var marks: [String] = []
  /// The addresses of the recordings, in order.
  private(set) var audio: [String] = []

  private var language: SpeechLanguage
  private var rate = 100

  /// A renderer that writes numbers and dates for readers of `language`.
  init(language: SpeechLanguage) {
    self.language = language
  }

  /// Adds a text that is no document.
  mutating func renderPlain(_ text: String) {
    pieces.append(.text(text))
  }

  /// Adds all that an element says, in the language that its `xml:lang` names.
  mutating func render(_ element: SSMLElement) {
    let outer = language
    if let tag = element.attribute("xml:lang"), !tag.isEmpty {
      language = SpeechLanguage(tag: tag)
    }
    if element.isSSML, let kind = SSMLElementKind(rawValue: element.name) {
      render(element, as: kind)
    } else {
      noteUnknown(element)
      renderMarked(element, VisibleText.folded(element.writtenName))
    }
    language = outer
  }

  private mutating func render(_ element: SSMLElement, as kind: SSMLElementKind) {
    switch kind {
    case .speak: renderChildren(of: element)
    case .emphasis: renderEmphasis(element)
    case .p: surround(element, with: .line)
    case .s: surround(element, with: .gap)
    case .pause: renderBreak(element)
    case .sub: renderSub(element)
    case .sayAs: renderSayAs(element)
    case .audio: renderAudio(element)
    case .prosody: renderProsody(element)
    case .mark: renderMark(element)
    case .lexicon, .meta, .metadata, .desc:
      noteSilent(element)
      if let mark = SSMLAnnotation.silent(element) { pieces.append(.note(mark)) }
    case .voice, .phoneme, .lang, .lookup, .token, .w:
      notePlain(element)
      renderMarked(element, SSMLAnnotation.label(of: element))
    }
  }

  private mutating func renderChildren(of element: SSMLElement) {
    for child in element.children {
      switch child {
      case .text(let text, _): pieces.append(.text(text))
      case .element(let inner): render(inner)
      }
    }
  }

  /// What an element holds, between a label and its end in the annotated view.
  private mutating func renderMarked(_ element: SSMLElement, _ label: String?) {
    guard let label else { return renderChildren(of: element) }
    pieces.append(.mark("[" + label + "]"))
    renderChildren(of: element)
    let name = label.prefix { $0 != " " && $0 != "," }
    pieces.append(.mark("[/" + name + "]"))
  }

  private mutating func renderEmphasis(_ element: SSMLElement) {
    let sign = SSMLAnnotation.emphasis(element)
    pieces.append(.mark(sign))
    renderChildren(of: element)
    pieces.append(.mark(sign))
  }

  private mutating func renderMark(_ element: SSMLElement) {
    noteSilent(element)
    if let name = element.attribute("name") {
      marks.append(name)
      pieces.append(.note("[mark " + VisibleText.folded(name) + "]"))
    }
    pieces.append(.gap)
  }

  private mutating func surround(_ element: SSMLElement, with piece: SpokenPiece) {
    pieces.append(piece)
    renderChildren(of: element)
    pieces.append(piece)
  }

  /// A `time` wins over a `strength`; with neither, or with one that cannot be read, it is medium.
  private mutating func renderBreak(_ element: SSMLElement) {
    var pause = SpeechTiming.pause(strength: "medium") ?? 0
    var written: Int64?
    var named: String?
    if let strength = element.attribute("strength") {
      if let known = SpeechTiming.pause(strength: strength) {
        pause = known
        named = strength
        if strength == "none" { written = 0 }
      } else {
        noteValue(strength, of: "strength", element, meaning: "no strength; it counts as medium")
      }
    }
    if let time = element.attribute("time") {
      if let known = SpeechTiming.pause(time: time) {
        pause = known
        written = known
        named = nil
      } else {
        noteValue(time, of: "time", element, meaning: "no time such as 1.5s or 250ms")
      }
    }
    breaks.append(SpokenBreak(milliseconds: written, strength: element.attribute("strength")))
    pieces.append(.pause(pause, strength: named))
    renderChildren(of: element)
  }

  private mutating func renderSub(_ element: SSMLElement) {
    guard let alias = element.attribute("alias") else {
      notes.add("<sub> without alias is shown as its text")
      return renderChildren(of: element)
    }
    pieces.append(.text(alias))
    pieces.append(.mark(" [sub " + VisibleText.folded(element.plainText) + "]"))
  }

  private mutating func renderSayAs(_ element: SSMLElement) {
    let text = VisibleText.folded(element.plainText)
    guard let name = element.attribute("interpret-as") else {
      notes.add("<say-as> without interpret-as is shown as its text")
      return renderChildren(of: element)
    }
    guard let kind = SayAsKind(name: name) else {
      let hint = Suggestions.hint(for: name, in: SayAsKind.allCases.map(\.rawValue))
      notes.add(
        "interpret-as \(VisibleText.quoted(name)) is unknown; its text is shown as written"
          + VisibleText.folded(hint))
      return renderChildren(of: element)
    }
    let asked = SayAs(kind: kind, format: element.attribute("format"), language: language)
    if let saying = asked.saying(text) {
      pieces.append(.said(saying))
    } else {
      notes.add(
        "\(VisibleText.quoted(text)) cannot be read as \(kind.rawValue); it is shown as written")
      renderChildren(of: element)
    }
  }

  /// The text inside stands for the recording; without one its name does.
  private mutating func renderAudio(_ element: SSMLElement) {
    pieces.append(.gap)
    let source = element.attribute("src")
    if let source { audio.append(source) }
    if VisibleText.folded(element.plainText).isEmpty, let source {
      notes.add("<audio> is shown by its name")
      pieces.append(.audio(SSMLAnnotation.recordingName(source)))
    } else {
      notes.add("<audio> is shown as the text inside it")
      if let source {
        pieces.append(.note("[audio " + SSMLAnnotation.recordingName(source) + "]"))
      }
    }
    renderChildren(of: element)
    pieces.append(.gap)
  }

  private mutating func renderProsody(_ element: SSMLElement) {
    notePlain(element)
    let outer = rate
    if let written = element.attribute("rate") {
      if let known = SpeechTiming.rate(written, current: rate) {
        rate = known
      } else {
        noteValue(written, of: "rate", element, meaning: "no rate such as slow or 80%")
      }
    }
    let span = duration(of: element)
    if let span { pieces.append(.span(span)) }
    if rate != outer { pieces.append(.rate(rate)) }
    renderMarked(element, SSMLAnnotation.label(of: element))
    if rate != outer { pieces.append(.rate(outer)) }
    if span != nil { pieces.append(.endSpan) }
    rate = outer
  }

  private mutating func duration(of element: SSMLElement) -> Int64? {
    guard let written = element.attribute("duration") else { return nil }
    let known = SpeechTiming.pause(time: written)
    if known == nil {
      noteValue(written, of: "duration", element, meaning: "no time such as 1.5s or 250ms")
    }
    return known
  }
}

extension SSMLRenderer {
  private mutating func notePlain(_ element: SSMLElement) {
    notes.add("<\(element.name)> is shown as plain text")
  }

  private mutating func noteSilent(_ element: SSMLElement) {
    notes.add("<\(element.name)> is not shown")
  }

  private mutating func noteUnknown(_ element: SSMLElement) {
    let known = SSMLElementKind.allCases.map(\.rawValue)
    let hint = Suggestions.hint(for: element.name, in: known)
    notes.add("<\(element.writtenName)> is no element of SSML 1.1; its text is shown" + hint)
  }

  private mutating func noteValue(
    _ value: String, of attribute: String, _ element: SSMLElement, meaning: String
  ) {
    notes.add("\(attribute) \(VisibleText.quoted(value)) of <\(element.name)> is \(meaning)")
  }
}

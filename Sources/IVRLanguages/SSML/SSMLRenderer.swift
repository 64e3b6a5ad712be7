/// Walks a tree and says, piece by piece, what is heard.
///
/// `p`, `s`, `break`, `mark` and `audio` end a word; every other element runs on into its neighbours.
/// Nothing is refused here: what cannot be rendered is shown as its text, with a note.
struct SSMLRenderer {
  /// What is heard, in order.
  private(set) var pieces: [SpokenPiece] = []
  /// What a reader should know.
  private(set) var notes = SpokenNotes()

  private let language: SpeechLanguage
  private var rate = 100

  /// A renderer that writes numbers and dates for readers of `language`.
  init(language: SpeechLanguage) {
    self.language = language
  }

  /// Adds all that an element says.
  mutating func render(_ element: SSMLElement) {
    guard element.isSSML, let kind = SSMLElementKind(rawValue: element.name) else {
      noteUnknown(element)
      return renderChildren(of: element)
    }
    switch kind {
    case .speak, .emphasis: renderChildren(of: element)
    case .p: surround(element, with: .line)
    case .s: surround(element, with: .gap)
    case .pause: renderBreak(element)
    case .sub: renderSub(element)
    case .sayAs: renderSayAs(element)
    case .audio: renderAudio(element)
    case .prosody: renderProsody(element)
    case .mark:
      noteSilent(element)
      pieces.append(.gap)
    case .lexicon, .meta, .metadata, .desc: noteSilent(element)
    case .voice, .phoneme, .lang, .lookup, .token, .w:
      notePlain(element)
      renderChildren(of: element)
    }
  }

  private mutating func renderChildren(of element: SSMLElement) {
    for child in element.children {
      switch child {
      case .text(let text): pieces.append(.text(text))
      case .element(let inner): render(inner)
      }
    }
  }

  private mutating func surround(_ element: SSMLElement, with piece: SpokenPiece) {
    pieces.append(piece)
    renderChildren(of: element)
    pieces.append(piece)
  }

  /// A `time` wins over a `strength`; with neither, or with one that cannot be read, it is medium.
  private mutating func renderBreak(_ element: SSMLElement) {
    var pause = SpeechTiming.pause(strength: "medium") ?? 0
    if let strength = element.attribute("strength") {
      if let known = SpeechTiming.pause(strength: strength) {
        pause = known
      } else {
        noteValue(strength, of: "strength", element, meaning: "no strength; it counts as medium")
      }
    }
    if let time = element.attribute("time") {
      if let known = SpeechTiming.pause(time: time) {
        pause = known
      } else {
        noteValue(time, of: "time", element, meaning: "no time such as 1.5s or 250ms")
      }
    }
    pieces.append(.pause(pause))
    renderChildren(of: element)
  }

  private mutating func renderSub(_ element: SSMLElement) {
    guard let alias = element.attribute("alias") else {
      notes.add("<sub> without alias is shown as its text")
      return renderChildren(of: element)
    }
    pieces.append(.text(alias))
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
    if VisibleText.folded(element.plainText).isEmpty, let source = element.attribute("src") {
      notes.add("<audio> is shown by its name")
      pieces.append(.audio(Self.recordingName(source)))
    } else {
      notes.add("<audio> is shown as the text inside it")
      renderChildren(of: element)
    }
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
    if rate != outer { pieces.append(.rate(rate)) }
    renderChildren(of: element)
    if rate != outer { pieces.append(.rate(outer)) }
    rate = outer
  }

  /// The last part of a path or an address, without its query.
  private static func recordingName(_ source: String) -> String {
    let path = source.prefix { $0 != "?" }
    return VisibleText.folded(String(path.split(separator: "/").last ?? path))
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

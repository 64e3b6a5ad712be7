/// The marks of the annotated view.
enum SSMLAnnotation {
  /// What is written on both sides of emphasized words: `*` moderate, `**` strong, `~` reduced.
  static func emphasis(_ element: SSMLElement) -> String {
    switch element.attribute("level") {
    case "strong": "**"
    case "reduced": "~"
    case "none": ""
    default: "*"
    }
  }

  /// What stands in brackets before the words of an element; `nil` where nothing is to be said.
  static func label(of element: SSMLElement) -> String? {
    switch element.name {
    case "prosody": prosody(element)
    case "voice":
      labelled("voice", element, ["name", "gender", "age", "variant", "languages", "xml:lang"])
    case "lang": labelled("lang", element, ["xml:lang"])
    case "lookup": labelled("lookup", element, ["ref"])
    case "phoneme": labelled("phoneme", element, ["alphabet", "ph"])
    case "token", "w": element.attribute("role").map { element.name + " " + folded($0) }
    default: nil
    }
  }

  /// What is shown of an element that says nothing; `nil` for one that is only for programs.
  static func silent(_ element: SSMLElement) -> String? {
    switch element.name {
    case "lexicon": bracketed("lexicon", [element.attribute("uri")])
    case "meta":
      bracketed(
        "meta",
        [
          element.attribute("name") ?? element.attribute("http-equiv"),
          element.attribute("content"),
        ]
      )
    case "desc": bracketed("desc", [element.plainText])
    default: nil
    }
  }

  /// The last part of a path or an address, without its query.
  static func recordingName(_ source: String) -> String {
    let path = source.prefix { $0 != "?" }
    return folded(String(path.split(separator: "/").last ?? path))
  }

  /// `slow`, `pitch +10%, volume loud`; a rate that is a word stands alone.
  private static func prosody(_ element: SSMLElement) -> String? {
    var parts: [String] = []
    if let rate = element.attribute("rate") {
      parts.append(rate.contains(where: \.isNumber) ? "rate " + folded(rate) : folded(rate))
    }
    for name in ["pitch", "range", "contour", "volume", "duration"] {
      if let value = element.attribute(name) { parts.append(name + " " + folded(value)) }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func labelled(
    _ name: String, _ element: SSMLElement, _ attributes: [String]
  ) -> String {
    ([name] + attributes.compactMap { element.attribute($0).map(folded) }).joined(separator: " ")
  }

  private static func bracketed(_ name: String, _ values: [String?]) -> String {
    "[" + ([name] + values.compactMap { $0.map(folded) }).joined(separator: " ") + "]"
  }

  private static func folded(_ text: String) -> String { VisibleText.folded(text) }
}

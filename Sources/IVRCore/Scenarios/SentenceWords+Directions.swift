extension SentenceWords {
  /// The words that a stage direction begins with.
  static let directions = ["chapter", "caption", "pause", "speed", "show"]

  /// Reads `chapter "…"`, `caption "…"`, `pause TIME`, `speed N` or `show PART`.
  mutating func direction() throws(SentenceFault) -> StageDirection {
    switch try keyword(Self.directions) {
    case "chapter": return .chapter(try quoted("a title"))
    case "caption": return .caption(try quoted("a sentence"))
    case "pause": return .pause(try time())
    case "speed": return .speed(try factor())
    default:
      let part = try keyword(StageDirection.Part.allCases.map(\.rawValue))
      return .show(StageDirection.Part(rawValue: part) ?? .phone)
    }
  }

  private mutating func factor() throws(SentenceFault) -> Int64 {
    let word = upcoming
    let factor = try count("a speed such as 5")
    guard (1...StageDirection.fastest).contains(factor) else {
      throw SentenceFault(
        "IVR206", word?.column ?? 1, "\(factor) is no speed of 1 to \(StageDirection.fastest).")
    }
    return Int64(factor)
  }
}

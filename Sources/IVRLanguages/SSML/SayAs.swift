/// The values of `interpret-as` that are understood.
///
/// Source: W3C Note "SSML 1.0 say-as attribute values", and the values that voice platforms share.
enum SayAsKind: String, CaseIterable {
  case telephone, characters, verbatim, digits, ordinal, cardinal, number, currency, date, time
  case unit, fraction, expletive, bleep
  case spellOut = "spell-out"

  /// Finds a value; letter case does not count.
  init?(name: String) {
    self.init(rawValue: name.lowercased())
  }
}

/// One way to read a text, as a `say-as` element asks for it.
struct SayAs {
  /// What the text is.
  let kind: SayAsKind
  /// The order of its parts, where the author gave one.
  let format: String?
  /// Whose habits of writing count.
  let language: SpeechLanguage

  /// The text as a screen shows it; `nil` where it cannot be read as what it is said to be.
  ///
  /// `text` is folded to one line.
  func saying(_ text: String) -> Saying? {
    if text.isEmpty { return Saying(shown: "", words: 0) }
    return switch kind {
    case .telephone: TelephoneText.saying(text)
    case .characters, .spellOut, .verbatim: Self.spelled(text)
    case .digits: text.contains { $0.isNumber } ? Self.spelled(text) : nil
    case .ordinal: ordinal(text)
    case .cardinal, .number: WrittenNumber(text).map { $0.saying(in: language) }
    case .currency: AmountText.saying(text, language: language)
    case .date: DateText(format: format, language: language).saying(text)
    case .time: TimeText.saying(text)
    case .unit: MeasureText.saying(text, language: language)
    case .fraction: MeasureText.fraction(text)
    case .expletive, .bleep: Saying(shown: "[bleep]", words: 1)
    }
  }

  /// Every character apart; each is one word.
  private static func spelled(_ text: String) -> Saying {
    let characters = text.filter { $0 != " " }.map(String.init)
    return Saying(shown: characters.joined(separator: " "), words: characters.count)
  }

  private func ordinal(_ text: String) -> Saying? {
    let endings = ["st", "nd", "rd", "th", "er", "e", "º", "."]
    let ending = endings.first { text.lowercased().hasSuffix($0) } ?? ""
    guard let number = WrittenNumber(String(text.dropLast(ending.count))), number.fraction.isEmpty,
      !number.isNegative, let value = number.whole
    else { return nil }
    return Saying(
      shown: number.shown(in: language) + language.ordinalMark(value),
      words: SpokenNumber.words(value))
  }
}

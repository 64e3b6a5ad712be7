/// The values of `interpret-as` that are understood.
///
/// Source: W3C Note "SSML 1.0 say-as attribute values", and the values that voice platforms share.
enum SayAsKind: String, CaseIterable {
  case telephone, characters, verbatim, digits, ordinal, cardinal, number, currency, date, time
  case duration, unit, fraction, expletive, bleep, address, name
  case spellOut = "spell-out"

  /// Other names that platforms take.
  private static let aliases: [String: SayAsKind] = [
    "phone": .telephone, "letters": .characters, "acronym": .characters, "spell": .spellOut,
    "spellout": .spellOut, "number_digit": .digits, "number:digits": .digits,
    "number:ordinal": .ordinal, "number:cardinal": .cardinal, "measure": .unit,
    "vxml:phone": .telephone, "vxml:digits": .digits, "vxml:number": .number,
    "vxml:currency": .currency, "vxml:date": .date, "vxml:time": .time,
  ]

  /// Finds a value; letter case does not count.
  init?(name: String) {
    let name = name.lowercased()
    guard let kind = SayAsKind(rawValue: name) ?? Self.aliases[name] else { return nil }
    self = kind
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

  /// The text as a screen shows it and as it is spoken; `nil` where it cannot be read as what it is
  /// said to be.
  ///
  /// `text` is folded to one line.
  func saying(_ text: String) -> Saying? {
    if text.isEmpty { return Saying(shown: "", spoken: "") }
    var saying = read(text)
    saying?.kind = kind.rawValue
    return saying
  }

  private func read(_ text: String) -> Saying? {
    switch kind {
    case .telephone: TelephoneText.saying(text, language: language)
    case .characters, .spellOut, .verbatim: SpelledText(language: language).saying(text)
    case .digits: SpelledText(language: language).digits(text)
    case .ordinal: ordinal(text)
    case .cardinal: cardinal(text)
    case .number: number(text)
    case .currency: AmountText.saying(text, language: language)
    case .date: DateText(format: format, language: language).saying(text)
    case .time: TimeText(format: format, language: language).saying(text)
    case .duration: DurationText(format: format, language: language).saying(text)
    case .unit: MeasureText.saying(text, language: language)
    case .fraction: MeasureText.fraction(text, language: language)
    case .expletive, .bleep: Saying(shown: "[bleep]", spoken: "[bleep]")
    case .address, .name: Saying(shown: text, spoken: text)
    }
  }

  /// A number is read as its format says, where that is the name of another kind.
  private func number(_ text: String) -> Saying? {
    guard let named = format.flatMap(SayAsKind.init(name:)), named != .number else {
      return cardinal(text) ?? MeasureText.fraction(text, language: language)
    }
    return SayAs(kind: named, format: nil, language: language).read(text)
  }

  private func cardinal(_ text: String) -> Saying? {
    if let number = WrittenNumber(text, language: language) { return number.saying(in: language) }
    return RomanNumeral.value(of: text).map {
      Saying(shown: String($0), spoken: language.words.whole($0))
    }
  }

  private static let feminineEndings = ["ª", "a", "re", "ère", "nde", "ra", ".ª"]
  private static let endings = [
    "st", "nd", "rd", "th", "nde", "ère", "ème", "eme", "re", "er", "ra", "ro", "do", "to", ".º",
    ".ª", "º", "ª", "e", "o", "a", ".",
  ]

  private func ordinal(_ text: String) -> Saying? {
    let ending = Self.endings.first { text.lowercased().hasSuffix($0) } ?? ""
    let digits = String(text.dropLast(ending.count))
    let value: Int64
    if let number = WrittenNumber(digits, language: language) {
      guard number.fraction.isEmpty, !number.isNegative, let whole = number.whole else {
        return nil
      }
      value = whole
    } else {
      guard let roman = RomanNumeral.value(of: text) else { return nil }
      value = roman
    }
    guard let number = WrittenNumber(String(value)) else { return nil }
    return Saying(
      shown: number.shown(in: language) + language.ordinalMark(value),
      spoken: language.words.ordinal(
        value, isFeminine: Self.feminineEndings.contains(ending) && !language.isEnglish))
  }
}

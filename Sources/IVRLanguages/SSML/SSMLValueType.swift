/// What the value of an attribute has to look like.
///
/// Source: SSML 1.1, appendix D (schema), whose patterns let any character stand for the decimal
/// point.
enum SSMLValueType: Equatable {
  /// Anything.
  case text
  /// A name token of XML: letters, digits and `.-_:`, at least one.
  case nameToken
  /// A name of XML without colon.
  case name
  /// Names with declared prefixes, apart by blanks.
  case qualifiedNames
  /// A BCP 47 tag, or nothing.
  case language
  /// `1.5s`, `+250ms`.
  case time
  /// One of these words.
  case oneOf([String])
  /// Words among these, apart by blanks.
  case listOf([String])
  /// A whole number from `minimum` on; nothing too where `orEmpty`.
  case integer(minimum: Int64, orEmpty: Bool)
  /// `200Hz`, `+20Hz`, `+10%`, `+2st` or a word of the scale.
  case pitch
  /// Pairs such as `(0%,+20Hz)`, apart by blanks.
  case contour
  /// `1.2`, `80%` or a word of the scale.
  case rate
  /// `+6dB` or a word of the scale.
  case volume
  /// `ipa` or a name that begins with `x-`.
  case alphabet
  /// Tags of languages, each perhaps with `:` and an accent, apart by blanks.
  case voiceLanguages

  private static let heights = ["x-high", "high", "medium", "low", "x-low", "default"]
  private static let speeds = ["x-fast", "fast", "medium", "slow", "x-slow", "default"]
  private static let volumes = [
    "silent", "x-soft", "soft", "medium", "loud", "x-loud", "default",
  ]

  /// The words that an author may have meant.
  var words: [String] {
    switch self {
    case .oneOf(let words), .listOf(let words): words
    case .pitch: Self.heights
    case .rate: Self.speeds
    case .volume: Self.volumes
    case .alphabet: ["ipa"]
    default: []
    }
  }

  /// What to write, for a hint.
  var example: String {
    switch self {
    case .text: "any text"
    case .nameToken: "a word without blanks"
    case .name: "a name that begins with a letter"
    case .qualifiedNames: "names whose prefixes are declared by xmlns:"
    case .language: "a language such as en-US"
    case .time: "a time such as 1.5s or 250ms"
    case .oneOf(let words): Self.listed(words)
    case .listOf(let words): "words among " + Self.listed(words)
    case .integer(let minimum, _): "a whole number from \(minimum) on"
    case .pitch: "200Hz, +20Hz, +10%, +2st or " + Self.listed(Self.heights)
    case .contour: "pairs such as (0%,+20Hz) (50%,high)"
    case .rate: "80%, 1.2 or " + Self.listed(Self.speeds)
    case .volume: "+6dB or " + Self.listed(Self.volumes)
    case .alphabet: "ipa, or a name that begins with x-"
    case .voiceLanguages: "languages such as en-US fr-FR"
    }
  }

  private static func listed(_ words: [String]) -> String {
    let named = words.filter { !$0.isEmpty }
    guard let last = named.last, named.count > 1 else { return named.first ?? "" }
    return named.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Whether a value fits; `prefixes` are the namespaces declared around it.
  func accepts(_ value: String, prefixes: [String] = []) -> Bool {
    switch self {
    case .text: true
    case .nameToken: Self.isNameToken(value.trimmed)
    case .name: Self.isName(value.trimmed)
    case .qualifiedNames:
      Self.list(value).allSatisfy { Self.isQualifiedName($0, prefixes: prefixes) }
    case .language: value.isEmpty || Self.isLanguage(value.trimmed)
    case .time: Self.isTime(value)
    case .oneOf(let words): words.contains(value)
    case .listOf(let words):
      value.isEmpty || Self.list(value).allSatisfy { words.contains(String($0)) }
    case .integer(let minimum, let orEmpty):
      (orEmpty && value.isEmpty) || Self.isInteger(value.trimmed, from: minimum)
    case .pitch: Self.isPitch(value)
    case .contour: Self.list(value).allSatisfy(Self.isContourPoint)
    case .rate:
      Self.speeds.contains(value) || Self.isDecimal(value.trimmed)
        || Self.isNumber(value, before: "%")
    case .volume: Self.volumes.contains(value) || Self.isDecibels(value)
    case .alphabet: value == "ipa" || (value.hasPrefix("x-") && !value.contains("\n"))
    case .voiceLanguages: value.isEmpty || Self.list(value).allSatisfy(Self.isVoiceLanguage)
    }
  }
}

extension SSMLValueType {
  private static func list(_ value: String) -> [Substring] {
    value.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isNameToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy(isNamePart)
  }

  private static func isNamePart(_ character: Character) -> Bool {
    if character.isASCII {
      return character.isLetter || character.isNumber || ".-_:".contains(character)
    }
    return character.isLetter || character.isNumber || character == "·"
  }

  private static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return isNameToken(text) && !text.contains(":")
  }

  private static func isQualifiedName(_ text: Substring, prefixes: [String]) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ isName($0) }) else { return false }
    return parts.count == 1 || parts[0] == "xml" || prefixes.contains(String(parts[0]))
  }

  private static func isLanguage(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { place, part in
      (1...8).contains(part.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || (place > 0 && $0.isNumber)) }
    }
  }

  private static func isVoiceLanguage(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { isLanguage($0) }
  }

  private static func isTime(_ text: String) -> Bool {
    var number = text[...]
    if number.first == "+" { number.removeFirst() }
    guard number.last == "s" else { return false }
    number.removeLast()
    if number.last == "m" { number.removeLast() }
    return isPlain(number)
  }

  /// `([0-9]*\.)?[0-9]+`.
  private static func isPlain(_ text: Substring) -> Bool {
    guard let point = text.firstIndex(of: ".") else { return isDigits(text) }
    let before = text[..<point]
    return (before.isEmpty || isDigits(before)) && isDigits(text[text.index(after: point)...])
  }

  private static func isInteger(_ text: String, from minimum: Int64) -> Bool {
    let digits = text.first == "+" || text.first == "-" ? text.dropFirst() : text[...]
    guard isDigits(digits) else { return false }
    guard let value = Int64(text.first == "+" ? String(digits) : text) else {
      return text.first != "-"
    }
    return value >= minimum
  }

  /// `([0-9]+|[0-9]+.[0-9]*|[0-9]*.[0-9]+)` before a unit; the point may be any character.
  private static func isNumber(_ text: some StringProtocol, before unit: String) -> Bool {
    guard text.hasSuffix(unit) else { return false }
    let number = text.dropLast(unit.count)
    let digits = number.prefix { $0.isASCII && $0.isNumber }
    if digits.count == number.count { return !digits.isEmpty }
    let rest = number.dropFirst(digits.count).dropFirst()
    return rest.allSatisfy { $0.isASCII && $0.isNumber } && !(digits.isEmpty && rest.isEmpty)
  }

  private static func isSigned(_ text: some StringProtocol, before unit: String) -> Bool {
    guard text.first == "+" || text.first == "-" else { return false }
    return isNumber(text.dropFirst(), before: unit)
  }

  private static func isPitch(_ text: some StringProtocol) -> Bool {
    heights.contains(String(text)) || isNumber(text, before: "Hz") || isSigned(text, before: "Hz")
      || isNumber(text, before: "%") || isSigned(text, before: "%") || isSigned(text, before: "st")
  }

  private static func isContourPoint(_ text: Substring) -> Bool {
    guard text.first == "(", text.last == ")" else { return false }
    let parts = text.dropFirst().dropLast()
      .split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && isNumber(parts[0], before: "%") && isPitch(parts[1])
  }

  private static func isDecimal(_ text: String) -> Bool {
    var number = text[...]
    if number.first == "+" { number.removeFirst() }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.contains { !$0.isEmpty }
      && parts.allSatisfy { $0.isEmpty || isDigits($0) }
  }

  private static func isDecibels(_ text: String) -> Bool {
    guard text.hasSuffix("dB") else { return false }
    let number = text.dropLast(2)
    return isPlain(number.first == "+" || number.first == "-" ? number.dropFirst() : number)
  }
}

extension String {
  /// Without the blanks of XML at its ends.
  fileprivate var trimmed: String { VisibleText.folded(self) }
}

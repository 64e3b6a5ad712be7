/// A decimal number as an author writes it: `1,234.50`, `-5`, `007`, `.5`.
struct WrittenNumber: Equatable {
  /// Whether a minus stands before it.
  let isNegative: Bool
  /// The digits before the point, without leading zeros; `0` where there are none.
  let digits: String
  /// The digits behind the point.
  let fraction: String

  /// Reads a text; `nil` where it is no number.
  ///
  /// A comma must stand between groups of three digits. At most 30 digits before the point.
  init?(_ text: String) {
    var rest = text[...]
    isNegative = rest.first == "-" || rest.first == "−"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    guard parts.count <= 2, !(parts.count == 2 && fraction.isEmpty),
      groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].count)
    else { return nil }
    let digits = groups.joined()
    guard (digits + fraction).allSatisfy({ $0.isASCII && $0.isNumber }),
      !(digits + fraction).isEmpty, digits.count <= 30, fraction.count <= 30
    else { return nil }
    let significant = digits.drop { $0 == "0" }
    self.digits = significant.isEmpty ? "0" : String(significant)
    self.fraction = String(fraction)
  }

  /// Reads a text as its language writes numbers, else as English does: German `1.234,5` is 1234.5.
  init?(_ text: String, language: SpeechLanguage) {
    if language.hasDecimalComma, let number = Self(Self.swapped(text)) {
      self = number
    } else {
      self.init(text)
    }
  }

  private init(isNegative: Bool, digits: String, fraction: String) {
    self.isNegative = isNegative
    self.digits = digits
    self.fraction = fraction
  }

  /// The number without its sign.
  var magnitude: WrittenNumber {
    WrittenNumber(isNegative: false, digits: digits, fraction: fraction)
  }

  /// Points and commas changed for each other; a lone point that parts no thousands stays.
  private static func swapped(_ text: String) -> String {
    let groups = text.split(separator: ",")[0...].first?.split(separator: ".") ?? []
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard text.contains(",") || isGrouped else { return text }
    return String(text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
  }

  /// The part before the point; `nil` beyond 64 bits.
  var whole: Int64? { Int64(digits) }

  /// The number with its thousands apart, as the language writes it.
  ///
  /// English: `1,234.5`. Other languages keep the digits as they are, since their signs differ.
  func shown(in language: SpeechLanguage) -> String {
    var text = digits
    if language.isEnglish {
      text = ""
      for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { text += "," }
        text.append(digit)
      }
    }
    return (isNegative ? "-" : "") + text + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number on a screen with the words it is spoken with.
  func saying(in language: SpeechLanguage) -> Saying {
    Saying(shown: shown(in: language), spoken: language.words.number(self))
  }
}

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

  /// The part before the point; `nil` beyond 64 bits.
  var whole: Int64? { Int64(digits) }

  /// How many words the part before the point is spoken with.
  var wholeWords: Int { SpokenNumber.words(digits: digits) }

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
    Saying(
      shown: shown(in: language),
      words: (isNegative ? 1 : 0) + wholeWords + (fraction.isEmpty ? 0 : 1 + fraction.count))
  }
}

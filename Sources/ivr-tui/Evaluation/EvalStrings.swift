import IVRCore
import IVRLanguages

/// The sentences of `eval`.
enum EvalStrings {
  static let readings = ExpressionScope.Reading.allCases.map(\.rawValue)
  static let noLanguage =
    "eval needs a language: " + listed(EvalLanguage.allCases.map(\.rawValue)) + "."
  static let contextNeedsSchema =
    "--context needs --schema: without a schema the lab's Search is asked."
  static let notObject = "The case is no JSON object."
  static let lineTooLong = "The line is longer than \(JSONLines.maximumBytes) bytes."

  static func unknownLanguage(_ word: String) -> String {
    let names = EvalLanguage.allCases.map(\.rawValue)
    let hint = Suggestions.hint(for: word, in: names)
    return "There is no language \"\(word)\""
      + (hint.isEmpty ? "; there are " : hint + " There are ")
      + listed(names) + "."
  }

  static func tooManyWords(_ word: String) -> String {
    "eval takes one expression, put in quotes; \"\(word)\" is one word too many."
  }

  static func foreignOption(_ option: Option, _ language: EvalLanguage) -> String {
    let own = language.options.map(\.rawValue)
    let name = language.rawValue
    return "\(option.rawValue) means nothing to \(name); "
      + (own.isEmpty ? "it has no options." : "it takes " + own.joined(separator: ", ") + ".")
  }

  static func badWord(_ option: Option, _ word: String, _ allowed: [String]) -> String {
    "\(option.rawValue) is \(listed(allowed)), not \"\(word)\"."
  }

  static func badInstant(_ text: String) -> String {
    "--now is an instant like 2026-01-05T10:00:00Z, or milliseconds since 1970, not \"\(text)\"."
  }

  static func badRegion(_ text: String) -> String {
    "--region is two letters of a country, like US, not \"\(text)\"."
  }

  static func noExpression(_ language: EvalLanguage) -> String {
    "eval \(language.rawValue) needs an expression, or JSON Lines from a pipe."
  }

  static func noMember(_ name: String) -> String { "The case has no text \"\(name)\"." }

  static func notObject(_ option: Option) -> String {
    "The file of \(option.rawValue) holds no JSON object."
  }

  /// The words as `a, b or c`.
  private static func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

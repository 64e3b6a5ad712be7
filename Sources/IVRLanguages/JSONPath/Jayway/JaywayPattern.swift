import Foundation

/// A regular expression of Java with its flags, as in `/^E.*/i`; it must match the whole text.
///
/// Differs from the product: Foundation's expressions are ICU's, which read Java's but for a few
/// rare forms.
struct JaywayPattern: Hashable, Sendable {
  let pattern: String
  let flags: String
  private let expression: NSRegularExpression

  /// The letters that may follow the closing slash.
  static let flagLetters = "dixmsuU"

  /// Compiles a pattern; `nil` where it cannot be read.
  init?(pattern: String, flags: String) {
    var options: NSRegularExpression.Options = []
    if flags.contains("d") { options.insert(.useUnixLineSeparators) }
    if flags.contains("i") { options.insert(.caseInsensitive) }
    if flags.contains("x") { options.insert(.allowCommentsAndWhitespace) }
    if flags.contains("m") { options.insert(.anchorsMatchLines) }
    if flags.contains("s") { options.insert(.dotMatchesLineSeparators) }
    // The line break ends a comment that the pattern may end in.
    let whole = "\\A(?:\(pattern)\(flags.contains("x") ? "\n" : ""))\\z"
    guard let expression = try? NSRegularExpression(pattern: whole, options: options) else {
      return nil
    }
    self.pattern = pattern
    self.flags = flags
    self.expression = expression
  }

  /// Whether the whole text matches.
  func matches(_ text: String, _ budget: JSONPathBudget) throws(JaywayFailure) -> Bool {
    try budget.spend(1 + text.utf8.count >> 4)
    do throws(BoundedPattern.GivenUp) {
      return try BoundedPattern.hasMatch(of: expression, in: text)
    } catch {
      throw .patternTooSlow
    }
  }

  static func == (left: JaywayPattern, right: JaywayPattern) -> Bool {
    left.pattern == right.pattern && left.flags == right.flags
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(pattern)
    hasher.combine(flags)
  }
}

import Foundation

/// Runs regular expressions that may go back and forth over a text, and stops those that do so
/// without end.
///
/// The bound counts the matcher's own steps, never time, so that a run gives the same on every
/// machine.
enum BoundedPattern {
  /// Why a search was given up.
  struct GivenUp: Error {}

  /// How often the matcher may report, which it does once in about ten thousand steps.
  private static let reports = 200

  /// The matches in order, at most so many.
  static func matches(
    of expression: NSRegularExpression, in text: String, atMost count: Int = .max
  ) throws(GivenUp) -> [NSTextCheckingResult] {
    var found: [NSTextCheckingResult] = []
    var left = reports
    var isGivenUp = false
    expression.enumerateMatches(
      in: text, options: [.reportProgress, .reportCompletion],
      range: NSRange(location: 0, length: text.utf16.count)
    ) { match, flags, stop in
      if let match {
        found.append(match)
        if found.count >= count { stop.pointee = true }
      } else if flags.contains(.internalError) {
        isGivenUp = true
      } else if !flags.contains(.completed) {
        left -= 1
        if left <= 0 {
          isGivenUp = true
          stop.pointee = true
        }
      }
    }
    if isGivenUp { throw GivenUp() }
    return found
  }

  /// Whether there is a match anywhere.
  static func hasMatch(
    of expression: NSRegularExpression, in text: String
  ) throws(GivenUp) -> Bool {
    try !matches(of: expression, in: text, atMost: 1).isEmpty
  }
}

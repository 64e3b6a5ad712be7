/// Counts the looks that following a path takes, and ends them at a limit.
///
/// One budget is shared by a path and the paths in its filters.
final class JSONPathBudget {
  /// The most looks at values.
  static let limit = 500_000

  private var used = 0

  /// Whether the limit is passed; nothing that is found then counts.
  var isSpent: Bool { used > Self.limit }

  /// Counts looks; false where the limit is passed.
  @discardableResult
  func take(_ looks: Int = 1) -> Bool {
    used = used &+ min(looks, Self.limit + 1)
    return used <= Self.limit
  }

  /// Counts looks and throws where the limit is passed.
  func spend(_ looks: Int = 1) throws(JaywayFailure) {
    guard take(looks) else { throw .tooManySteps }
  }
}

/// Counts the looks that following a path takes and how deep it stands, and ends it at a limit.
///
/// One budget is shared by a path and the paths in its filters.
final class JSONPathBudget {
  /// The most looks at values.
  static let limit = 500_000
  /// How deep the levels of the document, the steps of the path and the filters may stand inside
  /// each other, each counted by the stack that it takes.
  static let depthLimit = 330
  /// What a filter with its paths takes.
  static let filterDepth = 10

  private var used = 0
  private var depth = 0
  private var wasTooDeep = false

  /// Why the path is ended, where it is; nothing that is found then counts.
  var failure: JaywayFailure? {
    wasTooDeep ? .tooDeep : used > Self.limit ? .tooManySteps : nil
  }

  /// Counts looks; false where a limit is passed.
  @discardableResult
  func take(_ looks: Int = 1) -> Bool {
    used = used &+ min(looks, Self.limit + 1)
    return used <= Self.limit && !wasTooDeep
  }

  /// Counts looks and throws where a limit is passed.
  func spend(_ looks: Int = 1) throws(JaywayFailure) {
    if !take(looks), let failure { throw failure }
  }

  /// Goes deeper; false where a limit is passed.
  ///
  /// `leave` must follow in either case.
  func enter(_ levels: Int = 1) -> Bool {
    depth += levels
    if depth > Self.depthLimit { wasTooDeep = true }
    return take()
  }

  /// Comes back from where `enter` led.
  func leave(_ levels: Int = 1) { depth -= levels }
}

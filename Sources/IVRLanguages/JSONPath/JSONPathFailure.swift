/// Why a path that can be read gives nothing in a document.
public enum JSONPathFailure: Error, Hashable, Sendable {
  /// A place that the path leads to is not there.
  case notFound
  /// An operation that its operands do not allow.
  case notApplicable
  /// A function that cannot be computed.
  case failed
  /// Following the path took more than this many looks at values.
  case tooManySteps(limit: Int)
  /// Levels of the document, steps and filters stand too deep inside each other.
  case tooDeep(limit: Int)
  /// A regular expression goes back and forth over its text without end.
  case patternTooSlow

  /// One sentence.
  public var message: String {
    switch self {
    case .notFound: "the path leads nowhere in this document"
    case .notApplicable: "the path does something that the values in this document do not allow"
    case .failed: "a function of the path cannot be computed of these values"
    case .tooManySteps(let limit): "the path looks at more than \(limit) values"
    case .tooDeep(let limit):
      "steps, filters and levels of the document stand more than \(limit) deep inside each other"
    case .patternTooSlow: "a regular expression of the path takes too long on this document"
    }
  }
}

extension JSONPath {
  /// The value of a definite path, or the list of an indefinite one, or why there is none.
  ///
  /// A path of RFC 9535 gives the list of its nodes in every case.
  public func result(in root: JSONValue) throws(JSONPathFailure) -> JSONValue {
    let budget = JSONPathBudget()
    do throws(JaywayFailure) {
      let result = try outcome(in: root, budget)
      return dialect == .rfc9535 && isDefinite ? .array([result]) : result
    } catch {
      if dialect == .rfc9535, error == .notFound { return .array([]) }
      switch error {
      case .notFound: throw .notFound
      case .notApplicable: throw .notApplicable
      case .failed: throw .failed
      case .tooManySteps: throw .tooManySteps(limit: JSONPathBudget.limit)
      case .tooDeep: throw .tooDeep(limit: JSONPathBudget.depthLimit)
      case .patternTooSlow: throw .patternTooSlow
      }
    }
  }
}

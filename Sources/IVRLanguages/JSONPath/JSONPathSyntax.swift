/// A query as RFC 9535 defines it.
struct JSONPathQuery: Hashable, Sendable {
  /// Whether it starts at the root (`$`) or at the current node (`@`).
  let isAbsolute: Bool
  let segments: [JSONPathSegment]

  /// The names and indices of a singular query, which gives at most one node; else `nil`.
  var steps: [JSONPathStep]? {
    var steps: [JSONPathStep] = []
    for segment in segments {
      guard case .child(let selectors) = segment, selectors.count == 1 else { return nil }
      switch selectors[0] {
      case .name(let name): steps.append(.key(name))
      case .index(let index): steps.append(.index(index))
      default: return nil
      }
    }
    return steps
  }
}

/// One name or index of a path that has nothing else.
enum JSONPathStep: Hashable, Sendable {
  case key(JSONKey)
  case index(Int)
}

/// One step of a query.
enum JSONPathSegment: Hashable, Sendable {
  /// Selectors applied to each node.
  case child([JSONPathSelector])
  /// Selectors applied to each node and everything below it.
  case descendant([JSONPathSelector])
}

/// What picks children of a node.
enum JSONPathSelector: Hashable, Sendable {
  case name(JSONKey)
  case index(Int)
  case slice(from: Int?, to: Int?, step: Int)
  case wildcard
  case filter(JSONPathFilter)
}

/// A condition on a child.
indirect enum JSONPathFilter: Hashable, Sendable {
  case or([JSONPathFilter])
  case and([JSONPathFilter])
  case not(JSONPathFilter)
  /// True where the query gives at least one node.
  case exists(JSONPathQuery)
  case compare(JSONPathOperand, JSONPathComparison, JSONPathOperand)
  /// `match` and `search`, the functions with a truth value.
  case matches(JSONPathOperand, JSONPathPattern, isWhole: Bool)
}

/// A comparison operator.
enum JSONPathComparison: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
}

/// One side of a comparison or an argument; gives a value or nothing.
indirect enum JSONPathOperand: Hashable, Sendable {
  case literal(JSONValue)
  /// A query that gives at most one node, absolute or relative.
  case singular(isAbsolute: Bool, [JSONPathStep])
  case length(JSONPathOperand)
  case count(JSONPathQuery)
  case value(JSONPathQuery)
}

/// The second argument of `match` and `search`.
enum JSONPathPattern: Hashable, Sendable {
  /// A literal, compiled once; `nil` where it is no I-Regexp and matches nothing.
  case literal(InteroperableRegexp?)
  case computed(JSONPathOperand)
}

/// The functions of RFC 9535, section 2.4.
enum JSONPathFunction: String, CaseIterable {
  case length, count, match, search, value

  static var names: [String] { allCases.map(\.rawValue) }

  /// How many arguments it takes.
  var arity: Int { self == .match || self == .search ? 2 : 1 }
  /// Whether its argument is a list of nodes instead of a value.
  var takesNodes: Bool { self == .count || self == .value }
  /// Whether its result is a truth value.
  var isLogical: Bool { self == .match || self == .search }
}

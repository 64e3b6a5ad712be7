/// A path as Jayway JsonPath reads it.
///
/// Source: Jayway JsonPath 3.0.0, https://github.com/json-path/JsonPath; its README, and how it
/// behaves on the project's conformance vectors. What looks odd here is what it does.
struct JaywayPath: Hashable, Sendable {
  /// Whether it starts at the document (`$`) or at the current item (`@`).
  let isRoot: Bool
  let tokens: [JaywayToken]
  /// For each token whether all tokens before it lead to one place.
  let isDefiniteBefore: [Bool]
  /// Whether the path gives one value instead of a list.
  let isDefinite: Bool

  init(isRoot: Bool, tokens: [JaywayToken]) {
    let tokens = Self.inverted(tokens)
    var isDefinite = true
    var before: [Bool] = []
    for (index, token) in tokens.enumerated() {
      before.append(isDefinite)
      isDefinite = isDefinite && token.isDefinite(isLast: index == tokens.count - 1)
    }
    self.isRoot = isRoot
    self.tokens = tokens
    self.isDefinite = isDefinite
    isDefiniteBefore = before
  }

  /// Whether the last token is a function.
  var endsInFunction: Bool {
    if case .function = tokens.last { true } else { false }
  }

  /// The names and indices of a path that has nothing else; else `nil`.
  var steps: [JSONPathStep]? {
    var steps: [JSONPathStep] = []
    for token in tokens {
      switch token {
      case .names(let names) where names.count == 1: steps.append(.key(JSONKey(names[0])))
      case .indices(let indices) where indices.count == 1: steps.append(.index(indices[0]))
      default: return nil
      }
    }
    return steps
  }

  /// `$..path.function()` is computed as `$.function($..path)`.
  private static func inverted(_ tokens: [JaywayToken]) -> [JaywayToken] {
    guard case .scan = tokens.first, case .function = tokens.last,
      let place = tokens.firstIndex(where: { $0.isFunction }),
      case .function(let name, _) = tokens[place]
    else { return tokens }
    let scanned = JaywayPath(isRoot: true, tokens: Array(tokens[..<place]))
    return [.function(name, [.path(scanned)])] + tokens[(place + 1)...]
  }
}

/// One token of a path.
enum JaywayToken: Hashable, Sendable {
  /// One name, or several, which at the end of a path are merged into one object.
  case names([String])
  case indices([Int])
  /// At least one bound is there; a step is read over.
  case slice(from: Int?, to: Int?)
  case wildcard
  /// Everything below, for the token that follows.
  case scan
  case filter(JaywayFilter)
  case function(String, [JaywayArgument])

  /// Whether the token leads from one place to one place.
  func isDefinite(isLast: Bool) -> Bool {
    switch self {
    case .names(let names): names.count == 1 || isLast
    case .indices(let indices): indices.count == 1
    case .function: true
    case .slice, .wildcard, .scan, .filter: false
    }
  }

  /// Whether the token is a function.
  var isFunction: Bool {
    if case .function = self { true } else { false }
  }
}

/// An argument of an end function.
enum JaywayArgument: Hashable, Sendable {
  case path(JaywayPath)
  /// A JSON literal; `nil` where it cannot be read, which is noticed only when it is needed.
  case json(JSONValue?)
}

/// A condition in `[?(…)]`.
indirect enum JaywayFilter: Hashable, Sendable {
  case or([JaywayFilter])
  case and([JaywayFilter])
  case not(JaywayFilter)
  /// Whether a path leads somewhere is as expected.
  case exists(JaywayPath, Bool)
  case relation(JaywayOperand, JaywayOperator, JaywayOperand)
}

/// One side of a relation.
enum JaywayOperand: Hashable, Sendable {
  case path(JaywayPath)
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  /// An array or object literal; `nil` where it cannot be read.
  case json(JSONValue?)
  case pattern(JaywayPattern)
}

/// The relational operators; words may be written in any letter case.
enum JaywayOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case identical = "==="
  case notEqual = "!="
  case notIdentical = "!=="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case matches = "=~"
  case within = "IN"
  case notWithin = "NIN"
  case subsetOf = "SUBSETOF"
  case anyOf = "ANYOF"
  case noneOf = "NONEOF"
  case containsAll = "ALL"
  case contains = "CONTAINS"
  case size = "SIZE"
  case empty = "EMPTY"
}

/// Why a path gives nothing.
enum JaywayFailure: Error {
  /// A place that the path leads to is not there.
  case notFound
  /// An operation that its operands do not allow; a filter takes it as false.
  case notApplicable
  /// A function that cannot be computed.
  case failed
  /// Following the path took too many looks at values.
  case tooManySteps
  /// Following the path took too many levels inside each other.
  case tooDeep
  /// A regular expression was given up.
  case patternTooSlow
}

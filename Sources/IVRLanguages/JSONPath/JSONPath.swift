/// A compiled JSONPath.
///
/// Source: RFC 9535; the `jayway` dialect follows Jayway JsonPath 3.0.0 with its default options,
/// which is what the product's HTTP Request and Parse activities behave like.
public struct JSONPath: Hashable, Sendable {
  /// Whose rules a path follows.
  public enum Dialect: Hashable, Sendable {
    /// RFC 9535.
    case rfc9535
    /// Jayway JsonPath 3.0.0.
    case jayway
  }

  private enum Program: Hashable, Sendable {
    /// Names and indices only.
    case steps([JSONPathStep])
    case query(JSONPathQuery)
    case jayway(JaywayPath)
  }

  /// The path as written.
  public let text: String
  /// The rules it follows.
  public let dialect: Dialect
  private let program: Program

  /// The longest path, in bytes.
  static let maximumLength = 65_536
  /// Filters, parentheses and arguments that may stand inside each other.
  static let maximumDepth = 40

  /// Reads a path.
  ///
  /// - Throws: `JSONPathError` with the column of the first fault.
  public init(_ text: String, dialect: Dialect = .rfc9535) throws(JSONPathError) {
    self.text = text
    self.dialect = dialect
    do throws(JSONPathFault) {
      guard text.utf8.count <= Self.maximumLength else {
        throw JSONPathFault(kind: .tooLong(limit: Self.maximumLength), offset: 0)
      }
      program = try Self.compile(text, dialect)
    } catch {
      throw JSONPathError(error, in: text)
    }
  }

  private static func compile(_ text: String, _ dialect: Dialect) throws(JSONPathFault) -> Program {
    switch dialect {
    case .rfc9535:
      var parser = JSONPathParser(text)
      let query = try parser.document()
      return query.steps.map(Program.steps) ?? .query(query)
    case .jayway:
      let path = try JaywayParser.path(text, depth: 0)
      return path.steps.map(Program.steps) ?? .jayway(path)
    }
  }

  /// Whether the path gives one value instead of a list: it has names and single indices only.
  ///
  /// In the `jayway` dialect functions count too, as does a last segment with several names.
  public var isDefinite: Bool {
    switch program {
    case .steps: true
    case .query: false
    case .jayway(let path): path.isDefinite
    }
  }

  /// The nodes that the path selects, in order; empty where there are none, or where finding them
  /// takes too many steps, which `result(in:)` tells.
  public func nodes(in root: JSONValue) -> [JSONValue] {
    switch program {
    case .steps(let steps): JSONPathEvaluator.value(at: steps, in: root).map { [$0] } ?? []
    case .query(let query):
      (try? JSONPathEvaluator(root: root, budget: JSONPathBudget()).allNodes(of: query)) ?? []
    case .jayway(let path):
      (try? JaywayEvaluator(root: root, budget: JSONPathBudget()).results(of: path, at: root)) ?? []
    }
  }

  /// What a parse row of a flow gets: the value of a definite path, else an array.
  ///
  /// A definite path whose value is missing, or whose function cannot be computed, gives `nil`; an
  /// indefinite one gives an array in every case, also an empty one.
  public func value(in root: JSONValue) -> JSONValue? {
    if case .steps(let steps) = program { return JSONPathEvaluator.value(at: steps, in: root) }
    let nodes = nodes(in: root)
    return isDefinite ? nodes.first : .array(nodes)
  }

  /// The value, or why there is none, as Jayway reports it.
  func outcome(
    in root: JSONValue, _ budget: JSONPathBudget = JSONPathBudget()
  ) throws(JaywayFailure) -> JSONValue {
    switch program {
    case .steps(let steps):
      guard let value = JSONPathEvaluator.value(at: steps, in: root) else { throw .notFound }
      return value
    case .query(let query):
      let evaluator = JSONPathEvaluator(root: root, budget: budget)
      return .array(try evaluator.allNodes(of: query))
    case .jayway(let path):
      return try JaywayEvaluator(root: root, budget: budget).value(of: path, at: root)
    }
  }
}

/// How much of a query is accepted before it is refused with an error of its own.
///
/// Limits protect the process: parsing, validation and execution recurse once for each level.
public struct GraphQLLimits: Sendable {
  /// The longest document, in UTF-8 bytes.
  public var documentBytes: Int
  /// The most tokens in a document.
  public var tokens: Int
  /// The deepest nesting of selections (fragments expanded), of values and of list types.
  public var depth: Int
  /// The most selections of one operation, fragments expanded.
  public var selections: Int
  /// The most validation errors that are reported; one more error says that there were others.
  public var errors: Int

  /// The most fields that an operation may ask of its root, aliases counted one by one.
  public var rootFields: Int
  /// The most values in the data of one response.
  public var results: Int

  /// Limits that no query written by a person or a flow comes near.
  public static let standard = GraphQLLimits()

  /// Limits with the standard value for everything that is not given.
  public init(
    documentBytes: Int = 1_048_576, tokens: Int = 50_000, depth: Int = 50,
    selections: Int = 10_000, errors: Int = 100, rootFields: Int = 200, results: Int = 1_000_000
  ) {
    self.documentBytes = documentBytes
    self.tokens = tokens
    self.depth = depth
    self.selections = selections
    self.errors = errors
    self.rootFields = rootFields
    self.results = results
  }
}

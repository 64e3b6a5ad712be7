/// What is wrong with a query, with its variables, with a schema or with a resolved value.
///
/// Source: GraphQL specification, October 2021, section 7.1.2 for the form in a response.
public struct GraphQLError: LanguageError, Hashable {
  /// What is wrong, by the phase and the part of the document it belongs to.
  public enum Kind: Hashable, Sendable {
    /// The text is no GraphQL.
    case syntax(GraphQLSyntaxFault)
    /// The text is larger or deeper than the limits allow.
    case limit(GraphQLLimitFault)
    /// The schema's own text is wrong.
    case schema(GraphQLSchemaFault)
    /// Validation: an operation or the document as a whole.
    case operation(GraphQLOperationFault)
    /// Validation: a field or its arguments.
    case field(GraphQLFieldFault)
    /// Validation: a fragment or its use.
    case fragment(GraphQLFragmentFault)
    /// Validation: a variable or its use.
    case variable(GraphQLVariableFault)
    /// Validation: a value.
    case value(GraphQLValueFault)
    /// Validation: a directive.
    case directive(GraphQLDirectiveFault)
    /// The operation name or the given variables.
    case request(GraphQLRequestFault)
    /// A field while it was resolved.
    case execution(GraphQLExecutionFault)
  }

  /// What is wrong.
  public let kind: Kind
  /// The places in the query, the first being the one to look at; empty where none applies.
  public let positions: [SourcePosition]
  /// The response path of a field error; `nil` for every other error.
  public internal(set) var path: [GraphQLPathStep]?
  /// The names of the fields around a validation error, outermost first.
  public internal(set) var fieldPath: [String] = []
  /// The first line concerned with a caret; empty where there is no place.
  public let excerpt: String

  /// The first place, or the start where there is none.
  public var position: SourcePosition { positions.first ?? .start }

  init(
    _ kind: Kind, in source: SourceText?, at offsets: [Int], path: [GraphQLPathStep]? = nil
  ) {
    self.kind = kind
    self.path = path
    positions = source.map { text in offsets.map { text.position(at: $0) } } ?? []
    excerpt = offsets.first.flatMap { source?.excerpt(at: $0) } ?? ""
  }

  /// One sentence that says what is wrong.
  public var message: String {
    switch kind {
    case .syntax(let fault): fault.message
    case .limit(let fault): fault.message
    case .schema(let fault): fault.message
    case .operation(let fault): fault.message
    case .field(let fault): fault.message
    case .fragment(let fault): fault.message
    case .variable(let fault): fault.message
    case .value(let fault): fault.message
    case .directive(let fault): fault.message
    case .request(let fault): fault.message
    case .execution(let fault): fault.message
    }
  }
}

/// One step of a response path.
public enum GraphQLPathStep: Hashable, Sendable {
  /// A key of the response, that is an alias or a field name.
  case key(String)
  /// A place in a list, from 0.
  case index(Int)

  /// A string or a number.
  public var json: JSONValue {
    switch self {
    case .key(let name): .string(name)
    case .index(let place): .integer(Int64(place))
    }
  }
}

extension GraphQLPathStep: Comparable {
  /// Keys by their letters, places by their numbers, places before keys.
  public static func < (left: GraphQLPathStep, right: GraphQLPathStep) -> Bool {
    switch (left, right) {
    case (.key(let first), .key(let second)): first < second
    case (.index(let first), .index(let second)): first < second
    case (.index, .key): true
    case (.key, .index): false
    }
  }
}

extension GraphQLError {
  /// Whether the error comes first in a response: by place, then by path, then by message.
  func precedes(_ other: GraphQLError) -> Bool {
    if positions != other.positions { return positions.lexicographicallyPrecedes(other.positions) }
    let (path, otherPath) = (path ?? [], other.path ?? [])
    if path != otherPath { return path.lexicographicallyPrecedes(otherPath) }
    return message < other.message
  }

  /// `message`, then `locations` and `path` where they apply.
  public var json: JSONValue {
    var object: JSONObject = ["message": .string(message)]
    if !positions.isEmpty { object["locations"] = .array(positions.map(Self.location)) }
    if let path { object["path"] = .array(path.map(\.json)) }
    return .object(object)
  }

  private static func location(_ position: SourcePosition) -> JSONValue {
    ["line": .integer(Int64(position.line)), "column": .integer(Int64(position.column))]
  }

  /// The phase that found the error.
  public var phase: GraphQLPhase {
    switch kind {
    case .syntax, .schema: .syntax
    case .limit(let fault): fault.isSyntax ? .syntax : .validation
    case .operation, .field, .fragment, .variable, .value, .directive: .validation
    case .request: .request
    case .execution: .execution
    }
  }
}

/// What a client sends: a document, values for its variables, and which operation to execute.
public struct GraphQLRequest: Hashable, Sendable {
  /// The document.
  public var query: String
  /// The values of the variables, by name without `$`.
  public var variables: JSONObject
  /// The operation to execute; needed where the document has several.
  public var operationName: String?

  /// A request.
  public init(query: String, variables: JSONObject = [:], operationName: String? = nil) {
    self.query = query
    self.variables = variables
    self.operationName = operationName
  }
}

/// The phase that ended a request.
public enum GraphQLPhase: String, Hashable, Sendable {
  /// Everything was answered.
  case ok
  /// The document is no GraphQL.
  case syntax
  /// The document does not fit the schema.
  case validation
  /// The operation name or the variables do not fit the document.
  case request
  /// Some fields failed.
  case execution
}

/// What a client gets.
///
/// Source: GraphQL specification, October 2021, section 7.1.
public struct GraphQLResponse: Hashable, Sendable {
  /// The phase that ended the request.
  public let phase: GraphQLPhase
  /// All errors, in the order they were found.
  public let errors: [GraphQLError]
  /// The answer; `nil` where nothing was executed, JSON null where an error reached the root.
  public let data: JSONValue?

  /// `errors`, where there are any, then `data`, where something was executed.
  public var json: JSONValue {
    var object = JSONObject()
    if !errors.isEmpty { object["errors"] = .array(errors.map(\.json)) }
    if let data { object["data"] = data }
    return .object(object)
  }
}

/// What a client gets, with the data as JSON text.
///
/// The text is written while the fields are answered, which for long lists costs much less than
/// making a value and printing that.
public struct GraphQLTextResponse: Hashable, Sendable {
  /// The phase that ended the request.
  public let phase: GraphQLPhase
  /// All errors, in the order they were found.
  public let errors: [GraphQLError]
  /// The answer on one line; `nil` where nothing was executed, `null` where an error reached the
  /// root.
  public let data: String?

  /// The same text that printing `GraphQLResponse.json` gives.
  public var text: String {
    let errorText = errors.isEmpty ? nil : JSONText.print(.array(errors.map(\.json)))
    let parts = [errorText.map { "\"errors\":" + $0 }, data.map { "\"data\":" + $0 }]
    return "{" + parts.compactMap { $0 }.joined(separator: ",") + "}"
  }
}

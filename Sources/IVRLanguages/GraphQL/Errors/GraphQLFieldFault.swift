/// Why a field or its arguments do not fit the schema.
public enum GraphQLFieldFault: Hashable, Sendable {
  /// The type has no such field; `onTypes` are possible types that have it.
  case unknown(String, type: String, suggestion: GraphQLSuggestion, onTypes: [String])
  /// An object without a selection of its fields.
  case selectionRequired(String, type: String)
  /// A selection on a value that has no fields.
  case selectionNotAllowed(String, type: String)
  /// An argument that the owner (`Type.field` or `@directive`) does not take.
  case unknownArgument(String, owner: String, suggestion: GraphQLSuggestion)
  /// An argument given twice.
  case duplicateArgument(String)
  /// An argument that has to be given and is not.
  case missingArgument(String, owner: String, type: String)
  /// Two selections that want to fill the same key of the response with different things.
  case conflict(String, GraphQLConflict)

  var message: String {
    switch self {
    case .unknown(let field, let type, let suggestion, let types):
      Self.unknown(field, type, suggestion, types)
    case .selectionRequired(let field, let type):
      "The field \"\(field)\" of type \"\(type)\" needs a selection of fields; "
        + "write \"\(field) { … }\""
    case .selectionNotAllowed(let field, let type):
      "The field \"\(field)\" has no fields to select, since its type is \"\(type)\""
    case .unknownArgument(let name, let owner, let suggestion):
      "Unknown argument \"\(name)\" on \"\(owner)\"\(suggestion.hint)"
    case .duplicateArgument(let name): "The argument \"\(name)\" is given twice"
    case .missingArgument(let name, let owner, let type):
      "Missing argument \"\(name)\" of type \"\(type)\" on \"\(owner)\""
    case .conflict(let name, let conflict):
      "Fields \"\(name)\" conflict because \(conflict.reason); use different aliases"
    }
  }

  private static func unknown(
    _ field: String, _ type: String, _ suggestion: GraphQLSuggestion, _ types: [String]
  ) -> String {
    let head = "Cannot query field \"\(field)\" on type \"\(type)\""
    guard !types.isEmpty else { return head + suggestion.hint }
    let names = types.map { "\"\($0)\"" }.joined(separator: " or ")
    return head + "; did you mean an inline fragment on \(names)?"
  }
}

/// Why two selections cannot share a key of the response.
public indirect enum GraphQLConflict: Hashable, Sendable {
  /// They are different fields.
  case differentFields(String, String)
  /// Their arguments differ.
  case differentArguments
  /// Their types differ.
  case differentTypes(String, String)
  /// Selections below them conflict.
  case nested([GraphQLNestedConflict])

  var reason: String {
    switch self {
    case .differentFields(let first, let second):
      "\"\(first)\" and \"\(second)\" are different fields"
    case .differentArguments: "their arguments differ"
    case .differentTypes(let first, let second):
      "they have the conflicting types \"\(first)\" and \"\(second)\""
    case .nested(let conflicts):
      conflicts.map { "the fields \"\($0.name)\" below conflict because \($0.conflict.reason)" }
        .joined(separator: " and ")
    }
  }
}

/// A conflict below two selections.
public struct GraphQLNestedConflict: Hashable, Sendable {
  /// The key of the response.
  public let name: String
  /// Why it cannot be shared.
  public let conflict: GraphQLConflict
}

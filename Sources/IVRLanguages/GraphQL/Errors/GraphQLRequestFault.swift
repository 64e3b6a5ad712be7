/// Why a valid document cannot be executed as requested.
public enum GraphQLRequestFault: Hashable, Sendable {
  /// The document has no operation.
  case noOperation
  /// There are several operations and no name says which.
  case operationNameRequired
  /// There is no operation of the requested name.
  case unknownOperation(String, suggestion: GraphQLSuggestion)
  /// The schema has no type for this kind of operation.
  case unsupportedOperation(String)
  /// A variable that has to be given and is not.
  case missingVariable(String, type: String)
  /// `null` for a variable that does not allow it.
  case nullVariable(String, type: String)
  /// A variable whose value, or the part of it at `path`, does not fit.
  case badVariable(String, path: String, GraphQLValueFault)
  /// More variables do not fit than are reported.
  case tooManyFaults

  var message: String {
    switch self {
    case .noOperation: "The document has no operation"
    case .operationNameRequired:
      "The document has several operations; name one in \"operationName\""
    case .unknownOperation(let name, let suggestion):
      "There is no operation named \"\(name)\"\(suggestion.hint)"
    case .unsupportedOperation(let kind): "The schema has no \(kind) operations"
    case .missingVariable(let name, let type):
      "The variable \"$\(name)\" of type \"\(type)\" is missing"
    case .nullVariable(let name, let type):
      "The variable \"$\(name)\" of type \"\(type)\" may not be null"
    case .badVariable(let name, "", let fault): "The variable \"$\(name)\": \(fault.message)"
    case .badVariable(let name, let path, let fault):
      "The variable \"$\(name)\" at \"\(name)\(path)\": \(fault.message)"
    case .tooManyFaults: "Too many variables do not fit; the rest is not shown"
    }
  }
}

/// Why a field has no value.
public enum GraphQLExecutionFault: Hashable, Sendable {
  /// The resolver says so.
  case resolver(String)
  /// The resolver gave nothing for a field that may not be null.
  case nullForNonNull(field: String, type: String)
  /// A value of another form than the schema says.
  case wrongValue(field: String, type: String, found: String)
  /// The object does not tell which of the possible types it is.
  case unknownTypeName(field: String, type: String, found: String?)
  /// An argument that may not be null got a variable that is null or missing.
  case argument(String, GraphQLValueFault)

  var message: String {
    switch self {
    case .resolver(let message): message
    case .nullForNonNull(let field, let type):
      "No value for the field \"\(field)\", which of type \"\(type)\" may not be null"
    case .wrongValue(let field, let type, let found):
      "The field \"\(field)\" of type \"\(type)\" cannot be \(found)"
    case .unknownTypeName(let field, let type, nil):
      "The field \"\(field)\" does not tell which type of \"\(type)\" its value has"
    case .unknownTypeName(let field, let type, let found?):
      "The field \"\(field)\" of type \"\(type)\" cannot be a \"\(found)\""
    case .argument(let name, let fault): "The argument \"\(name)\": \(fault.message)"
    }
  }
}

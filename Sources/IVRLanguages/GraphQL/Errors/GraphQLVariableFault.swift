/// Why a variable or its use is wrong.
public enum GraphQLVariableFault: Hashable, Sendable {
  /// Two variables of one name.
  case duplicate(String)
  /// A variable that the operation does not define.
  case undefined(String, operation: String?, suggestion: GraphQLSuggestion)
  /// A variable that nothing uses.
  case unused(String, operation: String?)
  /// A variable of a type that is no input type.
  case notInputType(String, type: String)
  /// A variable whose type does not fit the place it is used at.
  case wrongPosition(String, type: String, expected: String)

  var message: String {
    switch self {
    case .duplicate(let name): "There are two variables named \"$\(name)\""
    case .undefined(let name, let operation, let suggestion):
      "The variable \"$\(name)\" is not defined\(Self.place(operation))\(suggestion.hint)"
    case .unused(let name, let operation):
      "The variable \"$\(name)\" is never used\(Self.place(operation))"
    case .notInputType(let name, let type):
      "The variable \"$\(name)\" cannot be of type \"\(type)\", which is no input type"
    case .wrongPosition(let name, let type, let expected):
      "The variable \"$\(name)\" of type \"\(type)\" is used where \"\(expected)\" is expected"
    }
  }

  private static func place(_ operation: String?) -> String {
    operation.map { " in the operation \"\($0)\"" } ?? ""
  }
}

/// Why a value, in the document or in the variables, does not fit its type.
public enum GraphQLValueFault: Hashable, Sendable {
  /// `null` for a type that does not allow it.
  case null(type: String)
  /// A value that the scalar refuses; `expected` says what it takes.
  case scalar(found: String, type: String, expected: String)
  /// A word or string that is none of the enum's values, or no word at all.
  case enumeration(found: String, type: String, suggestion: GraphQLSuggestion)
  /// Something else where an input object has to stand.
  case notObject(found: String, type: String)
  /// A field that the input object does not have.
  case unknownField(String, type: String, suggestion: GraphQLSuggestion)
  /// A field that has to be given and is not.
  case missingField(String, type: String, fieldType: String)
  /// A field given twice.
  case duplicateField(String)
  /// Not exactly one field, or null, for an object that takes one.
  case notOneField(type: String)
  /// A value nested deeper than the limit.
  case tooDeep(Int)

  var message: String {
    switch self {
    case .null(let type): "Expected a value of type \"\(type)\" but found null"
    case .scalar(let found, let type, let expected):
      "Expected \(expected) for the type \"\(type)\" but found \(found)"
    case .enumeration(let found, let type, let suggestion):
      "\(found) is no value of the enum \"\(type)\"\(suggestion.hint)"
    case .notObject(let found, let type):
      "Expected an object of type \"\(type)\" but found \(found)"
    case .unknownField(let name, let type, let suggestion):
      "The input type \"\(type)\" has no field \"\(name)\"\(suggestion.hint)"
    case .missingField(let name, let type, let fieldType):
      "The field \"\(name)\" of type \"\(fieldType)\" is missing in \"\(type)\""
    case .duplicateField(let name): "The input field \"\(name)\" is given twice"
    case .notOneField(let type): "An object of type \"\(type)\" takes exactly one field"
    case .tooDeep(let limit): "The value is nested deeper than \(limit) levels"
    }
  }
}

/// Why an operation cannot stand in its document.
public enum GraphQLOperationFault: Hashable, Sendable {
  /// A type definition in a document that is to be executed.
  case notExecutable(String)
  /// Two operations of one name.
  case duplicate(String)
  /// An operation without name beside others.
  case anonymousNotAlone
  /// A subscription that selects other than one field of its own.
  case subscriptionFields(String?)
  /// A type that the schema lacks.
  case unknownType(String, suggestion: GraphQLSuggestion)

  var message: String {
    switch self {
    case .notExecutable(let name): "The definition of \"\(name)\" cannot be executed"
    case .duplicate(let name): "There are two operations named \"\(name)\""
    case .anonymousNotAlone: "An operation without a name has to be the only one"
    case .subscriptionFields(let name):
      "The subscription\(name.map { " \"\($0)\"" } ?? "") has to select one field of its own"
    case .unknownType(let name, let suggestion): "Unknown type \"\(name)\"\(suggestion.hint)"
    }
  }
}

/// Why a fragment or its use is wrong.
public enum GraphQLFragmentFault: Hashable, Sendable {
  /// A fragment that is not defined.
  case unknown(String, suggestion: GraphQLSuggestion)
  /// Two fragments of one name.
  case duplicate(String)
  /// A fragment that nothing uses.
  case unused(String)
  /// A fragment that includes itself, through the fragments between.
  case cycle(String, via: [String])
  /// A fragment on a type without fields; `nil` for an inline one.
  case notComposite(String?, type: String)
  /// A fragment on a type that can never occur here; `nil` for an inline one.
  case impossible(String?, type: String, parent: String)

  var message: String {
    switch self {
    case .unknown(let name, let suggestion):
      "Unknown fragment \"\(name)\"\(suggestion.hint)"
    case .duplicate(let name): "There are two fragments named \"\(name)\""
    case .unused(let name): "The fragment \"\(name)\" is never used"
    case .cycle(let name, let via): "The fragment \"\(name)\" includes itself\(Self.through(via))"
    case .notComposite(let name, let type):
      "\(Self.subject(name)) cannot be on \"\(type)\", which has no fields"
    case .impossible(let name, let type, let parent):
      "\(Self.subject(name)) cannot be used here, as \"\(parent)\" can never be \"\(type)\""
    }
  }

  private static func subject(_ name: String?) -> String {
    name.map { "The fragment \"\($0)\"" } ?? "This fragment"
  }

  private static func through(_ names: [String]) -> String {
    names.isEmpty ? "" : " via " + names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

/// Why a directive is wrong where it stands.
public enum GraphQLDirectiveFault: Hashable, Sendable {
  /// A directive that the schema lacks.
  case unknown(String, suggestion: GraphQLSuggestion)
  /// A directive at a place that its definition does not list.
  case misplaced(String, at: String)
  /// A directive twice at one place.
  case duplicate(String)

  var message: String {
    switch self {
    case .unknown(let name, let suggestion): "Unknown directive \"@\(name)\"\(suggestion.hint)"
    case .misplaced(let name, let location):
      "The directive \"@\(name)\" may not stand on \(location)"
    case .duplicate(let name): "The directive \"@\(name)\" may stand here only once"
    }
  }
}

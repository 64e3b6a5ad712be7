/// Why the text of a schema is refused.
public enum GraphQLSchemaFault: Hashable, Sendable {
  /// An operation or a fragment in a schema.
  case executableDefinition
  /// A type that is not defined.
  case unknownType(String, suggestion: GraphQLSuggestion)
  /// An extension of a type that is not defined or of another kind.
  case unknownExtension(String)
  /// A second definition of a type or directive.
  case duplicateType(String)
  /// A second field, argument, value or member of the same name.
  case duplicateMember(String, of: String)
  /// A type without any field, value or member.
  case emptyType(String)
  /// An output type as the type of an argument or input field.
  case notInputType(String, at: String)
  /// An input type as the type of a field.
  case notOutputType(String, at: String)
  /// A type after `implements` that is no interface.
  case notInterface(String, of: String)
  /// A member of a union, or a root, that is no object type.
  case notObject(String, at: String)
  /// A field of an interface that the implementing type lacks or has with another type.
  case interfaceField(String, interface: String, type: String)
  /// A default that does not fit its type.
  case badDefault(String, type: String)
  /// A second operation type of the same kind, or a second `schema`.
  case duplicateRoot(String)
  /// No type `Query` and no `schema` that names another.
  case noQuery

  var message: String {
    switch self {
    case .executableDefinition: "A schema holds no operations and no fragments"
    case .unknownType(let name, let suggestion):
      "There is no type \"\(name)\"\(suggestion.hint)"
    case .unknownExtension(let name):
      "Cannot extend \"\(name)\", which is not defined or of another kind"
    case .duplicateType(let name): "\"\(name)\" is defined twice"
    case .duplicateMember(let name, let owner): "\"\(owner)\" has \"\(name)\" twice"
    case .emptyType(let name): "The type \"\(name)\" is empty"
    case .notInputType(let name, let place):
      "\"\(place)\" takes a value, but \"\(name)\" is no input type"
    case .notOutputType(let name, let place):
      "\"\(place)\" gives a value, but \"\(name)\" is no output type"
    case .notInterface(let name, let type):
      "\"\(type)\" cannot implement \"\(name)\", which is no interface"
    case .notObject(let name, let place):
      "\"\(place)\" needs an object type, but \"\(name)\" is none"
    case .interfaceField(let field, let interface, let type):
      "\"\(type)\" lacks \"\(field)\" as \"\(interface)\" declares it"
    case .badDefault(let place, let type):
      "The default of \"\(place)\" is no value of type \"\(type)\""
    case .duplicateRoot(let name): "The schema names its \(name) type twice"
    case .noQuery: "The schema has no query type"
    }
  }
}

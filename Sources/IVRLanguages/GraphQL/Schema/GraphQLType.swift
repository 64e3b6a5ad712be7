/// A type as fields, arguments and variables name it, such as `[Long!]!`.
public indirect enum GraphQLType: Hashable, Sendable, CustomStringConvertible {
  /// A type by its name.
  case named(String)
  /// A list of another type.
  case list(GraphQLType)
  /// Another type without `null`.
  case nonNull(GraphQLType)

  /// The type as it is written.
  public var description: String {
    switch self {
    case .named(let name): name
    case .list(let item): "[\(item)]"
    case .nonNull(let inner): "\(inner)!"
    }
  }

  /// The innermost name.
  public var name: String {
    switch self {
    case .named(let name): name
    case .list(let inner), .nonNull(let inner): inner.name
    }
  }

  /// The type with `null` allowed.
  var nullable: GraphQLType {
    if case .nonNull(let inner) = self { inner } else { self }
  }

  var isNonNull: Bool {
    if case .nonNull = self { true } else { false }
  }

  /// The type of the items, where it is a list, `null` or not.
  var item: GraphQLType? {
    if case .list(let item) = nullable { item } else { nil }
  }
}

/// What a named type is.
enum GraphQLTypeKind: Sendable {
  case scalar, object, interface, union, enumeration, inputObject

  /// The kind that a definition starting with this word makes.
  init?(keyword: String) {
    switch keyword {
    case "scalar": self = .scalar
    case "type": self = .object
    case "interface": self = .interface
    case "union": self = .union
    case "enum": self = .enumeration
    case "input": self = .inputObject
    default: return nil
    }
  }

  /// The word that starts a definition.
  var keyword: String {
    switch self {
    case .scalar: "scalar"
    case .object: "type"
    case .interface: "interface"
    case .union: "union"
    case .enumeration: "enum"
    case .inputObject: "input"
    }
  }

  /// The name in introspection.
  var introspectionName: String {
    switch self {
    case .scalar: "SCALAR"
    case .object: "OBJECT"
    case .interface: "INTERFACE"
    case .union: "UNION"
    case .enumeration: "ENUM"
    case .inputObject: "INPUT_OBJECT"
    }
  }

  var isInput: Bool { self == .scalar || self == .enumeration || self == .inputObject }
  var isOutput: Bool { self != .inputObject }
  var isLeaf: Bool { self == .scalar || self == .enumeration }
  var isComposite: Bool { self == .object || self == .interface || self == .union }
  var isAbstract: Bool { self == .interface || self == .union }
}

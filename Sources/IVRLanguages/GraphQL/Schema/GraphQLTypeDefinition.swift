/// Elements in order that can be found by name.
struct GraphQLNamedList<Element: GraphQLNamed>: Sendable {
  let elements: [Element]
  let names: [String]
  /// The places of the names; short lists have none, since looking along them is faster.
  private let places: [String: Int]

  private static var shortCount: Int { 16 }

  init(_ elements: [Element]) {
    self.elements = elements
    names = elements.map(\.name)
    places =
      elements.count <= Self.shortCount
      ? [:]
      : Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Element? {
    let place = places.isEmpty ? names.firstIndex(of: name) : places[name]
    return place.map { elements[$0] }
  }
  var isEmpty: Bool { elements.isEmpty }
}

/// A thing of a schema that has a name.
protocol GraphQLNamed: Sendable {
  var name: String { get }
}

/// An argument or a field of an input object.
final class GraphQLInputDefinition: GraphQLNamed {
  let name: String
  let description: String?
  let type: GraphQLType
  let defaultValue: GraphQLLiteral?
  let deprecationReason: String?

  /// Whether a value has to be given.
  let isRequired: Bool

  init(
    name: String, description: String?, type: GraphQLType, defaultValue: GraphQLLiteral?,
    deprecationReason: String?
  ) {
    self.name = name
    self.description = description
    self.type = type
    self.defaultValue = defaultValue
    self.deprecationReason = deprecationReason
    isRequired = type.isNonNull && defaultValue == nil
  }
}

/// A field of an object or interface.
final class GraphQLFieldDefinition: GraphQLNamed {
  let name: String
  let description: String?
  let arguments: GraphQLNamedList<GraphQLInputDefinition>
  let type: GraphQLType
  let deprecationReason: String?

  init(
    name: String, description: String?, arguments: GraphQLNamedList<GraphQLInputDefinition>,
    type: GraphQLType, deprecationReason: String?
  ) {
    self.name = name
    self.description = description
    self.arguments = arguments
    self.type = type
    self.deprecationReason = deprecationReason
  }
}

/// A value of an enum.
struct GraphQLEnumValue: GraphQLNamed {
  let name: String
  let description: String?
  let deprecationReason: String?
}

/// A directive that documents may use.
struct GraphQLDirectiveDefinition: GraphQLNamed {
  let name: String
  let description: String?
  let arguments: GraphQLNamedList<GraphQLInputDefinition>
  let isRepeatable: Bool
  let locations: [String]
}

/// A named type; lists that do not belong to its kind are empty.
final class GraphQLTypeDefinition: GraphQLNamed {
  let kind: GraphQLTypeKind
  let name: String
  let description: String?
  let interfaces: [String]
  let members: [String]
  let fields: GraphQLNamedList<GraphQLFieldDefinition>
  let inputFields: GraphQLNamedList<GraphQLInputDefinition>
  let values: GraphQLNamedList<GraphQLEnumValue>
  let specifiedBy: String?
  /// Whether exactly one field of the input object is given.
  let isOneOf: Bool

  init(
    kind: GraphQLTypeKind, name: String, description: String?, interfaces: [String],
    members: [String], fields: [GraphQLFieldDefinition], inputFields: [GraphQLInputDefinition],
    values: [GraphQLEnumValue], specifiedBy: String?, isOneOf: Bool
  ) {
    self.kind = kind
    self.name = name
    self.description = description
    self.interfaces = interfaces
    self.members = members
    self.fields = GraphQLNamedList(fields)
    self.inputFields = GraphQLNamedList(inputFields)
    self.values = GraphQLNamedList(values)
    self.specifiedBy = specifiedBy
    self.isOneOf = isOneOf
  }
}

/// What to do with the value of a field, with all names looked up.
indirect enum GraphQLCompletion {
  case leaf(GraphQLScalar)
  case enumeration(Set<String>)
  case object(GraphQLTypeDefinition)
  case abstract(GraphQLTypeDefinition)
  case list(GraphQLCompletion)
  case nonNull(GraphQLCompletion)

  var isNonNull: Bool {
    if case .nonNull = self { true } else { false }
  }

  init(_ type: GraphQLType, schema: GraphQLSchema) {
    switch type {
    case .nonNull(let inner): self = .nonNull(GraphQLCompletion(inner, schema: schema))
    case .list(let item): self = .list(GraphQLCompletion(item, schema: schema))
    case .named(let name): self = Self.named(name, schema)
    }
  }

  private static func named(_ name: String, _ schema: GraphQLSchema) -> GraphQLCompletion {
    guard let type = schema.type(name) else { return .leaf(.json) }
    return switch type.kind {
    case .scalar, .inputObject: .leaf(schema.scalars[name])
    case .enumeration: .enumeration(Set(type.values.names))
    case .object: .object(type)
    case .interface, .union: .abstract(type)
    }
  }
}

/// Which values a leaf takes over as they are.
enum GraphQLPlainLeaf {
  case none, string, boolean, long

  init(_ type: GraphQLType, schema: GraphQLSchema) {
    guard type.item == nil, schema.type(type.name)?.kind == .scalar else {
      self = .none
      return
    }
    self = schema.scalars[type.name].plain
  }

  /// Whether the value needs no completion.
  func takes(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.string, .string), (.boolean, .bool): true
    case (.long, .number(let number)): number.isLong
    default: false
    }
  }
}

/// The fields to fill for one object type, in the order of the response.
struct GraphQLSelectionPlan {
  var fields: [GraphQLPlannedField] = []
}

/// One key of a response object: what fills it, worked out once for all rows.
final class GraphQLPlannedField {
  let responseName: String
  /// The response name as a key of JSON text, up to its value.
  let keyText: String
  /// The field's name in the schema.
  let name: String
  let parentType: GraphQLTypeDefinition
  let definition: GraphQLFieldDefinition
  let completion: GraphQLCompletion
  let plainLeaf: GraphQLPlainLeaf
  /// All selections of this key; the first one's arguments count.
  let nodes: [GraphQLFieldSyntax]
  let arguments: JSONObject
  /// Why the arguments cannot be used, where that is so.
  let argumentError: GraphQLError?
  let isIntrospection: Bool
  /// Whether the value is the member of the parent, without asking the resolver.
  let isMember: Bool

  private let keyTag: UInt64
  private let nameTag: UInt64
  /// Where the member was in the last parent; like rows have it at the same place.
  private var lastPlace = 0
  private let planner: GraphQLPlanner
  private var lastPlan: (type: GraphQLTypeDefinition, plan: GraphQLSelectionPlan)?
  private var plans: [String: GraphQLSelectionPlan] = [:]

  init(
    _ nodes: [GraphQLFieldSyntax], responseName: String, definition: GraphQLFieldDefinition,
    on type: GraphQLTypeDefinition, planner: GraphQLPlanner
  ) {
    self.nodes = nodes
    self.responseName = responseName
    keyText = "\"" + responseName + "\":"
    self.definition = definition
    name = definition.name
    self.planner = planner
    parentType = type
    completion = GraphQLCompletion(definition.type, schema: planner.schema)
    plainLeaf = GraphQLPlainLeaf(definition.type, schema: planner.schema)
    isIntrospection = definition.name.hasPrefix("__") || type.name.hasPrefix("__")
    isMember =
      !isIntrospection
      && planner.resolver?.isMember(definition.name, of: type.name) ?? false
    keyTag = Self.tag(of: responseName)
    nameTag = Self.tag(of: definition.name)
    do throws(GraphQLError) {
      arguments = try planner.arguments(nodes.first?.arguments ?? [], definition.arguments)
      argumentError = nil
    } catch {
      arguments = JSONObject()
      argumentError = error
    }
  }

  /// The plan for values of one object type below this field.
  func selection(on type: GraphQLTypeDefinition) throws(GraphQLError) -> GraphQLSelectionPlan {
    if let lastPlan, lastPlan.type === type { return lastPlan.plan }
    let plan: GraphQLSelectionPlan
    if let known = plans[type.name] {
      plan = known
    } else {
      plan = try planner.plan(nodes.compactMap(\.selectionSet), on: type)
      plans[type.name] = plan
    }
    lastPlan = (type, plan)
    return plan
  }

  /// The object type of this name, or the field's own where it is one.
  func objectType(named name: String?) -> GraphQLTypeDefinition? {
    guard let type = planner.schema.definition(of: definition.type) else { return nil }
    if let name, planner.schema.isPossible(name, in: type) { return planner.schema.type(name) }
    return type.kind == .object ? type : nil
  }

  /// The key of the response with its value.
  func member(_ value: JSONValue) -> JSONObject.Member {
    JSONObject.Member(key: responseName, tag: keyTag, value: value)
  }

  /// The finished value where it is a plain member of its parent, else `nil`.
  func plainValue(in parent: JSONObject) -> JSONValue? {
    guard isMember, plainLeaf != .none else { return nil }
    let value = value(in: parent)
    if case .null = value { return completion.isNonNull ? nil : value }
    return plainLeaf.takes(value) ? value : nil
  }

  /// The member of an object that has the name of the field; JSON null where there is none.
  func value(in parent: JSONValue) -> JSONValue {
    if case .object(let object) = parent { value(in: object) } else { .null }
  }

  private func value(in object: JSONObject) -> JSONValue {
    let members = object.members
    if lastPlace < members.count, members[lastPlace].isKey(name, tag: nameTag) {
      return members[lastPlace].value
    }
    var name = name
    guard let place = name.withUTF8({ object.place(of: $0, tag: nameTag) }) else { return .null }
    lastPlace = place
    return members[place].value
  }

  private static func tag(of key: String) -> UInt64 {
    var key = key
    return key.withUTF8(JSONObject.Member.tag)
  }

  /// The place of every selection of this key.
  var offsets: [Int] { nodes.map(\.offset) }
}

extension JSONObject.Member {
  /// Whether this is the member of that key.
  fileprivate func isKey(_ name: String, tag: UInt64) -> Bool {
    self.tag == tag && key == name
  }
}

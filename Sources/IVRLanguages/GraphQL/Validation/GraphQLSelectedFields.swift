/// The fields of a selection set by response key, inline fragments opened and spreads apart.
struct GraphQLSelectedFields {
  /// A selected field with the type it is selected on.
  struct Entry {
    let parent: GraphQLTypeDefinition?
    let node: GraphQLFieldSyntax
    let definition: GraphQLFieldDefinition?
  }

  /// What tells one selection set from another: its place and the type it is selected on.
  struct Key: Hashable {
    let offset: Int
    let type: String?
  }

  let key: Key
  private(set) var keys: [String] = []
  private(set) var entries: [String: [Entry]] = [:]
  private(set) var fragments: [String] = []

  init(
    _ set: GraphQLSelectionSet, _ key: Key, on type: GraphQLTypeDefinition?,
    schema: GraphQLSchema
  ) {
    self.key = key
    add(set, on: type, schema)
  }

  private mutating func add(
    _ set: GraphQLSelectionSet, on type: GraphQLTypeDefinition?, _ schema: GraphQLSchema
  ) {
    for selection in set.selections {
      switch selection {
      case .field(let node):
        // Not `__typename`, whose type the reference implementations do not compare either.
        let definition = type?.fields[node.name.text]
        let key = node.responseName
        if entries[key] == nil { keys.append(key) }
        entries[key, default: []].append(Entry(parent: type, node: node, definition: definition))
      case .spread(let spread):
        if !fragments.contains(spread.name.text) { fragments.append(spread.name.text) }
      case .inline(let inline):
        let inner = inline.condition.map { schema.type($0.text) } ?? type
        add(inline.selectionSet, on: inner, schema)
      }
    }
  }
}

extension GraphQLSelectedFields.Entry {
  /// Whether no object can be of both parent types.
  func excludes(_ other: GraphQLSelectedFields.Entry) -> Bool {
    parent?.name != other.parent?.name && parent?.kind == .object && other.parent?.kind == .object
  }

  /// The type whose fields are selected below.
  func type(in schema: GraphQLSchema) -> GraphQLTypeDefinition? {
    definition.flatMap { schema.definition(of: $0.type) }
  }

  /// Why the two cannot share a key, apart from what is selected below them.
  func conflict(
    with other: GraphQLSelectedFields.Entry, isExclusive: Bool, _ schema: GraphQLSchema
  ) -> GraphQLConflict? {
    if !isExclusive {
      guard node.name.text == other.node.name.text else {
        return .differentFields(node.name.text, other.node.name.text)
      }
      guard hasSameArguments(as: other) else { return .differentArguments }
    }
    guard let type = definition?.type, let otherType = other.definition?.type,
      !Self.haveSameForm(type, otherType, schema)
    else { return nil }
    return .differentTypes("\(type)", "\(otherType)")
  }

  private func hasSameArguments(as other: GraphQLSelectedFields.Entry) -> Bool {
    guard node.arguments.count == other.node.arguments.count else { return false }
    return node.arguments.allSatisfy { argument in
      other.node.arguments.contains {
        $0.name.text == argument.name.text && $0.value.isEqual(to: argument.value)
      }
    }
  }

  private static func haveSameForm(
    _ type: GraphQLType, _ other: GraphQLType, _ schema: GraphQLSchema
  ) -> Bool {
    switch (type, other) {
    case (.list(let item), .list(let otherItem)): return haveSameForm(item, otherItem, schema)
    case (.nonNull(let inner), .nonNull(let otherInner)):
      return haveSameForm(inner, otherInner, schema)
    case (.named(let name), .named(let otherName)):
      let isLeaf = schema.type(name)?.kind.isLeaf ?? false
      let isOtherLeaf = schema.type(otherName)?.kind.isLeaf ?? false
      return !(isLeaf || isOtherLeaf) || name == otherName
    default: return false
    }
  }
}

extension GraphQLLiteral {
  /// Whether two literals say the same; the order of object fields does not count.
  func isEqual(to other: GraphQLLiteral) -> Bool {
    switch (kind, other.kind) {
    case (.list(let items), .list(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { $0.isEqual(to: $1) }
    case (.object(let fields), .object(let others)):
      return fields.count == others.count
        && fields.allSatisfy { field in
          others.contains { $0.name == field.name && $0.value.isEqual(to: field.value) }
        }
    case (.string(let text, _), .string(let otherText, _)): return text == otherText
    case (.list, _), (.object, _), (.string, _): return false
    default: return GraphQLPrinter.inline(self) == GraphQLPrinter.inline(other)
    }
  }
}

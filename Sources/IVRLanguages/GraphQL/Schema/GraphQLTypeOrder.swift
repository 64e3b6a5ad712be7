/// The order in which introspection lists the types: each before the types it refers to.
struct GraphQLTypeOrder {
  private(set) var names: [String] = []
  private var seen: Set<String> = []
  private let types: [String: GraphQLTypeDefinition]

  init(_ parts: GraphQLSchemaParts) {
    types = Dictionary(uniqueKeysWithValues: parts.types.map { ($0.name, $0) })
    for type in parts.types.prefix(parts.ownTypes) { add(type.name) }
    for directive in parts.directives {
      for argument in directive.arguments.elements { add(argument.type.name) }
    }
    add("__Schema")
  }

  /// Adds a type and what it refers to, depth first, without recursion.
  private mutating func add(_ name: String) {
    var pending = [name]
    while let next = pending.popLast() {
      guard let type = types[next], seen.insert(next).inserted else { continue }
      names.append(next)
      pending.append(contentsOf: references(of: type).reversed())
    }
  }

  private func references(of type: GraphQLTypeDefinition) -> [String] {
    let fields = type.fields.elements.flatMap { field in
      [field.type.name] + field.arguments.elements.map(\.type.name)
    }
    let inputs = type.inputFields.elements.map(\.type.name)
    return type.members + type.interfaces + fields + inputs
  }
}

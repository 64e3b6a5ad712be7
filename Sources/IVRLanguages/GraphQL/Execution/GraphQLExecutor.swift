/// Fills the keys of a response from a resolver, depth first and in the order of the query.
///
/// An error makes the nearest field null that may be null. Source: GraphQL specification, October
/// 2021, section 6.4.
struct GraphQLExecutor<Output: GraphQLOutput & ~Copyable>: ~Copyable {
  private let resolver: any GraphQLResolver
  private let planner: GraphQLPlanner
  private let introspection: GraphQLIntrospection
  /// The errors so far, with paths that grow from the inside and so are the wrong way round.
  private var found: [GraphQLError] = []
  private let limits: GraphQLLimits
  private var results = 0
  /// The data so far.
  private(set) var output: Output

  init(
    resolver: any GraphQLResolver, planner: GraphQLPlanner, limits: GraphQLLimits,
    output: consuming Output
  ) {
    self.output = output
    self.resolver = resolver
    self.limits = limits
    self.planner = planner
    introspection = GraphQLIntrospection(schema: planner.schema)
  }

  /// The errors of all fields, by their places in the query and then by their paths.
  var errors: [GraphQLError] {
    found.map { error in
      var error = error
      error.path?.reverse()
      return error
    }.sorted { $0.precedes($1) }
  }

  /// Puts out the data of an operation; JSON null where an error reaches the root.
  mutating func run(_ sets: [GraphQLSelectionSet], on root: GraphQLTypeDefinition) {
    let start = output.mark
    do throws(GraphQLError) {
      let plan = try planner.plan(sets, on: root)
      guard plan.fields.count <= limits.rootFields else {
        throw GraphQLError(.limit(.rootFields(limits.rootFields)), in: nil, at: [])
      }
      try object(.null, plan)
      guard isWithinResults else { throw resultsFault }
    } catch {
      found = isWithinResults ? found + [error] : [resultsFault]
      putNull(inPlaceFrom: start)
    }
  }

  /// Whether the response may still grow; beyond the limit nothing but its fault counts.
  private var isWithinResults: Bool { results <= limits.results }

  private var resultsFault: GraphQLError {
    GraphQLError(.limit(.results(limits.results)), in: nil, at: [])
  }

  private mutating func count(_ values: Int) throws(GraphQLError) {
    results += values
    guard isWithinResults else { throw resultsFault }
  }

  private mutating func putNull(inPlaceFrom mark: Int) {
    output.takeBack(to: mark)
    output.put(.null)
  }

  private mutating func object(
    _ value: JSONValue, _ plan: GraphQLSelectionPlan
  ) throws(GraphQLError) {
    try count(plan.fields.count)
    let start = output.mark
    output.beginObject()
    let parent = value.object
    var isFirst = true
    for field in plan.fields {
      output.put(keyOf: field, isFirst: isFirst)
      isFirst = false
      if let parent, let plain = field.plainValue(in: parent) {
        output.put(plain)
        continue
      }
      let known = found.count
      do throws(GraphQLError) {
        try guarded(field, of: value)
      } catch {
        throw error.inside(.key(field.responseName))
      }
      if found.count > known { placeErrors(from: known, inside: .key(field.responseName)) }
    }
    output.endObject(plan, from: start)
  }

  /// Completes the value of a field, null in place of an error if the field may be null.
  private mutating func guarded(
    _ field: GraphQLPlannedField, of parent: JSONValue
  ) throws(GraphQLError) {
    let start = output.mark
    do throws(GraphQLError) {
      _ = try complete(try resolve(field, of: parent), field.completion, field)
    } catch {
      guard !field.completion.isNonNull, isWithinResults else { throw error }
      found.append(error)
      putNull(inPlaceFrom: start)
    }
  }

  private mutating func placeErrors(from first: Int, inside step: GraphQLPathStep) {
    for index in first..<found.count { found[index].path?.append(step) }
  }

  private func resolve(
    _ field: GraphQLPlannedField, of parent: JSONValue
  ) throws(GraphQLError) -> JSONValue {
    if let error = field.argumentError {
      throw error.positions.isEmpty ? fault(error.kind, field) : located(error)
    }
    if field.isIntrospection {
      if field.name == "__typename" { return .string(field.parentType.name) }
      return introspection.value(
        of: field.name, on: field.parentType.name, arguments: field.arguments, parent: parent)
    }
    if field.isMember { return field.value(in: parent) }
    do throws(GraphQLFieldError) {
      return try resolver.value(of: GraphQLFieldContext(plan: field, parent: parent))
    } catch {
      throw fault(.execution(.resolver(error.message)), field)
    }
  }

  /// Puts out the completed value; whether it is other than null.
  private mutating func complete(
    _ value: JSONValue, _ completion: GraphQLCompletion, _ field: GraphQLPlannedField
  ) throws(GraphQLError) -> Bool {
    if case .nonNull(let inner) = completion {
      guard try complete(value, inner, field) else { throw nullFault(field) }
      return true
    }
    if case .null = value { return putLeaf(.null) }
    switch completion {
    case .leaf(let scalar):
      guard let result = scalar.output(value) else { throw wrongValue(value, field) }
      return putLeaf(result)
    case .enumeration(let names):
      guard case .string(let name) = value, names.contains(name) else {
        throw wrongValue(value, field)
      }
      return putLeaf(value)
    case .object(let type): try object(value, try selection(of: field, on: type))
    case .abstract(let type):
      let concrete = try concreteType(of: value, type, field)
      try object(value, try selection(of: field, on: concrete))
    case .list(let item): try list(value, item, field)
    case .nonNull: return putLeaf(.null)
    }
    return true
  }

  private mutating func putLeaf(_ value: JSONValue) -> Bool {
    output.put(value)
    if case .null = value { return false }
    return true
  }

  private mutating func list(
    _ value: JSONValue, _ item: GraphQLCompletion, _ field: GraphQLPlannedField
  ) throws(GraphQLError) {
    guard case .array(let items) = value else { throw wrongValue(value, field) }
    try count(items.count)
    let start = output.mark
    output.beginArray()
    for place in items.indices {
      output.beginElement(isFirst: place == 0)
      let known = found.count
      let elementStart = output.mark
      do throws(GraphQLError) {
        _ = try complete(items[place], item, field)
      } catch {
        guard !item.isNonNull, isWithinResults else { throw error.inside(.index(place)) }
        found.append(error)
        putNull(inPlaceFrom: elementStart)
      }
      if found.count > known { placeErrors(from: known, inside: .index(place)) }
    }
    output.endArray(from: start)
  }
}

extension GraphQLExecutor where Output: ~Copyable {
  private func selection(
    of field: GraphQLPlannedField, on type: GraphQLTypeDefinition
  ) throws(GraphQLError) -> GraphQLSelectionPlan {
    do throws(GraphQLError) {
      return try field.selection(on: type)
    } catch {
      throw located(error)
    }
  }

  private func concreteType(
    of value: JSONValue, _ type: GraphQLTypeDefinition, _ field: GraphQLPlannedField
  ) throws(GraphQLError) -> GraphQLTypeDefinition {
    let name = resolver.typeName(of: value, in: type.name)
    if let name, planner.schema.isPossible(name, in: type), let found = planner.schema.type(name),
      found.kind == .object
    {
      return found
    }
    throw fault(
      .execution(.unknownTypeName(field: field.name, type: type.name, found: name)), field)
  }

  private func nullFault(_ field: GraphQLPlannedField) -> GraphQLError {
    let name = "\(field.parentType.name).\(field.name)"
    let type = "\(field.definition.type)"
    return fault(.execution(.nullForNonNull(field: name, type: type)), field)
  }

  private func wrongValue(_ value: JSONValue, _ field: GraphQLPlannedField) -> GraphQLError {
    let name = "\(field.parentType.name).\(field.name)"
    let type = "\(field.definition.type)"
    return fault(
      .execution(.wrongValue(field: name, type: type, found: shown(value))), field)
  }

  private func shown(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): "the string \"\(text.prefix(40))\""
    case .number(let number): "the number \(number.text)"
    case .bool(let flag): flag ? "true" : "false"
    default: "the \(value.kindName) given"
    }
  }

  private func fault(_ kind: GraphQLError.Kind, _ field: GraphQLPlannedField) -> GraphQLError {
    GraphQLError(kind, in: planner.source, at: field.offsets, path: [])
  }

  private func located(_ error: GraphQLError) -> GraphQLError {
    var error = error
    error.path = []
    return error
  }
}

extension GraphQLError {
  /// The error one step further out.
  fileprivate func inside(_ step: GraphQLPathStep) -> GraphQLError {
    var error = self
    error.path?.append(step)
    return error
  }
}

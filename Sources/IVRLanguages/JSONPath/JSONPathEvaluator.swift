/// Finds the nodes of RFC 9535 queries.
struct JSONPathEvaluator {
  /// Where absolute queries start.
  let root: JSONValue
  /// What following the query may cost; once it is spent, nothing more is found.
  let budget: JSONPathBudget

  /// The nodes of the whole query, unless finding them passes a limit.
  func allNodes(of query: JSONPathQuery) throws(JaywayFailure) -> [JSONValue] {
    let found = nodes(of: query, at: root)
    if let failure = budget.failure { throw failure }
    return found
  }

  /// The value that names and indices lead to; indices below 0 count from the end.
  static func value(at steps: [JSONPathStep], in root: JSONValue) -> JSONValue? {
    withUnsafePointer(to: root) { pointer in
      var place = JSONPlace(pointer: pointer)
      for index in steps.indices {
        let next: JSONPlace?
        switch steps[index] {
        case .key(let key): next = place.member(key)
        case .index(let index): next = place.element(index)
        }
        guard let next else { return nil }
        place = next
      }
      return place.value
    }
  }

  /// The nodes of a query that starts at `current` unless it is absolute.
  func nodes(of query: JSONPathQuery, at current: JSONValue) -> [JSONValue] {
    defer { budget.leave(JSONPathBudget.filterDepth) }
    guard budget.enter(JSONPathBudget.filterDepth) else { return [] }
    var nodes = [query.isAbsolute ? root : current]
    for segment in query.segments {
      var selected: [JSONValue] = []
      for node in nodes where budget.take() {
        switch segment {
        case .child(let selectors): select(selectors, from: node, into: &selected)
        case .descendant(let selectors): descend(selectors, from: node, into: &selected)
        }
      }
      nodes = selected
    }
    return nodes
  }

  /// A node first, then its children in order, each with what is below it.
  private func descend(
    _ selectors: [JSONPathSelector], from node: JSONValue, into nodes: inout [JSONValue]
  ) {
    withUnsafePointer(to: node) { pointer in
      let place = JSONPlace(pointer: pointer)
      if selectors.count == 1, case .name(let key) = selectors[0] {
        Self.descend(to: key, from: place, into: &nodes, budget)
      } else {
        descend(selectors, from: place, into: &nodes)
      }
    }
  }

  private func descend(
    _ selectors: [JSONPathSelector], from place: JSONPlace, into nodes: inout [JSONValue]
  ) {
    guard place.isContainer else { return }
    defer { budget.leave() }
    guard budget.enter() else { return }
    select(selectors, from: place.value, into: &nodes)
    place.forEachChild { descend(selectors, from: $0, into: &nodes) }
  }

  /// The members with one key, of the place and of everything below it.
  static func descend(
    to key: JSONKey, from place: JSONPlace, into nodes: inout [JSONValue], _ budget: JSONPathBudget
  ) {
    defer { budget.leave() }
    guard budget.enter() else { return }
    if let member = place.member(key) { nodes.append(member.value) }
    place.forEachChild { child in
      if child.isContainer { descend(to: key, from: child, into: &nodes, budget) }
    }
  }

  private func select(
    _ selectors: [JSONPathSelector], from node: JSONValue, into nodes: inout [JSONValue]
  ) {
    for selector in selectors where budget.take() {
      switch (selector, node) {
      case (.name(let key), .object(let object)):
        if let value = object[key.text] { nodes.append(value) }
      case (.index(let index), .array(let elements)):
        let place = index < 0 ? elements.count + index : index
        if elements.indices.contains(place) { nodes.append(elements[place]) }
      case (.slice(let from, let to, let step), .array(let elements)):
        for place in Self.places(from, to, step, count: elements.count) where budget.take() {
          nodes.append(elements[place])
        }
      case (.wildcard, .array(let elements)):
        if budget.take(elements.count) { nodes += elements }
      case (.wildcard, .object(let object)):
        if budget.take(object.count) { nodes += object.values }
      case (.filter(let filter), .array(let elements)):
        nodes += elements.filter { holds(filter, at: $0) }
      case (.filter(let filter), .object(let object)):
        nodes += object.values.filter { holds(filter, at: $0) }
      default: continue
      }
    }
  }

  /// The places that a slice selects, in its order.
  ///
  /// Source: RFC 9535, section 2.3.4.2.2.
  static func places(_ from: Int?, _ to: Int?, _ step: Int, count: Int) -> StrideTo<Int> {
    let lowest = step < 0 ? -1 : 0
    let highest = step < 0 ? count - 1 : count
    func bound(_ index: Int) -> Int {
      min(max(index < 0 ? count + index : index, lowest), highest)
    }
    guard step != 0 else { return stride(from: 0, to: 0, by: 1) }
    let start = from.map(bound) ?? (step < 0 ? count - 1 : 0)
    let end = to.map(bound) ?? (step < 0 ? -1 : count)
    return stride(from: start, to: end, by: step)
  }
}

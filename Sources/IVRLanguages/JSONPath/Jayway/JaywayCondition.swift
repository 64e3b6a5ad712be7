/// Decides filters for one item.
struct JaywayCondition {
  let root: JSONValue
  let item: JSONValue
  /// What deciding may cost.
  let budget: JSONPathBudget

  /// An operand once its path is followed.
  enum Node {
    case undefined
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    /// An array or object; literals are never equal to each other.
    case json(JSONValue, isLiteral: Bool)
    case pattern(JaywayPattern)
  }

  func holds(_ filter: JaywayFilter) throws(JaywayFailure) -> Bool {
    switch filter {
    case .or(let filters):
      for filter in filters where try holds(filter) { return true }
      return false
    case .and(let filters):
      for filter in filters where try !holds(filter) { return false }
      return true
    case .not(let filter): return try !holds(filter)
    case .exists(let path, let expected): return try exists(path) == expected
    case .relation(let left, let relation, let right):
      return try relate(node(left), relation, node(right))
    }
  }

  /// Whether a path leads somewhere; also one with `$` is followed from the item.
  private func exists(_ path: JaywayPath) throws(JaywayFailure) -> Bool {
    do throws(JaywayFailure) {
      _ = try JaywayEvaluator(root: root, budget: budget, requiresMembers: true).value(
        of: path, at: item)
      return true
    } catch {
      if error == .notFound { return false }
      throw error
    }
  }

  private func node(_ operand: JaywayOperand) throws(JaywayFailure) -> Node {
    switch operand {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .pattern(let pattern): return .pattern(pattern)
    case .json(let value):
      guard let value else { throw .failed }
      return .json(value, isLiteral: true)
    case .path(let path):
      do throws(JaywayFailure) {
        let start = path.isRoot ? root : item
        return Node(try JaywayEvaluator(root: root, budget: budget).value(of: path, at: start))
      } catch {
        if error == .notFound { return .undefined }
        throw error
      }
    }
  }

  private func relate(
    _ left: Node, _ relation: JaywayOperator, _ right: Node
  ) throws(JaywayFailure) -> Bool {
    switch relation {
    case .equal: return left.equals(right)
    case .notEqual: return !left.equals(right)
    case .identical: return left.isSameKind(as: right) && left.equals(right)
    case .notIdentical: return !(left.isSameKind(as: right) && left.equals(right))
    case .less: return left.order(right) { $0 < 0 }
    case .lessOrEqual: return left.order(right) { $0 <= 0 }
    case .greater: return left.order(right) { $0 > 0 }
    case .greaterOrEqual: return left.order(right) { $0 >= 0 }
    case .matches: return try matches(left, right)
    case .within, .notWithin:
      let list = try right.list() ?? []
      try budget.spend(list.count)
      return list.contains { left.equals($0) } == (relation == .within)
    case .subsetOf, .anyOf, .noneOf, .containsAll: return try relateLists(left, relation, right)
    case .contains: return left.contains(right)
    case .size: return left.hasSize(right)
    case .empty: return try left.isEmpty(right)
    }
  }

  private func relateLists(
    _ left: Node, _ relation: JaywayOperator, _ right: Node
  ) throws(JaywayFailure) -> Bool {
    guard let right = try right.list(), let left = try left.list() else { return false }
    try budget.spend(left.count &* right.count)
    switch relation {
    case .subsetOf:
      return left.allSatisfy { element in right.contains { element.equals($0) } }
    case .anyOf: return left.contains { element in right.contains { element.equals($0) } }
    case .noneOf: return !left.contains { element in right.contains { element.equals($0) } }
    default: return right.allSatisfy { required in left.contains { required.equals($0) } }
    }
  }

  /// One side must be a pattern; of an array any element may match.
  private func matches(_ left: Node, _ right: Node) throws(JaywayFailure) -> Bool {
    switch (left, right) {
    case (.pattern, .pattern): return false
    case (.pattern(let pattern), let node), (let node, .pattern(let pattern)):
      guard case .json(.array(let elements), _) = node else {
        return try pattern.matches(node.text, budget)
      }
      for element in elements where try pattern.matches(Node(element).text, budget) { return true }
      return false
    default: return false
    }
  }
}

/// Finds what a Jayway path leads to.
struct JaywayEvaluator {
  /// The whole document.
  let root: JSONValue
  /// What following the path may cost.
  let budget: JSONPathBudget
  /// Whether a missing member fails everywhere, as when a filter asks whether a path is there.
  var requiresMembers = false

  /// The value of a definite path, or the list of an indefinite one.
  func value(of path: JaywayPath, at item: JSONValue) throws(JaywayFailure) -> JSONValue {
    let results = try results(of: path, at: item)
    guard path.isDefinite else { return .array(results) }
    guard let first = results.first else { throw .notFound }
    return first
  }

  /// Everything that the path leads to from `item`.
  func results(of path: JaywayPath, at item: JSONValue) throws(JaywayFailure) -> [JSONValue] {
    var results: [JSONValue] = []
    try walk(path, 0, item, &results)
    return results
  }

  private func walk(
    _ path: JaywayPath, _ place: Int, _ model: JSONValue, _ results: inout [JSONValue]
  ) throws(JaywayFailure) {
    defer { budget.leave(2) }
    if !budget.enter(2), let failure = budget.failure { throw failure }
    guard place < path.tokens.count else {
      results.append(model)
      return
    }
    switch path.tokens[place] {
    case .names(let names): try walkNames(names, path, place, model, &results)
    case .indices, .slice: try walkArray(path, place, model, &results)
    case .wildcard: try walkAll(path, place, model, &results)
    case .scan:
      if place == path.tokens.count - 2, !requiresMembers,
        case .names(let names) = path.tokens[place + 1], names.count == 1
      {
        withUnsafePointer(to: model) {
          JSONPathEvaluator.descend(
            to: JSONKey(names[0]), from: JSONPlace(pointer: $0), into: &results, budget)
        }
        try budget.spend(0)
      } else {
        try scan(path, place, model, &results)
      }
    case .filter(let filter): try walkFilter(filter, path, place, model, &results)
    case .function(let name, let arguments):
      let result = try JaywayFunctions(evaluator: self).call(name, arguments, on: model)
      results.append(result)
      if place + 1 < path.tokens.count { try walk(path, place + 1, result, &results) }
    }
  }

  private func walkNames(
    _ names: [String], _ path: JaywayPath, _ place: Int, _ model: JSONValue,
    _ results: inout [JSONValue]
  ) throws(JaywayFailure) {
    guard case .object(let object) = model else {
      if path.isDefiniteBefore[place] { throw .notFound }
      return
    }
    let isLast = place == path.tokens.count - 1
    if names.count > 1, isLast {
      results.append(try merged(names, of: object))
      return
    }
    for name in names {
      if let value = object[name] {
        try walk(path, place + 1, value, &results)
      } else if requiresMembers || (!isLast && names.count == 1 && path.isDefiniteBefore[place]) {
        throw .notFound
      }
    }
  }

  private func merged(_ names: [String], of object: JSONObject) throws(JaywayFailure) -> JSONValue {
    var merged = JSONObject()
    for name in names {
      if let value = object[name] {
        merged[name] = value
      } else if requiresMembers {
        throw .notFound
      }
    }
    return .object(merged)
  }

  private func walkArray(
    _ path: JaywayPath, _ place: Int, _ model: JSONValue, _ results: inout [JSONValue]
  ) throws(JaywayFailure) {
    guard case .array(let elements) = model else {
      if path.isDefiniteBefore[place] { throw .notFound }
      return
    }
    for index in Self.indices(of: path.tokens[place], count: elements.count) {
      let index = index < 0 ? elements.count + index : index
      if elements.indices.contains(index) { try walk(path, place + 1, elements[index], &results) }
    }
  }

  /// Indices to take; those below 0 count from the end, those outside are passed over.
  ///
  /// A slice with both bounds is not resolved first: `[-2:1]` gives the places -2, -1 and 0.
  private static func indices(of token: JaywayToken, count: Int) -> [Int] {
    let (low, high): (Int, Int)
    switch token {
    case .indices(let indices): return indices
    case .slice(let from?, nil): (low, high) = (max(0, from < 0 ? count + from : from), count)
    case .slice(let from?, let to?): (low, high) = (max(from, -count), min(count, to))
    case .slice(nil, let to?): (low, high) = (0, min(count, to < 0 ? count + to : to))
    default: return []
    }
    return low < high ? Array(low..<high) : []
  }

  private func walkAll(
    _ path: JaywayPath, _ place: Int, _ model: JSONValue, _ results: inout [JSONValue]
  ) throws(JaywayFailure) {
    switch model {
    case .object(let object):
      for member in object.members { try walk(path, place + 1, member.value, &results) }
    case .array(let elements):
      for element in elements {
        do throws(JaywayFailure) {
          try walk(path, place + 1, element, &results)
        } catch {
          if error != .notFound || requiresMembers { throw error }
        }
      }
    default: return
    }
  }

  /// Applies the next token to the model and to every container below it that it fits.
  private func scan(
    _ path: JaywayPath, _ place: Int, _ model: JSONValue, _ results: inout [JSONValue]
  ) throws(JaywayFailure) {
    defer { budget.leave() }
    if !budget.enter(), let failure = budget.failure { throw failure }
    switch model {
    case .object(let object):
      if try fits(path, place + 1, model) { try walk(path, place + 1, model, &results) }
      for member in object.members { try scan(path, place, member.value, &results) }
    case .array(let elements):
      if try fits(path, place + 1, model) { try walk(path, place + 1, model, &results) }
      for element in elements { try scan(path, place, element, &results) }
    default: return
    }
  }

  private func fits(
    _ path: JaywayPath, _ place: Int, _ model: JSONValue
  ) throws(JaywayFailure) -> Bool {
    guard place < path.tokens.count else { return false }
    switch path.tokens[place] {
    case .names(let names):
      guard case .object(let object) = model else { return false }
      let isMerged = names.count == 1 || place == path.tokens.count - 1
      return requiresMembers || !isMerged || names.allSatisfy { object[$0] != nil }
    case .indices, .slice: return model.array != nil
    case .wildcard: return true
    case .filter(let filter): return try accepts(filter, model)
    case .scan, .function: return false
    }
  }

  /// In an array the elements are tested, of an object the object itself.
  private func walkFilter(
    _ filter: JaywayFilter, _ path: JaywayPath, _ place: Int, _ model: JSONValue,
    _ results: inout [JSONValue]
  ) throws(JaywayFailure) {
    switch model {
    case .object:
      if try accepts(filter, model) { try walk(path, place + 1, model, &results) }
    case .array(let elements):
      for element in elements where try accepts(filter, element) {
        try walk(path, place + 1, element, &results)
      }
    default:
      if path.isDefiniteBefore[place] { throw .notApplicable }
    }
  }

  private func accepts(_ filter: JaywayFilter, _ item: JSONValue) throws(JaywayFailure) -> Bool {
    defer { budget.leave(JSONPathBudget.filterDepth) }
    if !budget.enter(JSONPathBudget.filterDepth), let failure = budget.failure { throw failure }
    do throws(JaywayFailure) {
      return try JaywayCondition(root: root, item: item, budget: budget).holds(filter)
    } catch {
      if error == .notApplicable { return false }
      throw error
    }
  }
}

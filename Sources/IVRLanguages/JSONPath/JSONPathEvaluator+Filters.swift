extension JSONPathEvaluator {
  /// Whether the condition holds for a child.
  func holds(_ filter: JSONPathFilter, at current: JSONValue) -> Bool {
    guard budget.take() else { return false }
    return switch filter {
    case .or(let filters): filters.contains { holds($0, at: current) }
    case .and(let filters): filters.allSatisfy { holds($0, at: current) }
    case .not(let filter): !holds(filter, at: current)
    case .exists(let query): !nodes(of: query, at: current).isEmpty
    case .compare(let left, let comparison, let right):
      Self.compare(value(of: left, at: current), comparison, value(of: right, at: current))
    case .matches(let operand, let pattern, let isWhole):
      matches(operand, pattern, isWhole: isWhole, at: current)
    }
  }

  private func matches(
    _ operand: JSONPathOperand, _ pattern: JSONPathPattern, isWhole: Bool, at current: JSONValue
  ) -> Bool {
    guard let text = value(of: operand, at: current)?.string else { return false }
    let regexp: InteroperableRegexp?
    switch pattern {
    case .literal(let compiled): regexp = compiled
    case .computed(let operand):
      regexp = value(of: operand, at: current)?.string.flatMap { InteroperableRegexp($0) }
    }
    guard let regexp, budget.take(text.utf8.count &* regexp.instructions.count >> 4) else {
      return false
    }
    return regexp.matches(text, isWhole: isWhole)
  }

  /// The value of an operand; `nil` stands for Nothing.
  private func value(of operand: JSONPathOperand, at current: JSONValue) -> JSONValue? {
    switch operand {
    case .literal(let value): return value
    case .singular(let isAbsolute, let steps):
      return Self.value(at: steps, in: isAbsolute ? root : current)
    case .length(let operand): return Self.length(of: value(of: operand, at: current))
    case .count(let query): return .integer(Int64(nodes(of: query, at: current).count))
    case .value(let query):
      let nodes = nodes(of: query, at: current)
      // Not `? nodes[0] : nil`, which would be JSON's null.
      guard nodes.count == 1 else { return nil }
      return nodes[0]
    }
  }

  /// Source: RFC 9535, section 2.4.4.
  private static func length(of value: JSONValue?) -> JSONValue? {
    switch value {
    case .string(let text): .integer(Int64(text.unicodeScalars.count))
    case .array(let elements): .integer(Int64(elements.count))
    case .object(let object): .integer(Int64(object.count))
    default: nil
    }
  }

  /// Source: RFC 9535, section 2.3.5.2.2.
  private static func compare(
    _ left: JSONValue?, _ comparison: JSONPathComparison, _ right: JSONValue?
  ) -> Bool {
    switch comparison {
    case .equal: isEqual(left, right)
    case .notEqual: !isEqual(left, right)
    case .less: isLess(left, right)
    case .greater: isLess(right, left)
    case .lessOrEqual: isLess(left, right) || isEqual(left, right)
    case .greaterOrEqual: isLess(right, left) || isEqual(left, right)
    }
  }

  private static func isEqual(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.isEqual(to: right)
    default: false
    }
  }

  private static func isLess(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    switch (left, right) {
    case (.number(let left)?, .number(let right)?): left.isLess(than: right)
    case (.string(let left)?, .string(let right)?):
      left.utf8.lexicographicallyPrecedes(right.utf8)
    default: false
    }
  }
}

extension JSONValue {
  /// Equality of JSON: numbers by value, strings by their characters, objects in any order.
  func isEqual(to other: JSONValue) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.number(let left), .number(let right)): return left.isEqual(to: right)
    case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
    case (.object(let left), .object(let right)):
      return left.count == right.count
        && left.members.allSatisfy { right[$0.key]?.isEqual(to: $0.value) ?? false }
    default: return false
    }
  }
}

extension JSONNumber {
  /// Whether both numbers have the same value, however they are written.
  func isEqual(to other: JSONNumber) -> Bool {
    if let left = int64, let right = other.int64 { return left == right }
    return double == other.double
  }

  /// Whether this number is below the other.
  func isLess(than other: JSONNumber) -> Bool {
    if let left = int64, let right = other.int64 { return left < right }
    return double < other.double
  }
}

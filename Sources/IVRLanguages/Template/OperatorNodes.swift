/// `and`, `or`.
final class LogicalNode: ExpressionNode {
  private let left: any ExpressionNode
  private let right: any ExpressionNode
  private let isAnd: Bool
  private let offset: Int
  let height: Int

  init(
    _ left: any ExpressionNode, _ right: any ExpressionNode, isAnd: Bool, at offset: Int
  ) {
    self.left = left
    self.right = right
    self.isAnd = isAnd
    self.offset = offset
    height = 1 + max(left.height, right.height)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    .bool(try isTrue(in: run, at: offset))
  }

  func isTrue(in run: TemplateEvaluation, at offset: Int) throws(TemplateFault) -> Bool {
    let first = try truth(of: left, in: run)
    return first == isAnd ? try truth(of: right, in: run) : first
  }

  private func truth(
    of node: any ExpressionNode, in run: TemplateEvaluation
  ) throws(TemplateFault) -> Bool {
    guard run.isStrict else { return try node.isTrue(in: run, at: offset) }
    let value = try node.value(in: run)
    if value.isNull { throw TemplateFault(.notABoolean(value.kindName), at: offset) }
    return try value.isTrue(at: offset)
  }
}

/// `not`.
final class NotNode: ExpressionNode {
  private let operand: any ExpressionNode
  private let offset: Int
  let height: Int

  init(_ operand: any ExpressionNode, at offset: Int) {
    self.operand = operand
    self.offset = offset
    height = 1 + operand.height
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let value = try operand.value(in: run)
    if run.isStrict, value.isNull {
      throw TemplateFault(.notABoolean(value.kindName), at: offset)
    }
    return .bool(!(try value.isTrue(at: offset)))
  }
}

/// `+ - * / %` between two operands, and the signs before one.
final class ArithmeticNode: ExpressionNode {
  private let operation: Arithmetic
  private let left: any ExpressionNode
  private let right: any ExpressionNode
  private let offset: Int
  let height: Int

  init(
    _ operation: Arithmetic, _ left: any ExpressionNode, _ right: any ExpressionNode,
    at offset: Int
  ) {
    self.operation = operation
    self.left = left
    self.right = right
    self.offset = offset
    height = 1 + max(left.height, right.height)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let first = try left.value(in: run)
    let second = try right.value(in: run)
    if case .integer(let one) = first, case .integer(let two) = second,
      let result = operation.apply(one, two)
    {
      return .integer(result)
    }
    return try operation.apply(first, second, in: run, at: offset)
  }
}

/// `> < >= <= == !=`.
final class ComparisonNode: ExpressionNode {
  private let comparison: Comparison
  private let left: any ExpressionNode
  private let right: any ExpressionNode
  /// The text or number that the right side always is.
  private let literalText: String?
  private let literalNumber: Double?
  private let offset: Int
  let height: Int

  init(
    _ comparison: Comparison, _ left: any ExpressionNode, _ right: any ExpressionNode,
    at offset: Int
  ) {
    self.comparison = comparison
    self.left = left
    self.right = right
    self.offset = offset
    let literal = (right as? LiteralNode)?.literal
    literalText = if case .text(let text)? = literal { text } else { nil }
    literalNumber = literal?.doubleValue
    height = 1 + max(left.height, right.height)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    .bool(try isTrue(in: run, at: offset))
  }

  func isTrue(in run: TemplateEvaluation, at _: Int) throws(TemplateFault) -> Bool {
    let first = try left.value(in: run)
    switch first {
    case .text(let text):
      if let literalText, comparison == .equal { return text.isSame(as: literalText) }
    case .integer(let whole):
      if let literalNumber { return comparison.holds(Double(whole), literalNumber) }
    default: break
    }
    let second = try right.value(in: run)
    if first.isLarge, second.isLarge { try run.chargeAll(first, at: offset) }
    return try comparison.holds(first, second, at: offset)
  }
}

/// `contains`.
final class ContainsNode: ExpressionNode {
  private let left: any ExpressionNode
  private let right: any ExpressionNode
  private let offset: Int
  let height: Int

  init(_ left: any ExpressionNode, _ right: any ExpressionNode, at offset: Int) {
    self.left = left
    self.right = right
    self.offset = offset
    height = 1 + max(left.height, right.height)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let whole = try left.value(in: run)
    if whole.isNull { return .bool(false) }
    let part = try right.value(in: run)
    if whole.isLarge {
      if part.isLarge {
        try run.chargeAll(whole, at: offset)
      } else {
        try run.charge(whole, at: offset)
      }
    }
    switch whole {
    case .list(let members):
      if case .list(let parts) = part {
        try run.spend(members.count &* parts.count >> 4 + members.count, at: offset)
        return .bool(parts.allSatisfy { part in members.contains { $0.isSame(as: part) } })
      }
      return .bool(members.contains { $0.isSame(as: part) })
    case .array(let members): return .bool(members.contains { $0.isSame(as: part) })
    case .map(let map): return .bool(map[part] != nil)
    case .text(let text):
      let part = try run.javaText(of: part, at: offset)
      try run.chargeSearch(for: part, in: text, at: offset)
      return .bool(text.holds(part))
    default:
      throw TemplateFault(
        .badOperands(operator: "contains", left: whole.kindName, right: part.kindName), at: offset)
    }
  }
}

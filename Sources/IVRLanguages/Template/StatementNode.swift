/// A part of a compiled template that writes to the output.
protocol StatementNode: AnyObject, Sendable {
  var height: Int { get }
  func render(in run: TemplateEvaluation) throws(TemplateFault)
}

/// Statements in a row.
struct TemplateBody: Sendable {
  let statements: [any StatementNode]
  let height: Int

  init(_ statements: [any StatementNode]) {
    self.statements = statements
    height = 1 + (statements.map(\.height).max() ?? 0)
  }

  func render(in run: TemplateEvaluation) throws(TemplateFault) {
    for statement in statements { try statement.render(in: run) }
  }
}

/// Text between the tags.
final class TextNode: StatementNode {
  let text: String
  private let offset: Int
  let height = 1

  init(_ text: String, at offset: Int) {
    self.text = text
    self.offset = offset
  }

  func render(in run: TemplateEvaluation) throws(TemplateFault) {
    try run.write(text, at: offset)
  }
}

/// `{{ expression }}`.
final class PrintNode: StatementNode {
  let expression: any ExpressionNode
  let offset: Int
  let height: Int

  init(_ expression: any ExpressionNode, at offset: Int) {
    self.expression = expression
    self.offset = offset
    height = 1 + expression.height
  }

  func render(in run: TemplateEvaluation) throws(TemplateFault) {
    try run.write(try expression.value(in: run), at: offset)
  }
}

/// `{% if %}` with its branches.
final class IfNode: StatementNode {
  private let branches: [(condition: any ExpressionNode, body: TemplateBody)]
  private let otherwise: TemplateBody?
  private let offset: Int
  let height: Int

  init(
    _ branches: [(condition: any ExpressionNode, body: TemplateBody)], otherwise: TemplateBody?,
    at offset: Int
  ) {
    self.branches = branches
    self.otherwise = otherwise
    self.offset = offset
    let heights = branches.map { max($0.condition.height, $0.body.height) }
    height = 1 + max(heights.max() ?? 0, otherwise?.height ?? 0)
  }

  func render(in run: TemplateEvaluation) throws(TemplateFault) {
    for branch in branches where try holds(branch.condition, in: run) {
      return try branch.body.render(in: run)
    }
    try otherwise?.render(in: run)
  }

  private func holds(
    _ condition: any ExpressionNode, in run: TemplateEvaluation
  ) throws(TemplateFault) -> Bool {
    guard run.isStrict else { return try condition.isTrue(in: run, at: offset) }
    let value = try condition.value(in: run)
    if value.isNull { throw TemplateFault(.notABoolean(value.kindName), at: offset) }
    return try value.isTrue(at: offset)
  }
}

/// `{% for name in list %}`.
final class ForNode: StatementNode {
  private let name: String
  private let list: any ExpressionNode
  private let body: TemplateBody
  private let otherwise: TemplateBody?
  private let usesLoop: Bool
  private let offset: Int
  let height: Int

  init(
    _ name: String, in list: any ExpressionNode, body: TemplateBody, otherwise: TemplateBody?,
    usesLoop: Bool, at offset: Int
  ) {
    self.name = name
    self.list = list
    self.body = body
    self.otherwise = otherwise
    self.usesLoop = usesLoop
    self.offset = offset
    height = 1 + max(list.height, body.height, otherwise?.height ?? 0)
  }

  func render(in run: TemplateEvaluation) throws(TemplateFault) {
    let value = try list.value(in: run)
    if value.isNull { return }
    guard let members = members(of: value) else {
      throw TemplateFault(.notIterable(value.kindName), at: offset)
    }
    if members.isEmpty {
      try otherwise?.render(in: run)
      return
    }
    run.pushFrame()
    defer { run.popFrame() }
    for (index, member) in members.enumerated() {
      try run.spend(1, at: offset)
      if usesLoop { run.define("loop", as: Self.loop(index, of: members.count)) }
      run.define(name, as: member)
      try body.render(in: run)
    }
  }

  private func members(of value: TemplateValue) -> [TemplateValue]? {
    if case .map(let map) = value { return map.entries }
    return value.members
  }

  private static let loopKeys: [TemplateValue] = ["last", "length", "index", "revindex", "first"]
    .map { .text($0) }

  /// What `loop` tells about the turn; indexes count from 0.
  private static func loop(_ index: Int, of count: Int) -> TemplateValue {
    let values: [TemplateValue] = [
      .bool(index == count - 1), .smallInteger(Int32(truncatingIfNeeded: count)),
      .smallInteger(Int32(truncatingIfNeeded: index)),
      .smallInteger(Int32(truncatingIfNeeded: count - index - 1)), .bool(index == 0),
    ]
    return .map(TemplateMap(uniqueKeys: loopKeys, values: values))
  }
}

/// `{% set name = expression %}`.
final class SetNode: StatementNode {
  private let name: TemplateName
  private let expression: any ExpressionNode
  let height: Int

  init(_ name: String, _ expression: any ExpressionNode) {
    self.name = TemplateName(name)
    self.expression = expression
    height = 1 + expression.height
  }

  func render(in run: TemplateEvaluation) throws(TemplateFault) {
    run.set(name, to: try expression.value(in: run))
  }
}

/// Statements in a tag that adds nothing to them: `block`, `autoescape`, `parallel`.
final class GroupNode: StatementNode {
  private let body: TemplateBody
  let height: Int

  init(_ body: TemplateBody) {
    self.body = body
    height = 1 + body.height
  }

  func render(in run: TemplateEvaluation) throws(TemplateFault) {
    try body.render(in: run)
  }
}

/// A part of a compiled expression.
///
/// Nodes are final classes without mutable state; `height` bounds how deep evaluating one goes.
protocol ExpressionNode: AnyObject, Sendable {
  var height: Int { get }
  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue
  /// Whether the value counts as true; `offset` is where the fault shows if it is neither.
  func isTrue(in run: TemplateEvaluation, at offset: Int) throws(TemplateFault) -> Bool
  /// The value, with the chain of names that led to it where it comes from the scope.
  func read(
    in run: TemplateEvaluation, path: inout String?
  ) throws(TemplateFault) -> TemplateValue
}

extension ExpressionNode {
  func isTrue(in run: TemplateEvaluation, at offset: Int) throws(TemplateFault) -> Bool {
    try value(in: run).isTrue(at: offset)
  }

  func read(
    in run: TemplateEvaluation, path: inout String?
  ) throws(TemplateFault) -> TemplateValue {
    path = nil
    return try value(in: run)
  }

  /// Whether the node is the literal text, which automatic escaping leaves alone.
  var isTextLiteral: Bool {
    if let literal = self as? LiteralNode, case .text = literal.literal { true } else { false }
  }
}

/// A literal.
final class LiteralNode: ExpressionNode {
  let literal: TemplateValue
  let height = 1

  init(_ literal: TemplateValue) {
    self.literal = literal
  }

  func value(in run: TemplateEvaluation) -> TemplateValue { literal }
}

/// A variable.
final class NameNode: ExpressionNode {
  let name: TemplateName
  let offset: Int
  let height = 1
  private let isNow: Bool

  init(_ name: String, at offset: Int) {
    self.name = TemplateName(name)
    self.offset = offset
    isNow = name == "now"
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    if run.isPlain, let value = run.outerValue(of: name) { return value }
    var path: String?
    let value = try read(in: run, path: &path)
    if run.isTracing { run.note(path, value) }
    return value
  }

  func read(
    in run: TemplateEvaluation, path: inout String?
  ) throws(TemplateFault) -> TemplateValue {
    if let found = run.lookup(name) {
      path = found.isOuter && run.isTracing ? name.text : nil
      return found.value
    }
    if isNow { return .instant(epochMilliseconds: run.now) }
    if run.isStrict { throw TemplateFault(.undefinedVariable(name.text), at: offset) }
    path = run.isTracing ? name.text : nil
    return .null
  }
}

/// An attribute, an index or the call of a method.
final class AttributeNode: ExpressionNode {
  private let target: any ExpressionNode
  private let key: any ExpressionNode
  private let name: String?
  private let arguments: [any ExpressionNode]?
  private let offset: Int
  let height: Int

  init(
    of target: any ExpressionNode, key: any ExpressionNode,
    arguments: [any ExpressionNode]?, at offset: Int
  ) {
    self.target = target
    self.key = key
    self.arguments = arguments
    self.offset = offset
    if let literal = key as? LiteralNode, case .text(let text) = literal.literal {
      name = text
    } else {
      name = nil
    }
    height = 1 + max(target.height, key.height, (arguments ?? []).map(\.height).max() ?? 0)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    guard run.isTracing else { return try plainValue(in: run) }
    var path: String?
    let value = try read(in: run, path: &path)
    run.note(path, value)
    return value
  }

  private func plainValue(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let object = try target.value(in: run)
    if let name, arguments == nil, case .map(let map) = object,
      let found = map.value(named: name)
    {
      return found
    }
    return try attribute(of: object, key: key.value(in: run), in: run)
  }

  func read(
    in run: TemplateEvaluation, path: inout String?
  ) throws(TemplateFault) -> TemplateValue {
    let object = try target.read(in: run, path: &path)
    if arguments != nil {
      run.note(path, object)
      path = nil
    }
    let key = try key.value(in: run)
    if path != nil, run.isTracing { path? += step(key) }
    return try attribute(of: object, key: key, in: run)
  }

  private func step(_ key: TemplateValue) -> String {
    switch key {
    case .text(let name): "." + name
    default: "[\(key.text)]"
    }
  }

  private func attribute(
    of object: TemplateValue, key: TemplateValue, in run: TemplateEvaluation
  ) throws(TemplateFault) -> TemplateValue {
    var values: [TemplateValue]?
    if let arguments {
      values = []
      for argument in arguments { values?.append(try argument.value(in: run)) }
    }
    let request = AttributeRequest(
      key: key, name: name ?? key.javaText, arguments: values, offset: offset)
    return try request.value(of: object, in: run)
  }
}

/// A list literal.
final class ListNode: ExpressionNode {
  private let members: [any ExpressionNode]
  private let offset: Int
  let height: Int

  init(_ members: [any ExpressionNode], at offset: Int) {
    self.members = members
    self.offset = offset
    height = 1 + (members.map(\.height).max() ?? 0)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    var values: [TemplateValue] = []
    values.reserveCapacity(members.count)
    for member in members { values.append(try member.value(in: run)) }
    return try run.checked(.list(values), count: values.count, at: offset)
  }
}

/// A map literal, whose members Java keeps in the order of their hashes.
final class MapNode: ExpressionNode {
  private let pairs: [(key: any ExpressionNode, value: any ExpressionNode)]
  private let offset: Int
  let height: Int

  init(_ pairs: [(key: any ExpressionNode, value: any ExpressionNode)], at offset: Int) {
    self.pairs = pairs
    self.offset = offset
    height = 1 + (pairs.map { max($0.key.height, $0.value.height) }.max() ?? 0)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    var members: [(TemplateValue, TemplateValue)] = []
    members.reserveCapacity(pairs.count)
    for pair in pairs {
      members.append((try pair.key.value(in: run), try pair.value.value(in: run)))
    }
    let map = JavaHash.map(members, capacity: (members.count * 4 + 2) / 3)
    return try run.checked(.map(map), count: map.count, at: offset)
  }
}

/// Texts in a row: `~`, or a string with interpolations.
final class ConcatenationNode: ExpressionNode {
  let parts: [any ExpressionNode]
  private let offset: Int
  let height: Int

  init(_ parts: [any ExpressionNode], at offset: Int) {
    self.parts = parts
    self.offset = offset
    height = 1 + (parts.map(\.height).max() ?? 0)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    var text = ""
    for part in parts {
      let value = try part.value(in: run)
      if case .text(let more) = value {
        text += more
      } else {
        text += try run.text(of: value, at: offset)
      }
      guard text.utf8.count <= TemplateLimits.textBytes else { break }
    }
    return try run.checked(text, at: offset)
  }
}

/// `condition ? then : otherwise`.
final class TernaryNode: ExpressionNode {
  let condition: any ExpressionNode
  let then: any ExpressionNode
  let otherwise: any ExpressionNode
  let offset: Int
  let height: Int

  init(
    _ condition: any ExpressionNode, then: any ExpressionNode, otherwise: any ExpressionNode,
    at offset: Int
  ) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    self.offset = offset
    height = 1 + max(condition.height, then.height, otherwise.height)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    try condition.isTrue(in: run, at: offset) ? then.value(in: run) : otherwise.value(in: run)
  }
}

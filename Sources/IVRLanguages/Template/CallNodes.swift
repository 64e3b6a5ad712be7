/// The arguments of a filter, test, function or macro as written.
struct WrittenArguments: Sendable {
  var positional: [any ExpressionNode] = []
  var named: [(name: String, value: any ExpressionNode)] = []
  var offset = 0

  var height: Int {
    max(positional.map(\.height).max() ?? 0, named.map(\.value.height).max() ?? 0)
  }

  /// The arguments in the order of `parameters`; `nil` parameters take whatever comes.
  func bound(to parameters: [String]?, of owner: String) -> Binding {
    guard let parameters else { return .slots(positional) }
    guard positional.count <= parameters.count else {
      return .fault(.tooManyArguments(of: owner, allowed: parameters.count))
    }
    var slots: [(any ExpressionNode)?] = positional
    for (name, value) in named {
      guard let place = parameters.firstIndex(of: name) else {
        return .fault(.unknownArgument(name, of: owner))
      }
      while slots.count <= place { slots.append(nil) }
      slots[place] = value
    }
    return .slots(slots)
  }

  enum Binding: Sendable {
    case slots([(any ExpressionNode)?])
    case fault(TemplateErrorKind)

    func values(
      in run: TemplateEvaluation, at offset: Int
    ) throws(TemplateFault) -> [TemplateValue] {
      switch self {
      case .fault(let kind): throw TemplateFault(kind, at: offset)
      case .slots(let slots):
        guard !slots.isEmpty else { return [] }
        var values: [TemplateValue] = []
        values.reserveCapacity(slots.count)
        for slot in slots { values.append(try slot?.value(in: run) ?? .null) }
        return values
      }
    }
  }
}

/// A filter applied to a value.
final class FilterNode: ExpressionNode {
  private let input: any ExpressionNode
  private let name: String
  private let written: WrittenArguments
  private let definition: TemplateCallable?
  private let binding: WrittenArguments.Binding
  private let offset: Int
  let height: Int

  init(
    _ name: String, input: any ExpressionNode, arguments: WrittenArguments,
    dialect: TemplateDialect, at offset: Int
  ) {
    self.name = name
    self.input = input
    written = arguments
    definition = TemplateFilters.definition(of: name, dialect: dialect)
    binding = arguments.bound(to: definition?.parameters, of: name)
    self.offset = offset
    height = 1 + max(input.height, arguments.height)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    guard let definition else { return try outerValue(in: run) }
    var value = try inputValue(in: run, forgiving: definition.forgivesUndefined)
    let arguments = try binding.values(in: run, at: offset)
    if value.isNull, definition.nullGivesNull { return .null }
    if case .safeText(let text) = value, !definition.keepsSafeText { value = .text(text) }
    try run.charge(value, at: offset)
    return try definition.apply(
      TemplateCall(name: name, input: value, arguments: arguments, run: run, offset: offset))
  }

  private func inputValue(
    in run: TemplateEvaluation, forgiving: Bool
  ) throws(TemplateFault) -> TemplateValue {
    do {
      return try input.value(in: run)
    } catch {
      guard forgiving, error.isUndefined else { throw error }
      return .null
    }
  }

  /// A filter that the engine does not know may be one of the scope.
  private func outerValue(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let value = try input.value(in: run)
    var positional: [TemplateValue] = []
    for argument in written.positional { positional.append(try argument.value(in: run)) }
    var named: [TemplateArguments.Named] = []
    for argument in written.named {
      named.append(.init(name: argument.name, value: try argument.value.value(in: run)))
    }
    let arguments = TemplateArguments(positional: positional, named: named)
    do {
      if let result = try run.filtered(value, by: name, arguments: arguments) {
        return result
      }
    } catch {
      throw TemplateFault(.refused(error.message), at: offset)
    }
    throw TemplateFault(.unknownFilter(name), at: offset)
  }
}

/// `is` and `is not` with the name of a test.
final class TestNode: ExpressionNode {
  private let input: any ExpressionNode
  private let name: String
  private let isNegated: Bool
  private let definition: TemplateCallable?
  private let binding: WrittenArguments.Binding
  private let offset: Int
  let height: Int

  init(
    _ name: String, input: any ExpressionNode, arguments: WrittenArguments, isNegated: Bool,
    at offset: Int
  ) {
    self.name = name
    self.input = input
    self.isNegated = isNegated
    definition = TemplateTests.definition(of: name)
    binding = arguments.bound(to: nil, of: name)
    self.offset = offset
    height = 1 + max(input.height, arguments.height)
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    guard let definition else { throw TemplateFault(.unknownTest(name), at: offset) }
    let arguments = try binding.values(in: run, at: offset)
    let value: TemplateValue
    do {
      value = try input.value(in: run)
    } catch {
      guard definition.forgivesUndefined, error.isUndefined else { throw error }
      value = .null
    }
    let call = TemplateCall(
      name: name, input: value, arguments: arguments, run: run, offset: offset)
    guard case .bool(let holds) = try definition.apply(call) else { return .bool(false) }
    return .bool(holds != isNegated)
  }
}

/// A function or macro that is called.
final class FunctionNode: ExpressionNode {
  private let name: String
  private let written: WrittenArguments
  private let definition: TemplateCallable?
  private let binding: WrittenArguments.Binding
  private let offset: Int
  let height: Int

  init(_ name: String, arguments: WrittenArguments, at offset: Int) {
    self.name = name
    written = arguments
    definition = TemplateFunctions.definition(of: name)
    binding = arguments.bound(to: definition?.parameters, of: name)
    self.offset = offset
    height = 1 + arguments.height
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    guard let definition else { return try macroValue(in: run) }
    let arguments = try binding.values(in: run, at: offset)
    return try definition.apply(
      TemplateCall(name: name, input: .null, arguments: arguments, run: run, offset: offset))
  }

  private func macroValue(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    guard let macro = run.program.macros[name] else {
      throw TemplateFault(.unknownFunction(name), at: offset)
    }
    let given = try values(for: macro, in: run)
    run.pushFrame(isLocal: true)
    defer { run.popFrame() }
    for parameter in macro.parameters {
      run.define(parameter.name, as: try parameter.value?.value(in: run) ?? .null)
    }
    for (name, value) in given { run.define(name, as: value) }
    return .safeText(try run.call(macro.body, at: offset))
  }

  private func values(
    for macro: TemplateMacro, in run: TemplateEvaluation
  ) throws(TemplateFault) -> [(String, TemplateValue)] {
    guard written.positional.count <= macro.parameters.count else {
      let allowed = macro.parameters.count
      throw TemplateFault(.tooManyArguments(of: name, allowed: allowed), at: offset)
    }
    var values: [(String, TemplateValue)] = []
    for (place, argument) in written.positional.enumerated() {
      values.append((macro.parameters[place].name, try argument.value(in: run)))
    }
    for argument in written.named {
      let isKnown = macro.parameters.contains { $0.name == argument.name }
      guard isKnown || macro.parameters.isEmpty else {
        throw TemplateFault(.unknownArgument(argument.name, of: name), at: offset)
      }
      values.append((argument.name, try argument.value.value(in: run)))
    }
    return values
  }
}

/// `block("name")`: what the block of that name renders.
final class BlockCallNode: ExpressionNode {
  private let name: any ExpressionNode
  private let offset: Int
  let height: Int

  init(_ name: any ExpressionNode, at offset: Int) {
    self.name = name
    self.offset = offset
    height = 1 + name.height
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let value = try name.value(in: run)
    guard case .text(let name) = value else {
      throw TemplateFault(.badArgument("name", of: "block", got: value.kindName), at: offset)
    }
    guard let body = run.program.blocks[name] else { return .text("") }
    return .text(try run.call(body, at: offset))
  }
}

/// What the body of a `filter` tag renders.
final class RenderedNode: ExpressionNode {
  private let body: TemplateBody
  let height: Int

  init(_ body: TemplateBody) {
    self.body = body
    height = 1 + body.height
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let text = try run.capture(body)
    try run.charge(text, at: 0)
    return .text(text)
  }
}

/// A printed value under automatic escaping.
final class EscapeNode: ExpressionNode {
  private let input: any ExpressionNode
  private let strategy: String
  private let offset: Int
  let height: Int

  init(_ input: any ExpressionNode, strategy: String, at offset: Int) {
    self.input = input
    self.strategy = strategy
    self.offset = offset
    height = 1 + input.height
  }

  func value(in run: TemplateEvaluation) throws(TemplateFault) -> TemplateValue {
    let call = TemplateCall(
      name: "escape", input: try input.value(in: run), arguments: [.text(strategy)], run: run,
      offset: offset)
    return try TemplateFilters.escape(call)
  }
}

extension TemplateFault {
  /// Whether the fault is an undefined name or attribute, which `default` and `defined` forgive.
  var isUndefined: Bool {
    switch kind {
    case .undefinedVariable, .undefinedAttribute: true
    default: false
    }
  }
}

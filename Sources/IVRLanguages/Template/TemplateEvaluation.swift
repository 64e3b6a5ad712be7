/// The state of one rendering: names set on the way, output so far, what was read, what it cost.
final class TemplateEvaluation {
  /// Names that tags give a value, over the names of the scope.
  private struct Frame {
    var names: [String: TemplateValue] = [:]
    /// A macro sees nothing outside of itself.
    let isLocal: Bool
  }

  let scope: any TemplateScope
  let program: TemplateProgram
  private(set) var output = ""
  private(set) var reads: [TemplateRead] = []
  let isTracing: Bool
  private var frames = [Frame(isLocal: false)]
  private var steps = 0
  private var callHeight = 0

  init(_ program: TemplateProgram, scope: any TemplateScope, isTracing: Bool) {
    self.program = program
    self.scope = scope
    self.isTracing = isTracing
  }

  var isStrict: Bool { program.dialect.strictVariables }

  // MARK: Names

  /// The value of a name; `nil` where it is undefined.
  func lookup(_ name: String) -> (value: TemplateValue, isOuter: Bool)? {
    if frames.count > 1 || !frames[0].names.isEmpty {
      for frame in frames.reversed() {
        if let value = frame.names[name] { return (value, false) }
        if frame.isLocal { return nil }
      }
    }
    return scope.value(named: name).map { ($0, true) }
  }

  /// Gives a name a value where it already has one, else in the innermost frame.
  func set(_ name: String, to value: TemplateValue) {
    for place in frames.indices.reversed()
    where frames[place].isLocal || frames[place].names[name] != nil {
      frames[place].names[name] = value
      return
    }
    let isOuter = frames.count > 1 && scope.value(named: name) != nil
    frames[isOuter ? 0 : frames.count - 1].names[name] = value
  }

  /// Gives a name a value in the innermost frame.
  func define(_ name: String, as value: TemplateValue) {
    frames[frames.count - 1].names[name] = value
  }

  func pushFrame(isLocal: Bool = false) { frames.append(Frame(isLocal: isLocal)) }
  func popFrame() { frames.removeLast() }

  // MARK: Trace

  /// Notes a chain of names and attributes that was read.
  func note(_ path: String?, _ value: TemplateValue) {
    guard let path, !reads.contains(where: { $0.path == path }) else { return }
    reads.append(TemplateRead(path: path, value: value))
  }

  // MARK: Output

  func write(_ text: String, at offset: Int) throws(TemplateFault) {
    output += text
    guard output.utf8.count <= TemplateLimits.textBytes else {
      throw TemplateFault(.textTooLong(limit: TemplateLimits.textBytes), at: offset)
    }
  }

  func write(_ value: TemplateValue, at offset: Int) throws(TemplateFault) {
    switch value {
    case .null: return
    case .text(let text), .safeText(let text): try write(text, at: offset)
    default:
      guard value.append(to: &output, limit: TemplateLimits.textBytes) else {
        throw TemplateFault(.textTooLong(limit: TemplateLimits.textBytes), at: offset)
      }
    }
  }

  /// The text that statements write, kept out of the output.
  func capture(_ body: TemplateBody) throws(TemplateFault) -> String {
    let outer = output
    output = ""
    defer { output = outer }
    try body.render(in: self)
    return output
  }

  // MARK: Limits

  /// A text that is checked for its size.
  func checked(_ text: String, at offset: Int) throws(TemplateFault) -> TemplateValue {
    guard text.utf8.count <= TemplateLimits.textBytes else {
      throw TemplateFault(.textTooLong(limit: TemplateLimits.textBytes), at: offset)
    }
    return .text(text)
  }

  /// How a value prints, checked for its size.
  func text(of value: TemplateValue, at offset: Int) throws(TemplateFault) -> String {
    switch value {
    case .null: return ""
    case .text(let text), .safeText(let text): return text
    default: return try javaText(of: value, at: offset)
    }
  }

  /// Like `text(of:at:)`, with the word `null` for `null`.
  func javaText(of value: TemplateValue, at offset: Int) throws(TemplateFault) -> String {
    if case .text(let text) = value { return text }
    var text = ""
    guard value.append(to: &text, limit: TemplateLimits.textBytes) else {
      throw TemplateFault(.textTooLong(limit: TemplateLimits.textBytes), at: offset)
    }
    return text
  }

  /// A new list or map, checked for its length and for the depth and number of what it holds.
  func checked(
    _ value: TemplateValue, count: Int, at offset: Int
  ) throws(TemplateFault) -> TemplateValue {
    guard count <= TemplateLimits.listMembers else {
      throw TemplateFault(.listTooLong(limit: TemplateLimits.listMembers), at: offset)
    }
    try measure(value, depth: 0, at: offset)
    return value
  }

  private func measure(
    _ value: TemplateValue, depth: Int, at offset: Int
  ) throws(TemplateFault) {
    guard depth <= TemplateLimits.valueDepth else {
      throw TemplateFault(.nestedTooDeep(limit: TemplateLimits.valueDepth), at: offset)
    }
    switch value {
    case .list(let members), .array(let members):
      try spend(members.count, at: offset)
      for member in members { try measure(member, depth: depth + 1, at: offset) }
    case .map(let map):
      try spend(map.count, at: offset)
      for member in map.values { try measure(member, depth: depth + 1, at: offset) }
    case .entry(let entry): try measure(entry.value, depth: depth + 1, at: offset)
    default: break
    }
  }

  /// Counts work that grows with the values, not with the template.
  func spend(_ count: Int, at offset: Int) throws(TemplateFault) {
    steps += count
    guard steps <= TemplateLimits.steps else {
      throw TemplateFault(.tooManySteps(limit: TemplateLimits.steps), at: offset)
    }
  }

  /// The text of a macro or block, with its height counted against the stack.
  func call(_ body: TemplateBody, at offset: Int) throws(TemplateFault) -> String {
    callHeight += body.height
    defer { callHeight -= body.height }
    guard callHeight <= TemplateLimits.callHeight else {
      throw TemplateFault(.callsTooDeep(limit: TemplateLimits.callHeight), at: offset)
    }
    return try capture(body)
  }
}

/// A compiled template.
final class TemplateProgram: Sendable {
  let body: TemplateBody
  let macros: [String: TemplateMacro]
  let blocks: [String: TemplateBody]
  let source: SourceText
  let dialect: TemplateDialect

  init(
    body: TemplateBody, macros: [String: TemplateMacro], blocks: [String: TemplateBody],
    source: SourceText, dialect: TemplateDialect
  ) {
    self.body = body
    self.macros = macros
    self.blocks = blocks
    self.source = source
    self.dialect = dialect
  }
}

/// A macro: its parameters with their defaults, and what it renders.
struct TemplateMacro: Sendable {
  let name: String
  let parameters: [(name: String, value: (any ExpressionNode)?)]
  let body: TemplateBody
}

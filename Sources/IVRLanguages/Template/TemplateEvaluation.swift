/// The state of one rendering: names set on the way, output so far, what was read, what it cost.
final class TemplateEvaluation {
  /// Names that tags gave a value, and what was read; most renderings need neither.
  private final class Notes {
    /// What tags outside of loops and macros set.
    var outermost: [String: TemplateValue] = [:]
    /// What loops and macros set, the innermost last; a macro sees nothing outside of itself.
    var frames: [(names: [String: TemplateValue], isLocal: Bool)] = []
    var reads: [TemplateRead] = []
  }

  let program: TemplateProgram
  private let scope: any TemplateScope
  let isTracing: Bool
  /// Whether every name comes from the scope and nothing is noted.
  private(set) var isPlain: Bool
  private(set) var output = ""
  private var notes: Notes?
  private var steps = 0
  private var callHeight = 0

  init(_ program: TemplateProgram, scope: any TemplateScope, isTracing: Bool) {
    self.program = program
    self.scope = scope
    self.isTracing = isTracing
    isPlain = !isTracing
  }

  /// The scope's clock.
  var now: Int64 { scope.now }

  /// A variable of the scope.
  func outerValue(of name: TemplateName) -> TemplateValue? { scope.value(of: name) }

  /// The result of a filter of the scope.
  func filtered(
    _ input: TemplateValue, by name: String, arguments: TemplateArguments
  ) throws(TemplateRefusal) -> TemplateValue? {
    try scope.filtered(input, by: name, arguments: arguments)
  }

  var isStrict: Bool { program.dialect.strictVariables }

  // MARK: Names

  /// The value of a name; `nil` where it is undefined.
  func lookup(_ name: TemplateName) -> (value: TemplateValue, isOuter: Bool)? {
    if let notes {
      for frame in notes.frames.reversed() {
        if let value = frame.names[name.text] { return (value, false) }
        if frame.isLocal { return nil }
      }
      if let value = notes.outermost[name.text] { return (value, false) }
    }
    return outerValue(of: name).map { ($0, true) }
  }

  /// Gives a name a value where it already has one, else in the innermost frame.
  func set(_ name: TemplateName, to value: TemplateValue) {
    let notes = keepNotes()
    for place in notes.frames.indices.reversed()
    where notes.frames[place].isLocal || notes.frames[place].names[name.text] != nil {
      notes.frames[place].names[name.text] = value
      return
    }
    let isOuter = notes.outermost[name.text] != nil || outerValue(of: name) != nil
    if isOuter || notes.frames.isEmpty {
      notes.outermost[name.text] = value
    } else {
      notes.frames[notes.frames.count - 1].names[name.text] = value
    }
  }

  /// Gives a name a value in the innermost frame.
  func define(_ name: String, as value: TemplateValue) {
    guard let notes, !notes.frames.isEmpty else { return }
    notes.frames[notes.frames.count - 1].names[name] = value
  }

  func pushFrame(isLocal: Bool = false) {
    keepNotes().frames.append(([:], isLocal))
  }

  func popFrame() { notes?.frames.removeLast() }

  private func keepNotes() -> Notes {
    isPlain = false
    let kept = notes ?? Notes()
    notes = kept
    return kept
  }

  // MARK: Trace

  /// Every variable that was read, in order, each path once.
  var reads: [TemplateRead] { notes?.reads ?? [] }

  /// Notes a chain of names and attributes that was read.
  func note(_ path: String?, _ value: TemplateValue) {
    guard isTracing, let path else { return }
    let notes = keepNotes()
    guard !notes.reads.contains(where: { $0.path == path }) else { return }
    notes.reads.append(TemplateRead(path: path, value: value))
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
    try charge(text, at: offset)
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
    try spend(TemplateLimits.callSteps, at: offset)
    let text = try capture(body)
    try charge(text, at: offset)
    return text
  }
}

/// A filter, test or function: its name, its parameters and what it does.
struct TemplateCallable: Sendable {
  typealias Action = @Sendable (TemplateCall) throws(TemplateFault) -> TemplateValue

  let name: String
  /// The names of the arguments in order; `nil` takes and ignores any.
  let parameters: [String]?
  /// Whether `null` goes through untouched.
  let nullGivesNull: Bool
  /// Whether an input that automatic escaping leaves alone is told from a text.
  let keepsSafeText: Bool
  /// Whether an undefined input is `null` even with strict variables.
  let forgivesUndefined: Bool
  /// Whether only Pebble 4 has it.
  let isNew: Bool
  let apply: Action

  init(
    _ name: String, _ parameters: [String]? = nil, nullGivesNull: Bool = true,
    keepsSafeText: Bool = false, forgivesUndefined: Bool = false, isNew: Bool = false,
    apply: @escaping Action
  ) {
    self.name = name
    self.parameters = parameters
    self.nullGivesNull = nullGivesNull
    self.keepsSafeText = keepsSafeText
    self.forgivesUndefined = forgivesUndefined
    self.isNew = isNew
    self.apply = apply
  }
}

/// One call of a filter, test or function.
struct TemplateCall {
  let name: String
  let input: TemplateValue
  let arguments: [TemplateValue]
  let run: TemplateEvaluation
  let offset: Int

  func fault(_ kind: TemplateErrorKind) -> TemplateFault { TemplateFault(kind, at: offset) }

  /// The fault that the input is of the wrong kind.
  var badInput: TemplateFault { fault(.badInput(of: name, got: input.kindName)) }

  /// The argument at that place; `null` where it is not given.
  func argument(_ place: Int) -> TemplateValue {
    place < arguments.count ? arguments[place] : .null
  }

  /// The input as text; a date counts as its text.
  func text() throws(TemplateFault) -> String {
    switch input {
    case .text(let text): return text
    case .instant: return input.text
    default: throw badInput
    }
  }

  /// A text argument; `nil` where it is not given or `null`.
  func text(_ place: Int, _ parameter: String) throws(TemplateFault) -> String? {
    switch argument(place) {
    case .null: return nil
    case .text(let text): return text
    default: throw badArgument(place, parameter)
    }
  }

  /// A number argument as a whole number; `nil` where it is not given or `null`.
  func whole(_ place: Int, _ parameter: String) throws(TemplateFault) -> Int? {
    let value = argument(place)
    if value.isNull { return nil }
    guard let number = value.longValue else { throw badArgument(place, parameter) }
    return Int(Int32(truncatingIfNeeded: number))
  }

  func badArgument(_ place: Int, _ parameter: String) -> TemplateFault {
    fault(.badArgument(parameter, of: name, got: argument(place).kindName))
  }

  /// A text result, checked for its size.
  func result(_ text: String) throws(TemplateFault) -> TemplateValue {
    try run.checked(text, at: offset)
  }
}

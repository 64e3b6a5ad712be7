extension TemplateErrorKind {
  /// One sentence that says what is wrong, and where possible what was meant.
  var message: String {
    textFault ?? nameFault ?? valueFault ?? limitFault
  }

  private var textFault: String? {
    switch self {
    case .unexpectedToken(let token, let expected):
      "Unexpected \(token); expected \(expected)"
    case .unexpectedEnd(let expected): "The template ends here; expected \(expected)"
    case .unexpectedCharacter(let character): "Unexpected character \"\(character)\""
    case .unopenedBracket(let bracket): "Unexpected \"\(bracket)\" without its opening bracket"
    case .unclosedBracket(let bracket): "Missing \"\(bracket)\""
    case .unclosedComment: "The comment is not closed with \"#}\""
    case .unclosedVerbatim: "The verbatim tag is not closed with {% endverbatim %}"
    case .missingTagName: "A tag must start with its name"
    case .unknownTag(let name):
      "Tag \"\(name)\" does not exist" + Suggestions.hint(for: name, in: TemplateTags.names)
    case .unsupportedTag(let name): "Tag \"\(name)\" needs other files and is not supported"
    case .reservedName(let name): "\"\(name)\" is a literal and cannot be given a value"
    case .numberTooLarge(let digits): "The number \(digits) does not fit in 64 bits"
    case .positionalAfterNamed: "Positional arguments must stand before named ones"
    case .namedMethodArgument(let name): "A method takes no named argument (\"\(name)\")"
    case .notCallable: "Only a name can be called"
    case .duplicateMacro(let name): "Macro \"\(name)\" is defined twice"
    default: nil
    }
  }

  private var nameFault: String? {
    switch self {
    case .unknownFilter(let name):
      "Filter \"\(name)\" does not exist" + Suggestions.hint(for: name, in: TemplateFilters.names)
    case .unknownTest(let name):
      "Test \"\(name)\" does not exist" + Suggestions.hint(for: name, in: TemplateTests.names)
    case .unknownFunction(let name):
      "Function \"\(name)\" does not exist"
        + Suggestions.hint(for: name, in: TemplateFunctions.names)
    case .unknownArgument(let name, let owner):
      "\"\(owner)\" has no argument \"\(name)\""
        + Suggestions.hint(for: name, in: Self.parameters(of: owner))
    case .tooManyArguments(let owner, let allowed):
      "\"\(owner)\" takes at most \(allowed) argument\(allowed == 1 ? "" : "s")"
    case .missingArgument(let name, let owner): "\"\(owner)\" needs the argument \"\(name)\""
    case .badArgument(let name, let owner, let got):
      "\"\(owner)\" cannot take \(got) as \"\(name)\""
    case .undefinedVariable(let name): "Variable \"\(name)\" is not defined"
    case .undefinedAttribute(let name): "Attribute \"\(name)\" does not exist"
    case .forbiddenAttribute(let name): "Attribute \"\(name)\" is not allowed"
    case .badAttribute(let name, let kind): "\(kind) cannot be asked for \"\(name)\""
    default: nil
    }
  }

  private static func parameters(of owner: String) -> [String] {
    let callable =
      TemplateFilters.definition(of: owner, dialect: .pebble41)
      ?? TemplateFunctions.definition(of: owner)
    return callable?.parameters ?? []
  }

  private var valueFault: String? {
    switch self {
    case .badInput(let owner, let got): "\"\(owner)\" cannot take \(got)"
    case .badOperands(let name, let left, let right):
      "Operator \"\(name)\" cannot take \(left) and \(right)"
    case .notANumber(let text): "\"\(text)\" is not a number"
    case .divisionByZero: "Division by zero"
    case .notABoolean(let kind): "\(kind) is neither true nor false"
    case .notIterable(let kind): "A for tag cannot walk over \(kind)"
    case .indexOutOfRange(let index, let count):
      "Index \(index) is outside of the input, which has \(count) member\(count == 1 ? "" : "s")"
    case .badPattern(let text): "\"\(text)\" is not a regular expression"
    case .patternTooSlow(let text):
      "The regular expression \"\(text)\" takes too long on this text"
    case .badFormat(let text): "\"\(text)\" is not a valid format"
    case .badDate(let text, let format): "\"\(text)\" is not a date of the format \"\(format)\""
    case .badBase64: "The text is not base 64 of UTF-8"
    case .refused(let reason): reason
    default: nil
    }
  }

  private var limitFault: String {
    switch self {
    case .sourceTooLong(let limit): "The template is longer than \(limit) bytes"
    case .nestedTooDeep(let limit): "The template is nested deeper than \(limit) levels"
    case .textTooLong(let limit): "The text grew beyond \(limit) bytes"
    case .listTooLong(let limit): "The list grew beyond \(limit) members"
    case .tooManySteps(let limit): "The template took more than \(limit) steps"
    case .callsTooDeep(let limit): "Macros or blocks call each other deeper than \(limit) levels"
    default: "The template is not valid"
    }
  }
}

/// What can be wrong with a template, without wording.
///
/// The text of a name is kept as it was written, so that a message can quote it.
public indirect enum TemplateErrorKind: Hashable, Sendable {
  // Faults of the text, found when the template is compiled.

  /// A token that cannot stand here; `expected` names what could.
  case unexpectedToken(String, expected: String)
  /// The expression or the template ends where something is still expected.
  case unexpectedEnd(expected: String)
  /// A character that no token starts with.
  case unexpectedCharacter(String)
  /// A closing bracket without its opening one.
  case unopenedBracket(String)
  /// An opening bracket or quote that is never closed, named by what would close it.
  case unclosedBracket(String)
  /// A comment without its end.
  case unclosedComment
  /// A `verbatim` tag without its end.
  case unclosedVerbatim
  /// An execute delimiter that no tag name follows.
  case missingTagName
  /// A tag that does not exist.
  case unknownTag(String)
  /// A tag that needs other template files.
  case unsupportedTag(String)
  /// A literal that no variable may be called.
  case reservedName(String)
  /// A whole number beyond 64 bits.
  case numberTooLarge(String)
  /// A positional argument behind a named one.
  case positionalAfterNamed
  /// A named argument to a method.
  case namedMethodArgument(String)
  /// Parentheses behind something that is no name.
  case notCallable
  /// Two macros of one name.
  case duplicateMacro(String)

  // Faults of evaluation.

  /// A filter that does not exist.
  case unknownFilter(String)
  /// A test that does not exist.
  case unknownTest(String)
  /// A function or macro that does not exist.
  case unknownFunction(String)
  /// A named argument that the filter, function or test does not have.
  case unknownArgument(String, of: String)
  /// More positional arguments than are allowed.
  case tooManyArguments(of: String, allowed: Int)
  /// An argument that is required.
  case missingArgument(String, of: String)
  /// An argument of the wrong kind or value.
  case badArgument(String, of: String, got: String)
  /// An input that the filter, function or test does not take.
  case badInput(of: String, got: String)
  /// Operands that an operator does not take, by the words for their kinds.
  case badOperands(operator: String, left: String, right: String)
  /// A text that is used as a number and is none.
  case notANumber(String)
  /// A whole number divided by zero.
  case divisionByZero
  /// A value that is neither true nor false.
  case notABoolean(String)
  /// A value that a `for` tag cannot walk over.
  case notIterable(String)
  /// An undefined variable, with strict variables on.
  case undefinedVariable(String)
  /// An undefined attribute, with strict variables on.
  case undefinedAttribute(String)
  /// An attribute that reaches into the engine.
  case forbiddenAttribute(String)
  /// An attribute that the kind of value cannot be asked for.
  case badAttribute(String, of: String)
  /// An index outside of a text or list.
  case indexOutOfRange(Int, count: Int)
  /// A regular expression that cannot be read.
  case badPattern(String)
  /// A regular expression that goes back and forth over its text without end.
  case patternTooSlow(String)
  /// A date or number pattern that cannot be read.
  case badFormat(String)
  /// A text that is no date of the format.
  case badDate(String, format: String)
  /// A text that is not base 64 of UTF-8.
  case badBase64
  /// Whatever a filter of the scope refuses.
  case refused(String)

  // Limits.

  /// The source is longer than this many bytes.
  case sourceTooLong(limit: Int)
  /// Expressions or tags are nested deeper than this.
  case nestedTooDeep(limit: Int)
  /// Text grew beyond this many bytes.
  case textTooLong(limit: Int)
  /// A range or list grew beyond this many members.
  case listTooLong(limit: Int)
  /// Loops or nested lists took more than this many steps.
  case tooManySteps(limit: Int)
  /// Macros or blocks call each other deeper than this.
  case callsTooDeep(limit: Int)
}

import IVRLanguages
import Testing

@Suite struct TemplateErrorTests {
  struct Fault: Sendable {
    let source: String
    let kind: TemplateErrorKind
    let line: Int
    let column: Int
    let phase: TemplateError.Phase

    init(
      _ source: String, _ kind: TemplateErrorKind, _ line: Int, _ column: Int,
      _ phase: TemplateError.Phase = .parse
    ) {
      self.source = source
      self.kind = kind
      self.line = line
      self.column = column
      self.phase = phase
    }
  }

  private static let scope = TestScope([
    "ANI": "+14085551234", "n": nil, "i": 5, "list": [1, 2], "map": ["a": 1], "empty": "",
  ])

  @Test("a fault of the text tells its kind and place", arguments: textFaults)
  func text(_ fault: Fault) { check(fault) }

  @Test("a fault of the values tells its kind and place", arguments: valueFaults)
  func values(_ fault: Fault) { check(fault) }

  private func check(_ fault: Fault) {
    let error = #expect(throws: TemplateError.self) {
      try Template(fault.source).render(in: Self.scope)
    }
    #expect(error?.kind == fault.kind)
    #expect(error?.phase == fault.phase)
    #expect([error?.position.line, error?.position.column] == [fault.line, fault.column])
  }

  private static let textFaults = [
    Fault(
      "{{ ANI | 123}}", .unexpectedToken("number \"123\"", expected: "the name of a filter"), 1, 10
    ),
    Fault("{{ ANI || i }}", .unexpectedToken("\"|\"", expected: "the name of a filter"), 1, 9),
    Fault("{{ a && b }}", .unexpectedCharacter("&"), 1, 6),
    Fault("{{ !a }}", .unexpectedCharacter("!"), 1, 4),
    Fault("{{ héé $ }}", .unexpectedCharacter("$"), 1, 8),
    Fault("one\n{{ 1e3 }}", .unexpectedToken("name \"e3\"", expected: "\"}}\""), 2, 5),
    Fault("{{ i", .unexpectedEnd(expected: "\"}}\""), 1, 5),
    Fault("{{ }}", .unexpectedToken("\"}}\"", expected: "a value"), 1, 4),
    Fault("{{ max(1 }}", .unclosedBracket(")"), 1, 10),
    Fault("{{ i } }}", .unopenedBracket("}"), 1, 6),
    Fault("{{ 'abc }}", .unclosedBracket("'"), 1, 4),
    Fault("{{ \"a#{i }}", .unclosedBracket("\""), 1, 4),
    Fault("{# never", .unclosedComment, 1, 1),
    Fault("{% verbatim %}x", .unclosedVerbatim, 1, 1),
    Fault("{% 1 %}", .missingTagName, 1, 4),
    Fault("{% iff i %}", .unknownTag("iff"), 1, 4),
    Fault("{% include 'x' %}", .unsupportedTag("include"), 1, 4),
    Fault("{% set true = 1 %}", .reservedName("true"), 1, 8),
    Fault("{{ 9223372036854775808 }}", .numberTooLarge("9223372036854775808"), 1, 4),
    Fault("{{ i | slice(fromIndex=1, 3) }}", .positionalAfterNamed, 1, 27),
    Fault("{{ ANI.trim(a=1) }}", .namedMethodArgument("a"), 1, 8),
    Fault("{{ (i)(1) }}", .notCallable, 1, 7),
    Fault(
      "{% macro f() %}{% endmacro %}{% macro f() %}{% endmacro %}", .duplicateMacro("f"), 1, 39),
    Fault(
      "{% if i %}x", .unexpectedEnd(expected: "{% elseif %} or {% else %} or {% endif %}"), 1, 12),
  ]

  private static let valueFaults = [
    Fault("{{ ANI | uper }}", .unknownFilter("uper"), 1, 10, .evaluation),
    Fault("{{ i is evn }}", .unknownTest("evn"), 1, 9, .evaluation),
    Fault("a\r\nb {{ mx(1) }}", .unknownFunction("mx"), 2, 6, .evaluation),
    Fault("{{ ANI | slice(bad=1) }}", .unknownArgument("bad", of: "slice"), 1, 10, .evaluation),
    Fault(
      "{{ ANI | slice(1,2,3) }}", .tooManyArguments(of: "slice", allowed: 2), 1, 10, .evaluation),
    Fault(
      "{{ ANI | replace }}", .missingArgument("replace_pairs", of: "replace"), 1, 10, .evaluation),
    Fault(
      "{{ ANI | replace('+', '') }}", .tooManyArguments(of: "replace", allowed: 1), 1, 10,
      .evaluation),
    Fault("{{ i | upper }}", .badInput(of: "upper", got: "a whole number"), 1, 8, .evaluation),
    Fault(
      "{{ n + 1 }}", .badOperands(operator: "+", left: "null", right: "a whole number"), 1, 6,
      .evaluation),
    Fault(
      "{{ ANI > 5 }}", .badOperands(operator: ">", left: "a text", right: "a whole number"), 1, 8,
      .evaluation),
    Fault("{{ 'x' * 2 }}", .notANumber("x"), 1, 8, .evaluation),
    Fault("{{ i / 0 }}", .divisionByZero, 1, 6, .evaluation),
    Fault("{{ list and i }}", .notABoolean("a list"), 1, 9, .evaluation),
    Fault("{% for x in i %}{% endfor %}", .notIterable("a whole number"), 1, 4, .evaluation),
    Fault("{{ ANI.getClass() }}", .forbiddenAttribute("getClass"), 1, 8, .evaluation),
    Fault("{{ map[0] }}", .badAttribute("0", of: "a map with text keys"), 1, 7, .evaluation),
    Fault("{{ empty | slice(0, 3) }}", .indexOutOfRange(3, count: 0), 1, 12, .evaluation),
    Fault("{{ ANI | split('(') }}", .badPattern("("), 1, 10, .evaluation),
    Fault("{{ 1 | date('bb') }}", .badFormat("bb"), 1, 8, .evaluation),
    Fault(
      "{{ ANI | epoch(format='yyyy') }}", .badDate("+14085551234", format: "yyyy"), 1, 10,
      .evaluation),
    Fault("{{ '***' | base64decode }}", .badBase64, 1, 12, .evaluation),
    Fault("{{ ANI | jsonPath }}", .refused("jsonPath needs a path"), 1, 10, .evaluation),
  ]

  @Test("messages say what is wrong and what was meant", arguments: messages)
  func message(_ source: String, _ message: String) {
    #expect(Self.scope.text(source) == message)
  }

  private static let messages = [
    ("{{ ANI | uper }}", "evaluation: Filter \"uper\" does not exist; did you mean \"upper\"?"),
    (
      "{{ ANI | jsonpath('$') }}",
      "evaluation: Filter \"jsonpath\" does not exist; did you mean \"jsonPath\"?"
    ),
    ("{{ i is evn }}", "evaluation: Test \"evn\" does not exist; did you mean \"even\"?"),
    ("{{ rnge(1) }}", "evaluation: Function \"rnge\" does not exist; did you mean \"range\"?"),
    ("{% iff i %}", "parse: Tag \"iff\" does not exist; did you mean \"if\"?"),
    ("{{ ANI | 123}}", "parse: Unexpected number \"123\"; expected the name of a filter"),
    ("{{ n + 1 }}", "evaluation: Operator \"+\" cannot take null and a whole number"),
    (
      "{{ empty | slice(0,3) }}",
      "evaluation: Index 3 is outside of the input, which has 0 members"
    ),
    ("{{ 'a' | replace('a','b') }}", "evaluation: \"replace\" takes at most 1 argument"),
  ]

  @Test("the description draws the line with a caret")
  func description() {
    let error = #expect(throws: TemplateError.self) { try Template("a\n{{ ANI | 123}}") }
    #expect(
      error?.description
        == "2:10: Unexpected number \"123\"; expected the name of a filter\n"
        + "{{ ANI | 123}}\n         ^")
  }
}

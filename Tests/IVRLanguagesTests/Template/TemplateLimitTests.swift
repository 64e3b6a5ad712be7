import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct TemplateLimitTests {
  @Test("what grows beyond the limits fails with its own error", arguments: growing)
  func growth(_ source: String, _ kind: TemplateErrorKind) {
    let error = #expect(throws: TemplateError.self) {
      try Template(source).render(in: TestScope(["t": true]))
    }
    #expect(error?.kind == kind)
  }

  private static let bytes = 4 << 20
  private static let doubled = String(repeating: "{% set a = a ~ a %}", count: 60)
  private static let growing: [(String, TemplateErrorKind)] = [
    ("{% set a = 'x' %}" + doubled + "{{ a }}", .textTooLong(limit: bytes)),
    (
      "{% set a = 'x' %}" + String(repeating: "{% set a = a + a %}", count: 60),
      .textTooLong(limit: bytes)
    ),
    (
      "{% set a = 'x' %}" + String(repeating: "{% set a = a ~ a %}", count: 21)
        + "{{ 'bbb' | replace({'b': a}) }}",
      .textTooLong(limit: bytes)
    ),
    ("{{ '%99999999d' | format(1) }}", .badFormat("%99999999d")),
    ("{{ 1..1000000 }}", .listTooLong(limit: 100_000)),
    ("{{ range(1, 9223372036854775807) }}", .listTooLong(limit: 100_000)),
    (
      "{% set a = [1] %}" + String(repeating: "{% set a = a + a %}", count: 60),
      .listTooLong(limit: 100_000)
    ),
    (
      "{% set a = [1] %}" + String(repeating: "{% set a = [a, a] %}", count: 60),
      .tooManySteps(limit: 300_000)
    ),
    (
      "{% set a = [1] %}{% for i in 1..1000 %}{% set a = [a] %}{% endfor %}",
      .nestedTooDeep(limit: 200)
    ),
    (
      "{% for i in 1..99999 %}{% for j in 1..99999 %}{% endfor %}{% endfor %}",
      .tooManySteps(limit: 300_000)
    ),
    (
      "{% for i in 1..99999 %}0123456789012345678901234567890123456789012{% endfor %}",
      .textTooLong(limit: bytes)
    ),
    (
      "{% set a = '" + many("xy", 4096) + "' %}" + turns("a | upper"), .tooManySteps(limit: 300_000)
    ),
    ("{% set a = '" + many("xy", 4096) + "' %}" + turns("a == a"), .tooManySteps(limit: 300_000)),
    (
      "{% set a = '" + many("xy", 4096) + "' %}" + turns("a.indexOf('xyz')"),
      .tooManySteps(limit: 300_000)
    ),
    ("{% set a = 1..9999 %}" + turns("a == a"), .tooManySteps(limit: 300_000)),
    ("{% set a = 1..9999 %}" + turns("a contains a"), .tooManySteps(limit: 300_000)),
    (laughs + "{{ f40() }}", .tooManySteps(limit: 300_000)),
    ("{{ '" + many("a", 40) + "!' | split('(a+)+$') }}", .patternTooSlow("(a+)+$")),
    ("{{ '" + many("a", 40) + "!' | split('(a|a)*b') }}", .patternTooSlow("(a|a)*b")),
    ("{{ ('" + many("a", 40) + "!').matches('(a+)+') }}", .patternTooSlow("(a+)+")),
    ("{{ ('" + many("a", 40) + "!').replaceAll('(a+)+$', '') }}", .patternTooSlow("(a+)+$")),
    ("{{ '" + many(",", 200_000) + "x' | split(',') }}", .listTooLong(limit: 100_000)),
    ("{{ '" + many(",", 200_000) + "x' | split('[,]') }}", .listTooLong(limit: 100_000)),
    (
      "{% set a = '" + many("x", 5000) + "' %}{{ a | replace({'x': a}) }}",
      .textTooLong(limit: bytes)
    ),
    (
      "{% set a = '" + many("x", 5000) + "' %}{{ a.replaceAll('x', a) }}",
      .textTooLong(limit: bytes)
    ),
    (
      "{% set a = '" + many("x", 90_000) + "' %}{{ '" + many("%1$s", 90_000) + "' | format(a) }}",
      .tooManySteps(limit: 300_000)
    ),
    ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", .callsTooDeep(limit: 300)),
    ("{% block a %}{{ block('a') }}{% endblock %}", .callsTooDeep(limit: 300)),
    (
      String(repeating: "{{ x }}\n", count: 1 << 17) + "!", .sourceTooLong(limit: 1 << 20)
    ),
  ]

  private static func turns(_ expression: String) -> String {
    "{% for i in 1..99999 %}{% set b = \(expression) %}{% endfor %}"
  }

  /// Macros each of which calls the one before twice.
  private static let laughs =
    "{% macro f0() %}{% endmacro %}"
    + (1...40).map { "{% macro f\($0)() %}{{ f\($0 - 1)() }}{{ f\($0 - 1)() }}{% endmacro %}" }
    .joined()

  @Test("deep nesting fails when compiled, on a small stack", arguments: nested)
  func depth(_ source: String, _ kind: TemplateErrorKind) throws {
    let outcome = try #require(SmallStack.run { Self.kind(of: source) })
    #expect(outcome == kind)
  }

  private static func many(_ text: String, _ count: Int = 3000) -> String {
    String(repeating: text, count: count)
  }

  private static let nested: [(String, TemplateErrorKind)] = [
    ("{{ " + many("(") + "1" + many(")") + " }}", .nestedTooDeep(limit: 64)),
    ("{{ " + many("[") + "1" + many("]") + " }}", .nestedTooDeep(limit: 64)),
    ("{{ " + many("{1:") + "1" + many("}") + " }}", .nestedTooDeep(limit: 64)),
    ("{{ " + many("- ") + "1 }}", .nestedTooDeep(limit: 64)),
    ("{{ 1" + many(" + 1") + " }}", .nestedTooDeep(limit: 150)),
    ("{{ a" + many(".b") + " }}", .nestedTooDeep(limit: 150)),
    ("{{ a" + many("|trim") + " }}", .nestedTooDeep(limit: 150)),
    ("{{ " + many("t ? 1 : ") + "1 }}", .nestedTooDeep(limit: 150)),
    ("{{ " + many("t ? ") + "1" + many(" : 1") + " }}", .nestedTooDeep(limit: 64)),
    ("{{ " + many("max(") + "1" + many(")") + " }}", .nestedTooDeep(limit: 64)),
    ("{{ " + many("\"#{") + "1" + many("}\"") + " }}", .nestedTooDeep(limit: 64)),
    (many("{% if t %}") + many("{% endif %}"), .nestedTooDeep(limit: 24)),
  ]

  @Test("the deepest template that compiles renders on a small stack")
  func deepest() throws {
    let inner = "(1" + Self.many(" + 1", 70) + ")"
    let expression = Self.many("[", 30) + inner + Self.many("]", 30)
    let tags = Self.many("{% for x in [1] %}", 24) + "{{ \(expression) }}"
    let source = tags + Self.many("{% endfor %}", 24)
    let text = try #require(SmallStack.run { TestScope().text(source) })
    #expect(text == Self.many("[", 30) + "71" + Self.many("]", 30))
  }

  @Test("a long row of concatenations is not deep")
  func concatenation() {
    #expect(TestScope().text("{{ 'a'" + Self.many(" ~ 'a'", 999) + " }}").count == 1000)
  }

  private static func kind(of source: String) -> TemplateErrorKind? {
    do throws(TemplateError) {
      _ = try Template(source).render(in: TestScope(["t": true]))
      return nil
    } catch {
      return error.kind
    }
  }
}

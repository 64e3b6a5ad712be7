import IVRLanguages
import Testing

/// The golden vectors of the reference page, section 9; `eval!` and `parse!` are errors.
@Suite struct GoldenVectorTests {
  struct Golden: Sendable {
    let template: String
    let older: String
    let newer: String
  }

  private static let scope = TestScope([
    "x": "+14085551234", "n": nil, "i": 5, "s": "5", "f": "false", "l": ["A", "B", "ME"],
    "lj": #"["A","B","ME"]"#, "me": "ME", "a": "A", "m": ["k": 1, "z": "q"], "sc": 200, "e": "",
    "d": .number(JSONNumber(text: "2.5")), "now": "2025-02-06T21:09:02.712Z[UTC]",
    "lst": "a,b,c", "neg": -7,
  ])

  @Test("Pebble 4.1.2", arguments: table)
  func newer(_ golden: Golden) {
    #expect(Self.outcome(golden.template, .pebble41) == golden.newer)
  }

  @Test("Pebble 3.2.2", arguments: table)
  func older(_ golden: Golden) {
    #expect(Self.outcome(golden.template, .pebble32) == golden.older)
  }

  private static func outcome(_ source: String, _ dialect: TemplateDialect) -> String {
    do throws(TemplateError) {
      return try Template(source, dialect: dialect).render(in: scope)
    } catch {
      return error.phase == .parse ? "parse!" : "eval!"
    }
  }

  private static func same(_ template: String, _ result: String) -> Golden {
    Golden(template: template, older: result, newer: result)
  }

  private static let table: [Golden] = [
    same(#"{{ x ~ "a" | upper }}"#, "+14085551234A"),
    same("{{ 1 + x | length }}", "13"),
    same("{{ not i == 5 }}", "false"),
    same("{{ -7 | abs }}", "7"),
    same(#"{{ "a" ~ n ~ "b" }}"#, "ab"),
    same(#"{{ "a" + n }}"#, "anull"),
    Golden(template: "{{ s * 2 }}", older: "eval!", newer: "10"),
    same("{{ s + 2 }}", "52"),
    same("{{ s > 2 }}", "eval!"),
    same("{{ n > 2 }}", "false"),
    same("{{ n + 2 }}", "eval!"),
    same("{{ s == 5 }}", "false"),
    same("{{ 1 == 1.0 }}", "true"),
    same(#"{{ f ? "T" : "F" }}"#, "T"),
    same(#"{{ (x | first) == "+" }}"#, "false"),
    same(#"{{ (x | first) ~ "" == "+" }}"#, "true"),
    same(#"{{ x | slice(0,1) == "+" }}"#, "true"),
    same("{{ x | slice(2) }}", "4085551234"),
    same(#"{{ "ab" | slice(0,3) }}"#, "eval!"),
    same(#"{{ "ab" | slice(2) }}"#, ""),
    same(#"{{ "ab" | slice(3) }}"#, "eval!"),
    same(#"{{ "ab" | slice(1,1) }}"#, "eval!"),
    same(#"{{ "ab" | slice(-1) }}"#, "eval!"),
    same(#"{{ lst | split(",") | length == 3 }}"#, "true"),
    same(#"{{ "a|b" | split("\|") | length }}"#, "2"),
    same(#"{{ "a|b" | split("\\|") | length }}"#, "3"),
    same(#"{{ "a|b" | split("|") | length }}"#, "3"),
    same(#"{{ "a.b" | split(".") | length }}"#, "0"),
    same(#"{{ "" | split(",") | length }}"#, "1"),
    same(#"{{ lj | split(me) | first | split(",") | length }}"#, "3"),
    same(#"{{ lj | split(a) | first | split(",") | length }}"#, "1"),
    same(#"{{ lj | split(me) | last | split(",") | length }}"#, "1"),
    same(#"{{ lj | split("zz") | first | split(",") | length }}"#, "3"),
    same(#"{{ ["+44"] contains x | slice(0,3) }}"#, "false"),
    same(#"{{ ["+14"] contains x | slice(0,3) }}"#, "true"),
    same(#"{{ "abc" contains "b" }}"#, "true"),
    same(#"{{ n contains "b" }}"#, "false"),
    same("{{ x.length }}", "12"),
    same("{{ x.length() }}", "12"),
    same("{{ x.substring(2,5) }}", ""),
    same(#"{{ x.startsWith("+1") }}"#, "true"),
    same("{{ x | 123 }}", "parse!"),
    same("{{ x | nofilter }}", "eval!"),
    same("{{ x && i }}", "parse!"),
    same("{{ x || i }}", "parse!"),
    same("{{ !i }}", "parse!"),
    same("{{ 1e3 }}", "parse!"),
    same("{{ 10000000000.0 }}", "1.0E10"),
    same("{{ 106.0 }}", "106.0"),
    same("{{ 100 * 1.1 }}", "110.00000000000001"),
    same("{{ 9223372036854775807 + 1 }}", "-9223372036854775808"),
    same("{{ l }}|{{ m }}", "[A, B, ME]|{k=1, z=q}"),
    same("{{ undefinedv }}|{{ undefinedv.foo }}|{{ l[7] }}", "||"),
    same(#"{{ e == "" }}"#, "true"),
    same(#"{{ n == "" }}"#, "false"),
    same(#"{{ e is empty }}|{{ n is empty }}|{{ "  " is empty }}"#, "true|true|true"),
    same("{{ x is null }}", "false"),
    same("{{ n is even }}", "eval!"),
    same(#"{{ "" | first }}"#, "eval!"),
    same("{{ [] | first }}", ""),
    same("{{ 5 | length }}", "0"),
    same("{{ n | length }}", "0"),
    same(#"{{ "a-b c" | replace({"-":"", " ":""}) }}"#, "abc"),
    same(#"{{ "a" | replace("a","b") }}"#, "eval!"),
    same(
      #"{{ now | date("HHmm", existingFormat="yyyy-MM-dd'T'HH:mm:ss", timeZone="America/New_York") }}"#,
      "1609"),
    same(#"{{ now | date("HHmm") }}"#, "eval!"),
    same(#"{{ 1738876142712 | date("yyyy-MM-dd HH:mm:ss") }}"#, "2025-02-06 21:09:02"),
    same(#"{{ "a b+c" | urlencode }}"#, "a+b%2Bc"),
    same(#"{{ 'it\'s "q"' | escape('json') }}"#, #"it's \"q\""#),
    same(#"{{ "x\ny" }}"#, #"x\ny"#),
    same(#"{{ "x#{i}y" }}|{{ 'x#{i}y' }}"#, "x5y|x#{i}y"),
    same(##"{{ 1234567.891 | numberformat("#,##0.00") }}"##, "1,234,567.89"),
    same(#"{{ 0.125 | numberformat("0.00") }}"#, "0.12"),
    same(#"{{ "5" | numberformat("0.00") }}"#, "eval!"),
    same(#"{{ "hello world" | title }}|{{ "hELLO" | capitalize }}"#, "Hello World|HELLO"),
    same("{{ 1..4 }}", "[1, 2, 3, 4]"),
    same(#"{{ {"a":1,"b":2}["a"] }}"#, "parse!"),
    same(#"{{ ({"a":1})["a"] }}"#, "1"),
    same(#"{{ true and "false" }}"#, "true"),
    same("{{ m or false }}", "eval!"),
    same("{{ [] ? 1 : 2 }}", "eval!"),
    same(#"{{ "1" == 1 or i == 5 and false }}"#, "false"),
    same(
      #"{{ x | default("d") }}|{{ e | default("d") }}|{{ undefinedv.z | default("d") }}|{{ 0 | default("d") }}"#,
      "+14085551234|d|d|0"),
    same("{{ range(1,3) }}", "[1, 2, 3]"),
    same("{{ 'a' is equalto 'a' }}", "parse!"),
    same("{{ a\n== \"A\" }}", "true"),
    same("{{- 1 }}", "1"),
    same("{{-1}}", "-1"),
    same("{{ is }}", "parse!"),
    same("{{ i is not even }}", "true"),
    same("{{ i equals 5 }}", "true"),
    same("{{ x | slice (0,3) }}", "+14"),
    same("{{ x | slice(toIndex=3, fromIndex=1) }}", "14"),
    same("{{ x | slice(1, toIndex=3) }}", "14"),
    same("{{ x | slice(fromIndex=1, 3) }}", "parse!"),
    same("{{ x | slice(bad=1) }}", "eval!"),
    same("{{ x | upper(1) }}", "+14085551234"),
    same("{{ i }} == {{ i }}", "5 == 5"),
    same(#"{{ i > 3 ? "a" : i > 2 ? "b" : "c" }}"#, "a"),
    Golden(template: #"{{ "5" - 1 }}"#, older: "eval!", newer: "4"),
    same(
      #"{{ l | join(",") }}|{{ l | reverse }}|{{ l | sort }}|{{ l | last }}"#,
      "A,B,ME|[ME, B, A]|[A, B, ME]|ME"),
    same(
      "{{ x | base64encode }}|{{ x | sha256 }}",
      "KzE0MDg1NTUxMjM0|d1c2aa443524fa0ce790ac91f95762c72cd3df59b8da068b55399781ec41bc24"),
    same(
      #"{{ "ab" | abbreviate(2) }}|{{ "abcdef" | abbreviate(6) }}|{{ "abcdef" | abbreviate(5) }}"#,
      "ab|abc...|ab..."),
    same("{{ -2 * 3 }}|{{ 2 - -3 }}|{{ not (i == 5) }}", "-6|5|false"),
    same("{{ i contains 5 }}", "eval!"),
    same(#"{{ "a5" contains 5 }}"#, "true"),
    same("{{ [1,2] contains [1] }}", "true"),
  ]
}

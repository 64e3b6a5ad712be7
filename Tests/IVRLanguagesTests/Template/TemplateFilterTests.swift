import IVRLanguages
import Testing

@Suite struct TemplateFilterTests {
  private static let scope = TestScope([
    "quote": "a\"b\\c</d>/&'\n\u{1}é😀", "emoji": "a😀b", "list": [3, 1, 2], "n": nil,
    "css": "1a:b_c é", "text": "alpha beta",
  ])

  @Test("texts made safe for a place", arguments: escapes)
  func escape(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let escapes = [
    (
      "{{ quote | escape('json') }}",
      #"a\"b\\c<\/d>/\u0026'\n\u0001\u00E9\uD83D\uDE00"#
    ),
    ("{{ quote | escape('js') }}", #"a\"b\\c<\/d>/\x26\'\n\x01\xE9\uD83D\uDE00"#),
    ("{{ css | escape('css') }}", #"\31 a\3A b_c\ \E9"#),
    ("{{ 'a b&c=d/é' | escape('url_param') }}", "a%20b%26c%3Dd/%C3%A9"),
    ("{{ '<a>' | escape | escape }}", "&lt;a&gt;"), ("{{ '<a>' | raw | escape }}", "<a>"),
    ("{{ 'a b+ü*-._~' | urlencode }}", "a+b%2B%C3%BC*-._%7E"),
  ]

  @Test("numbers by patterns", arguments: numbers)
  func number(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let numbers = [
    ("{{ 1234567.891 | numberformat }}", "1,234,567.891"),
    ("{{ 0.125 | numberformat('0.00') }}", "0.12"), ("{{ 0.375 | numberformat('0.00') }}", "0.38"),
    ("{{ 2.675 | numberformat('0.00') }}", "2.67"), ("{{ 0.5 | numberformat('#.##') }}", "0.5"),
    ("{{ 0.5 | numberformat('#.00') }}", ".50"), ("{{ 0 | numberformat('#') }}", "0"),
    ("{{ -1234 | numberformat('#,##0;(#,##0)') }}", "(1,234)"),
    ("{{ -5 | numberformat('00') }}", "-05"), ("{{ 0.256 | numberformat('0%') }}", "26%"),
    ("{{ 5 | numberformat(\"'#'0\") }}", "#5"), ("{{ 12345 | numberformat('0.##E0') }}", "1.23E4"),
    ("{{ 9.995 | numberformat('0.00') }}", "9.99"), ("{{ 1e | numberformat }}", "parse"),
    ("{{ 99999999999 | numberformat('#,###') }}", "99,999,999,999"),
    ("{{ 1 | numberformat('0#') }}", "evaluation: \"0#\" is not a valid format"),
  ]
  .map { ($0.0, $0.1 == "parse" ? "parse: Unexpected name \"e\"; expected \"}}\"" : $0.1) }

  @Test("formats of Java", arguments: formats)
  func format(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let formats = [
    (
      "{{ '%05.2f|%.1f|%8.3f|%-8.1f|' | format(2.5, 0.25, 1.0, 3.14) }}",
      "02.50|0.3|   1.000|3.1     |"
    ),
    ("{{ '%,d %+d %(d %05d %d' | format(1234567, 5, -5, -42, 9) }}", "1,234,567 +5 (5) -0042 9"),
    (
      "{{ '%s %S %10s|%-5s|%.2s' | format('a', 'b', 'c', 'd', 'efg') }}",
      "a B          c|d    |ef"
    ),
    ("{{ '%2$s %1$s %%%n' | format('a', 'b') }}", "b a %\n"),
    ("{{ '%x %X %b %e' | format(255, 255, n, 12345.678) }}", "ff FF false 1.234568e+04"),
    ("{{ '%d' | format('5') }}", "evaluation: \"%d\" is not a valid format"),
    ("{{ '%f' | format(5) }}", "evaluation: \"%f\" is not a valid format"),
    ("{{ '%q' | format(5) }}", "evaluation: \"%q\" is not a valid format"),
    ("{{ 'a' | format('b') }}", "a"),
  ]

  @Test("texts count and cut by UTF-16 units", arguments: units)
  func unit(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let units = [
    ("{{ emoji | length }}", "4"), ("{{ emoji | slice(0, 1) }}", "a"),
    ("{{ emoji | slice(1, 3) }}", "😀"), ("{{ emoji | slice(0, 2) }}", "a?"),
    ("{{ emoji | last }}", "b"), ("{{ emoji | split('') | length }}", "3"),
    ("{{ emoji | title }}", "A😀b"), ("{{ 'ß' | upper }}", "SS"),
  ]

  @Test("regular expressions as delimiters", arguments: splits)
  func split(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let splits = [
    ("{{ 'a1b22c' | split('[0-9]+') }}", "[a, b, c]"),
    ("{{ 'a.b' | split('\\.') }}", "[a, b]"), ("{{ 'aXbxc' | split('(?i)x') }}", "[a, b, c]"),
    ("{{ ',a,,b,,' | split(',') }}", "[, a, , b]"),
    ("{{ 'a,b,c' | split(',', 2) }}", "[a, b,c]"),
    ("{{ 'a,b,,' | split(',', -1) }}", "[a, b, , ]"),
    ("{{ 'abc' | split('(?=b)') }}", "[a, bc]"), ("{{ ',,' | split(',') | length }}", "0"),
  ]

  @Test("what was missing from the cases of the reference engine", arguments: others)
  func other(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let others = [
    ("{{ list | sort }}{{ list }}", "[1, 2, 3][3, 1, 2]"),
    ("{{ text.toUpperCase() }} {{ text.indexOf('beta') }}", "ALPHA BETA 6"),
    ("{{ text.replaceAll('[aeiou]', '*') }}", "*lph* b*t*"),
    (
      "{{ 'abc' | sha256 }}",
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    ),
    ("{{ '' | sha256 }}", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("{{ 'a\u{2003}b' | trim }}", "a\u{2003}b"), ("{{\u{2003}list }}", "[3, 1, 2]"),
    (
      "{% autoescape 'html' %}{{ '<b>' ~ list }}{{ '<b>' }}{% endautoescape %}",
      "&lt;b&gt;[3, 1, 2]<b>"
    ),
    ("{% for x in list %}{{ loop.revindex }}{{ loop.length }} {% endfor %}", "23 13 03 "),
    ("{% block a %}x{% endblock a %}{{ block('a') }}{{ block('b') }}", "xx"),
  ]
}

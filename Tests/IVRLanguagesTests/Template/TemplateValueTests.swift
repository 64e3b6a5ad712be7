import IVRLanguages
import Testing

@Suite struct TemplateValueTests {
  @Test("values print as Java prints them", arguments: prints)
  func printing(_ value: TemplateValue, _ text: String) { #expect(value.text == text) }

  private static let prints: [(TemplateValue, String)] = [
    (.null, ""), (.bool(true), "true"), (.integer(-5), "-5"), (.smallInteger(7), "7"),
    (.bigInteger("123456789012345678901"), "123456789012345678901"), (.double(106), "106.0"),
    (.double(1e10), "1.0E10"), (.double(0.001), "0.001"), (.double(0.00012), "1.2E-4"),
    (.double(9_999_999), "9999999.0"), (.double(12_345_678.5), "1.23456785E7"),
    (.double(-0.0), "-0.0"), (.double(.nan), "NaN"), (.double(-.infinity), "-Infinity"),
    (.double(.greatestFiniteMagnitude), "1.7976931348623157E308"),
    (.character(65), "A"), (.character(0xD83D), "?"), (.list([.null, .text("a")]), "[null, a]"),
    (.array([.integer(1)]), "[1]"), (.map(TemplateMap([(.text("k"), .null)])), "{k=null}"),
    (.entry(TemplateEntry(key: .text("k"), value: .integer(1))), "k=1"),
    (.instant(epochMilliseconds: 0), "1970-01-01T00:00:00.000Z[UTC]"),
    (.instant(epochMilliseconds: -1), "1969-12-31T23:59:59.999Z[UTC]"),
  ]

  @Test("JSON becomes values", arguments: conversions)
  func conversion(_ json: JSONValue, _ value: TemplateValue) {
    #expect(TemplateValue(json) == value)
  }

  private static let conversions: [(JSONValue, TemplateValue)] = [
    (nil, .null), (true, .bool(true)), (200, .integer(200)), ("x", .text("x")),
    (.number(JSONNumber(text: "2.50")), .double(2.5)),
    (.number(JSONNumber(text: "1e3")), .double(1000)),
    (.number(JSONNumber(text: "12345678901234567890")), .bigInteger("12345678901234567890")),
    ([1, "a"], .list([.integer(1), .text("a")])),
  ]

  @Test("attributes of JSON objects match in any letter case when none matches exactly")
  func letterCase() {
    let scope = TestScope(["c": ["ANI": "1", "Ani": "2", "dnis": "3"]])
    #expect(scope.text("{{ c.ANI }}{{ c.Ani }}{{ c.ani }}{{ c.DNIS }}{{ c['Dnis'] }}") == "12133")
    let exact = TemplateMap([(.text("ANI"), .integer(1))])
    #expect(exact.value(named: "ani") == nil)
  }

  @Test("a large map keeps its order and finds its keys")
  func largeMap() {
    let map = TemplateMap(
      (0..<100).map { (.text("k\($0)"), .integer($0)) } + [(.text("k5"), .null)])
    #expect(map.count == 100)
    #expect(map.keys.first == .text("k0"))
    #expect(map.value(named: "k99") == .integer(99))
    #expect(map.value(named: "k5") == .null)
    #expect(map.value(named: "K5") == nil)
  }

  @Test("variables are found by name, replaced and counted")
  func variables() {
    var variables = TemplateVariables()
    for number in 0..<200 { variables["v\(number)"] = .integer(Int64(number)) }
    variables["v7"] = .text("seven")
    #expect(variables.count == 200)
    #expect(variables["v7"] == .text("seven"))
    #expect(variables[TemplateName("v199")] == .integer(199))
    #expect(variables["v200"] == nil)
    variables["v7"] = nil
    #expect(variables["v7"] == .null)
  }

  @Test("map literals keep the order of Java's hash maps", arguments: orders)
  func order(_ source: String, _ text: String) { #expect(TestScope().text(source) == text) }

  private static let orders = [
    ("{{ {'b':1,'a':2} }}", "{a=2, b=1}"),
    ("{{ {'zeta':1,'alpha':2,'mid':3} }}", "{zeta=1, mid=3, alpha=2}"),
    ("{{ {3:1, 1:2, 2:3} }}", "{1=2, 2=3, 3=1}"),
    ("{{ 'ab' | replace({'b':'c','a':'b'}) }}", "cc"),
    ("{{ {'b':1} | merge({'a':2}) }}", "{a=2, b=1}"),
    ("{{ {'a':1,'a':2} }}", "{a=2}"),
  ]
}

import IVRLanguages
import Testing

@Suite struct TemplateTraceTests {
  private static let scope = TestScope([
    "callbackConnectTime": "-1", "callbackStatus": "Processed", "i": 1,
    "HTTPRequest_CallBackSearch": ["httpStatusCode": 200],
    "NewPhoneContact": ["ANI": "+14085551234"], "list": [["id": 7], ["id": 8]], "key": "id",
  ])

  @Test("a trace lists what was read, in order, once", arguments: traces)
  func reads(_ source: String, _ text: String, _ reads: [String]) throws {
    let output = try Template(source).renderTraced(in: Self.scope)
    #expect(output.text == text)
    #expect(output.reads.map { "\($0.path)=\($0.value.text)" } == reads)
    #expect(try Template(source).render(in: Self.scope) == text)
  }

  private static let traces: [(String, String, [String])] = [
    (
      "{{ HTTPRequest_CallBackSearch.httpStatusCode == 200 }}", "true",
      ["HTTPRequest_CallBackSearch.httpStatusCode=200"]
    ),
    (
      #"{{ callbackConnectTime == "-1" ? (callbackStatus == "Not Processed" ? "#
        + #"(HTTPRequest_CallBackSearch.httpStatusCode == 200 ? "true" : "false") : "false") : "false" }}"#,
      "false", ["callbackConnectTime=-1", "callbackStatus=Processed"]
    ),
    ("{{ i == 2 and list }}", "false", ["i=1"]),
    ("{{ i == 1 or list }}", "true", ["i=1"]),
    ("{{ i + i }}", "2", ["i=1"]),
    ("{{ NewPhoneContact.ani }}", "+14085551234", ["NewPhoneContact.ani=+14085551234"]),
    ("{{ NewPhoneContact.ANI.length }}", "12", ["NewPhoneContact.ANI.length=12"]),
    (
      "{{ NewPhoneContact.ANI.startsWith('+1') }}", "true",
      ["NewPhoneContact.ANI=+14085551234"]
    ),
    ("{{ NewPhoneContact.ANI | slice(0, 2) }}", "+1", ["NewPhoneContact.ANI=+14085551234"]),
    ("{{ list[i][key] }}", "8", ["i=1", "key=id", "list[1].id=8"]),
    ("{{ list[0]['id'] }}", "7", ["list[0].id=7"]),
    ("{{ missing.a }}", "", ["missing.a="]),
    ("{% for x in list %}{{ x.id }}{% endfor %}", "78", ["list=[{id=7}, {id=8}]"]),
    ("{% set y = i %}{{ y }}", "1", ["i=1"]),
    ("{{ now() | epoch }}", "1738876142", []),
  ]

  @Test("a template knows whether it evaluates anything")
  func expressions() throws {
    #expect(try !Template("plain {# c #} text }}").hasExpressions)
    #expect(try Template("a {{ b }}").hasExpressions)
    #expect(try Template("{% set a = 1 %}").hasExpressions)
    #expect(try Template("").render(in: Self.scope).isEmpty)
  }

  @Test("templates are equal by text and dialect")
  func equality() throws {
    #expect(try Template("{{ a }}") == Template("{{ a }}"))
    #expect(try Template("{{ a }}") != Template("{{ a}}"))
    #expect(try Template("{{ a }}") != Template("{{ a }}", dialect: .pebble32))
  }
}

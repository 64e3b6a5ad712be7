import IVRLanguages
import Testing

@Suite struct SSMLValidatorTests {
  struct Expected: Sendable {
    let body: String
    let kind: SSMLFinding.Kind
    let column: Int
    let hint: String

    init(_ body: String, _ kind: SSMLFinding.Kind, _ column: Int, _ hint: String = "") {
      self.body = body
      self.kind = kind
      self.column = column
      self.hint = hint
    }
  }

  @Test(
    "a finding has its kind, its place and a hint",
    arguments: [
      Expected("<brek/>", .unknownElement(name: "brek", parent: "speak"), 1, "<break>"),
      Expected("<paragraph/>", .unknownElement(name: "paragraph", parent: "speak"), 1, "<p>"),
      Expected("<p><p/></p>", .misplacedElement(name: "p", parent: "p"), 4, "may hold"),
      Expected("<s/><meta content='a'/>", .lateElement(name: "meta"), 5),
      Expected("<break> a</break>", .misplacedText(parent: "break"), 8),
      Expected("<break tyme='1s'/>", .unknownAttribute(name: "tyme", element: "break"), 8, "time"),
      Expected("<sub>a</sub>", .missingAttribute(name: "alias", element: "sub"), 1),
      Expected(
        "<break strength='week'/>",
        .badValue("week", attribute: "strength", element: "break"), 8, "\"weak\""),
      Expected(
        "<break  time = '2 s'/>", .badValue("2 s", attribute: "time", element: "break"), 9,
        "1.5s"),
      Expected("<p xml:id='a'/><p xml:id='a'/>", .duplicateID("a"), 19),
      Expected(
        "<say-as interpret-as='dat'>1</say-as>", .unknownInterpretAs("dat"), 9, "\"date\""),
      Expected("<lookup ref='l'>a</lookup>", .unknownLexicon("l"), 1),
    ])
  func findings(expected: Expected) throws {
    let findings = SSML.validate("<speak>\n\(expected.body)</speak>")
    #expect(findings.map(\.kind) == [expected.kind])
    let finding = try #require(findings.first)
    #expect(finding.position.line == 2)
    #expect(finding.position.column == expected.column)
    #expect(finding.hint.contains(expected.hint))
    #expect(!finding.message.isEmpty)
  }

  @Test(
    "values",
    arguments: [
      (
        "prosody", "rate", ["1.2", "+10%", "80%", "default", ".5"],
        ["quick", "", "-1", "10" + "pt"]
      ),
      ("prosody", "pitch", ["200Hz", "-20Hz", "+2st", "x-low", "+5%"], ["200", "200hz", "2st"]),
      ("prosody", "volume", ["+6dB", "-.5dB", "loud"], ["50", "6", "+6", "louder"]),
      ("prosody", "contour", ["(0%,+20Hz) (50%,high)", ""], ["(0%, +20Hz)", "0%,+20Hz"]),
      ("voice", "age", ["", "0", "30"], ["-1", "old"]),
      ("voice", "variant", ["", "1"], ["0"]),
      ("voice", "required", ["name gender", ""], ["size"]),
      ("voice", "languages", ["en-US fr:fr-CA"], ["en_US", "e n%"]),
      ("p", "xml:lang", ["", "en-US"], ["en_US", "-"]),
      ("p", "xml:id", ["a1"], ["1a", "a b"]),
      ("p", "onlangfailure", ["ignorelang"], ["ignore"]),
      ("w", "role", ["VB", "x:VB"], ["y:VB", "x:"]),
      ("audio", "maxage", ["0", "+5"], ["-1", "1.5", ""]),
      ("break", "time", [".5s", "+1.5ms"], ["1.s", "s", "1"]),
    ] as [(String, String, [String], [String])])
  func values(element: String, attribute: String, good: [String], bad: [String]) {
    for value in good + bad {
      let source = "<speak xmlns:x='urn:x'><\(element) \(attribute)='\(value)'/></speak>"
      #expect(SSML.isValid(source) == good.contains(value), "\(attribute)=\(value)")
    }
  }

  @Test("elements and attributes of other namespaces are let be")
  func foreign() {
    let source =
      "<speak xmlns:x='urn:x' x:a='1'><x:effect><any/></x:effect><break x:b='1'/></speak>"
    #expect(SSML.validate(source).isEmpty)
    #expect(SSML.isValid("<speak/>"))
    #expect(!SSML.isValid("<speak/>", strict: true))
  }

  @Test("what cannot be read is one finding")
  func unreadable() {
    #expect(SSML.validate("<speak>\n&").map(\.position.line) == [2])
    #expect(SSML.validate("<!DOCTYPE a><speak/>").map(\.kind) == [.unreadable(.doctypeRefused)])
    let many = String(repeating: "<p/>", count: SSML.maximumElements)
    let limit = SSMLError.Kind.tooManyElements(limit: SSML.maximumElements)
    #expect(SSML.validate("<speak>\(many)</speak>").map(\.kind) == [.unreadable(limit)])
  }
}

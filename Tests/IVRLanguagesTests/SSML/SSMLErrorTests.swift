import IVRLanguages
import Testing

@Suite struct SSMLErrorTests {
  struct Fault: Sendable {
    let source: String
    let kind: SSMLError.Kind
    let line: Int
    let column: Int

    init(_ source: String, _ kind: SSMLError.Kind, _ line: Int, _ column: Int) {
      self.source = source
      self.kind = kind
      self.line = line
      self.column = column
    }

    init(_ source: String, xml: SSMLError.XMLFault, _ line: Int, _ column: Int) {
      self.init(source, .notWellFormed(xml), line, column)
    }
  }

  @Test(
    "a fault has a kind and a place",
    arguments: [
      Fault("<speak>a & b</speak>", xml: .bareAmpersand, 1, 10),
      Fault("<speak>a &b c</speak>", xml: .invalidToken, 1, 12),
      Fault("<speak>hello", xml: .unclosed(open: "speak"), 1, 13),
      Fault("<speak>\n<p>hello", xml: .unclosed(open: "p"), 2, 9),
      Fault("<speak", xml: .unclosed(open: nil), 1, 1),
      Fault("<speak>\n é</Speak>", xml: .mismatchedTag(open: "speak"), 2, 5),
      Fault("<speak>a</speak>b", xml: .textAfterElement, 1, 17),
      Fault("<speak/><speak/>", xml: .textAfterElement, 1, 9),
      Fault("text <speak>x</speak>", xml: .textBeforeElement, 1, 1),
      Fault("\n<?xml version='1.0'?><speak/>", xml: .textBeforeElement, 2, 1),
      Fault("<!-- nothing -->", xml: .noElement, 1, 17),
      Fault("<speak>&nbsp;</speak>", xml: .undefinedEntity, 1, 8),
      Fault("<speak>&#27;</speak>", xml: .forbiddenReference, 1, 8),
      Fault("<speak>a\u{1B}b</speak>", xml: .invalidToken, 1, 9),
      Fault("<speak>a < b</speak>", xml: .invalidToken, 1, 11),
      Fault("<speak a='1' a='2'/>", xml: .duplicateAttribute, 1, 14),
      Fault("<speak><amazon:effect/></speak>", xml: .undeclaredPrefix, 1, 8),
      Fault("<speak><?xml version='1.0'?></speak>", xml: .invalidToken, 1, 8),
      Fault("<!DOCTYPE speak><speak/>", .doctypeRefused, 1, 1),
      Fault(
        "<?xml version='1.0'?>\n<!DOCTYPE speak [<!ENTITY a 'b'>]><speak>&a;</speak>",
        .doctypeRefused, 2, 1),
      Fault("<Speak>hello</Speak>", .notSpeak(found: "Speak", namespace: ""), 1, 1),
      Fault("\n  <prosody>hello</prosody>", .notSpeak(found: "prosody", namespace: ""), 2, 3),
      Fault("<p><speak>hello</speak></p>", .notSpeak(found: "p", namespace: ""), 1, 1),
      Fault(
        "<speak xmlns='urn:other'>hello</speak>", .notSpeak(found: "speak", namespace: "urn:other"),
        1, 1),
    ])
  func faults(expected: Fault) {
    let error = #expect(throws: SSMLError.self) { try SSML.render(expected.source) }
    #expect(error?.kind == expected.kind)
    #expect([error?.position.line, error?.position.column] == [expected.line, expected.column])
    #expect(error?.message.isEmpty == false)
  }

  @Test("nesting up to the limit is read, one more is refused")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<speak>", count: depth) + "x" + String(repeating: "</speak>", count: depth)
    }
    #expect(try SSML.render(nested(SSML.maximumDepth)).text == "x")
    for depth in [SSML.maximumDepth + 1, 8_000] {
      let error = #expect(throws: SSMLError.self) { try SSML.render(nested(depth)) }
      #expect(error?.kind == .tooDeep(limit: SSML.maximumDepth))
      #expect(error?.position.column == SSML.maximumDepth * 7 + 1)
    }
    // An empty element at the limit is reported by expat as a start and an end at once.
    let empty = String(repeating: "<speak>", count: SSML.maximumDepth) + "<p/>"
    #expect(throws: SSMLError.self) { try SSML.render(empty) }
  }

  @Test("a text up to the limit is read, a longer one is refused", arguments: ["", "<speak>"])
  func size(start: String) throws {
    let end = start.isEmpty ? "" : "</speak>"
    let room = SSML.maximumBytes - start.utf8.count - end.utf8.count
    let longest = start + String(repeating: "a", count: room) + end
    #expect(try SSML.render(longest).text.count == room)
    let error = #expect(throws: SSMLError.self) { try SSML.render("a" + longest) }
    #expect(
      error?.kind == .tooLarge(bytes: SSML.maximumBytes + 1, limit: SSML.maximumBytes))
  }

  @Test("a description shows the place and no control character")
  func description() {
    let error = #expect(throws: SSMLError.self) {
      try SSML.render("<speak>\n\u{9B}x & y</speak>")
    }
    #expect(
      error?.description == """
        2:4: a plain & is written &amp; in a prompt
        �x & y</speak>
           ^
        """)
  }

  @Test("no mixture of fragments stops the program")
  func mixtures() {
    let fragments = [
      "<speak>", "</speak>", "<p>", "</p>", "<break time='", "'/>", "&", "&#x41;", "<!DOCTYPE a>",
      "<![CDATA[", "]]>", "<say-as interpret-as='date'>", "</say-as>", "12/34", "<audio src='a'/>",
      "\u{0}", "é", "\r\n", "<!--", "-->", "<?x?>", " ", "1,2.3", "<x:y xmlns:x='u'>", "</x:y>",
    ]
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      var source = "<speak>"
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += fragments[Int(state >> 33) % fragments.count]
      }
      let first = Result { try SSML.render(source) }
      let second = Result { try SSML.render(source) }
      #expect((try? first.get()) == (try? second.get()))
    }
  }
}

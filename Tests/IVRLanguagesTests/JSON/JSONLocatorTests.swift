import IVRLanguages
import Testing

@Suite struct JSONLocatorTests {
  private static let text = #"""
    { "a" : [ 1 , {"b\u0063": "x]\"}"} , [ ] ], "d": -2.5e1,
      "a": {"": null} , "e": [10,20 , 30] }
    """#

  @Test(
    "Values and keys are found by path",
    arguments: [
      ([.key("d")], "\"d\"", "-2.5e1"), ([.key("a"), .key("")], "\"\"", "null"),
      ([.key("e"), .index(1)], nil, "20"), ([.key("e"), .index(2)], nil, "30"),
      ([.key("e")], "\"e\"", "[10,20 , 30]"),
    ] as [([JSONStep], String?, String)])
  func finds(path: [JSONStep], key: String?, value: String) throws {
    let bytes = Array(Self.text.utf8)
    let place = try #require(JSONText.locate(path, in: bytes))
    #expect(place.key.map { String(decoding: bytes[$0], as: UTF8.self) } == key)
    #expect(String(decoding: bytes[place.value], as: UTF8.self) == value)
  }

  @Test(
    "Paths that lead nowhere and broken texts give nothing",
    arguments: [
      (text, [.key("x")]), (text, [.key("e"), .index(3)]), (text, [.key("e"), .index(-1)]),
      (text, [.index(0)]), (text, [.key("d"), .key("x")]), (text, [.key("a"), .index(0)]),
      ("{\"a\"", [.key("a")]), ("{\"a\":", [.key("a")]), ("", []), ("[1,", [.index(1)]),
      ("[\"x", [.index(0)]), ("{\"a\":[1", [.key("a")]), ("{\"a\\", [.key("a")]),
    ] as [(String, [JSONStep])])
  func misses(text: String, path: [JSONStep]) {
    #expect(JSONText.locate(path, in: Array(text.utf8)) == nil)
  }

  @Test("Escaped keys and strings with brackets are passed over correctly")
  func escapes() throws {
    let bytes = Array(#"[{"b\u0063": "x]\"}"}, 7]"#.utf8)
    let inner = try #require(JSONText.locate([.index(0), .key("bc")], in: bytes))
    #expect(inner.key == 2..<11)
    #expect(inner.value == 13..<20)
    #expect(JSONText.locate([.index(1)], in: bytes)?.value == 23..<24)
    #expect(JSONText.locate([], in: [0xEF, 0xBB, 0xBF, 0x31])?.value == 3..<4)
  }
}

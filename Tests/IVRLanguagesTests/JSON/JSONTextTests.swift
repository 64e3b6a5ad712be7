import Foundation
import IVRLanguages
import Testing

@Suite struct JSONTextTests {
  @Test(
    "Values keep order and number text",
    arguments: [
      ("null", .null), (" true ", true), ("\tfalse\r\n", false), ("\"\"", ""),
      ("{}", [:]), ("[ ]", []), ("[1,[2,{}],[]]", [1, [2, [:]], []]),
      (#"{"b":1,"a":{"d":[null],"c":"x"}}"#, ["b": 1, "a": ["d": [nil], "c": "x"]]),
      (#"{"a":1,"b":2,"a":3}"#, ["a": 3, "b": 2]),
      (#"{"a":1,"\u0061":2}"#, ["a": 2]),
      (#"{"id":1,"x":{"id":2},"id":3}"#, ["id": 3, "x": ["id": 2]]),
      (#""a\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00z""#, "a\"\\/\u{8}\u{c}\n\r\té😀z"),
      (#""é😀 long enough to leave the short form""#, "é😀 long enough to leave the short form"),
      ("-0", .number(JSONNumber(text: "-0"))), ("1.50", .number(JSONNumber(text: "1.50"))),
      ("[1E+2]", [.number(JSONNumber(text: "1E+2"))]),
      ("12345678901234567890123", .number(JSONNumber(text: "12345678901234567890123"))),
    ] as [(String, JSONValue)])
  func reads(text: String, value: JSONValue) throws {
    #expect(try JSONText.parse(text) == value)
    #expect(try JSONText.parse(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == value)
    #expect(try JSONText.parse(JSONText.print(value)) == value)
    #expect(try JSONText.parse(JSONText.printPretty(value)) == value)
  }

  @Test(
    "Faults carry kind, line and column",
    arguments: [
      ("", .empty, 1, 1), (" \n ", .empty, 2, 2),
      ("[1,]", .unexpectedCharacter(expected: .value), 1, 4),
      ("{\n  \"a\": 1,\n}", .unexpectedCharacter(expected: .key), 3, 1),
      ("{'a':1}", .unexpectedCharacter(expected: .key), 1, 2),
      ("{\"a\" 1}", .unexpectedCharacter(expected: .colon), 1, 6),
      ("{\"é\":1 \"b\":2}", .unexpectedCharacter(expected: .commaOrBrace), 1, 8),
      ("[1\n2]", .unexpectedCharacter(expected: .commaOrBracket), 2, 1),
      ("tru", .unknownWord("tru"), 1, 1),
      ("[truex]", .unknownWord("truex"), 1, 2),
      ("[", .unexpectedEnd(expected: .value), 1, 2),
      ("[1", .unexpectedEnd(expected: .commaOrBracket), 1, 3),
      ("{", .unexpectedEnd(expected: .key), 1, 2),
      ("{\"a\"", .unexpectedEnd(expected: .colon), 1, 5),
      ("{\"a\":1", .unexpectedEnd(expected: .commaOrBrace), 1, 7),
      ("[\"ab", .unterminatedString, 1, 2), ("\"a\\", .unterminatedString, 1, 1),
      ("\"a\nb\"", .controlCharacter(10), 1, 3), ("\"a\\x\"", .badEscape, 1, 3),
      ("\"\\u12g4\"", .badEscape, 1, 2), ("\"\\u12\"", .badEscape, 1, 2),
      ("\"x\\uD800\"", .loneSurrogate, 1, 3), ("\"\\uD800\\u0041\"", .loneSurrogate, 1, 2),
      ("\"\\uDC00\"", .loneSurrogate, 1, 2),
      ("[01]", .badNumber, 1, 2), ("[-]", .badNumber, 1, 2), ("1.", .badNumber, 1, 1),
      ("[0, .5]", .badNumber, 1, 5), ("1e", .badNumber, 1, 1), ("+1", .badNumber, 1, 1),
      ("1 2", .trailingText, 1, 3), ("{}}", .trailingText, 1, 3),
      ("NaN", .unknownWord("NaN"), 1, 1),
      ("// x", .unexpectedCharacter(expected: .value), 1, 1),
    ] as [(String, JSONError.Kind, Int, Int)])
  func refuses(text: String, kind: JSONError.Kind, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONText.parse(text) }
    #expect(error?.kind == kind)
    #expect(error?.position.line == line)
    #expect(error?.position.column == column)
    #expect(error?.message.isEmpty == false)
    #expect(error?.excerpt.hasSuffix("^") == true)
  }

  @Test(
    "Bytes that are no UTF-8 are found at their place",
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 3), ([0x22, 0xC3, 0xA9, 0xC0, 0x80, 0x22], 3),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 2), ([0x7B, 0x22, 0xE2, 0x82, 0x22], 3),
      ([0x22, 0x5C, 0x6E, 0xF0, 0x9F, 0x22], 4),
    ] as [([UInt8], Int)])
  func invalidUTF8(bytes: [UInt8], column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONText.parse(bytes: bytes) }
    #expect(error?.kind == .invalidUTF8)
    #expect(error?.position.column == column)
  }

  @Test(
    "Messages tell what was meant",
    arguments: [
      ("[1,]", "expected a value, found ']'; a comma before it may be one too many"),
      ("{'a':1}", "expected a key, found a single quote; strings are written in double quotes"),
      ("{a:1}", "expected a key, found 'a'; keys are written in double quotes"),
      ("[\"a\" \"b\"]", "expected ',' or ']', found '\"'; a comma may be missing before it"),
      ("True", "unknown word 'True'; the words of JSON are true, false and null"),
      ("[1 // one\n]", "expected ',' or ']', found '/'; JSON has no comments"),
      ("\"\u{1}\"", "a control character inside a string is written as an escape (here: \\u0001)"),
    ])
  func messages(text: String, message: String) {
    #expect(throws: JSONError.self) { try JSONText.parse(text) }
    #expect(#expect(throws: JSONError.self) { try JSONText.parse(text) }?.message == message)
  }

  @Test("Limits on depth, size and equal keys have their own errors")
  func limits() throws {
    let depth200 = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(try JSONText.print(JSONText.parse(depth200)) == depth200)
    let deep = #expect(throws: JSONError.self) { try JSONText.parse("[" + depth200 + "]") }
    #expect(deep?.kind == .nestingTooDeep(limit: 200))
    #expect(deep?.position.column == 201)
    let endless = String(repeating: "{\"a\":[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONText.parse(endless) }
    let small = JSONLimits(maximumBytes: 3)
    #expect(
      #expect(throws: JSONError.self) { try JSONText.parse("1234", limits: small) }?.kind
        == .documentTooLarge(limit: 3))
    let strict = JSONLimits(refusesDuplicateKeys: true)
    let twice = #expect(throws: JSONError.self) {
      try JSONText.parse(#"{"a":{"a":[{"a":1}]},"b":2,"a":3}"#, limits: strict)
    }
    #expect(twice?.kind == .duplicateKey("a"))
    #expect(twice?.position.column == 28)
    #expect(try JSONText.parse(#"[{"a":{"a":1}},{"a":2}]"#, limits: strict)[1]?["a"] == 2)
  }

  @Test("Text is written compact or indented, with the fewest escapes")
  func prints() throws {
    let value: JSONValue = ["a": [1, [:], []], "b/é😀": "q\"\\\n\u{1}\u{7f}", "c": nil]
    #expect(
      JSONText.print(value)
        == #"{"a":[1,{},[]],"b/é😀":"q\"\\\n\u0001"# + "\u{7f}" + #"","c":null}"#)
    let pretty = "{\n  \"a\": [\n    1,\n    {},\n    []\n  ]\n}"
    #expect(JSONText.printPretty(["a": [1, [:], []]]) == pretty)
    #expect(JSONText.print(.number(JSONNumber(.infinity))) == "null")
  }

  @Test("Any encoder keeps order and number text")
  func codable() throws {
    let value = try JSONText.parse(#"{"z":1.50,"a":[12345678901234567890]}"#)
    let data = try JSONEncoder().encode(["v": value])
    let read = try JSONDecoder().decode([String: JSONValue].self, from: data)
    #expect(read["v"].map(JSONText.print) == #"{"z":1.50,"a":[12345678901234567890]}"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([JSONValue].self, from: Data(#"["[1"]"#.utf8))
    }
  }

  @Test(
    "Objects with many members find, replace and remove them by exact key", arguments: [3, 300])
  func objects(count: Int) throws {
    let text = "{" + (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    var object = try #require(try JSONText.parse(text).object)
    #expect(object.keys == (0..<count).map { "k\($0)" })
    object["k1"] = "one"
    object["k0"] = nil
    object["e\u{301}"] = 1
    object["\u{e9}"] = 2
    #expect(object["k0"] == nil)
    #expect(object["k1"] == "one")
    #expect(object["k2"] == 2)
    #expect(object["e\u{301}"] == 1)
    #expect(object["\u{e9}"] == 2)
    #expect(object["nothing"] == nil)
    #expect(object.count == count + 1)
  }
}

import IVRLanguages
import Testing

@Suite struct JSONPathRandomInputTests {
  private static let pieces = [
    "$", "@", ".", "..", "[", "]", "*", "?", "(", ")", "'", "\"", "a", "'a'", "b b", "0", "-1", ":",
    ",", "==", "=~", "<", "!", "&&", "||", " in ", " size ", "/a/i", "length", "match(@,'a.*')",
    "length(@)", ".length()", "sum($..a)", "\\", "\\u00e9", "é", "😀", " ", "null", "1e3", "{", "}",
    "[?(@.a == 1)]", "[?@.a]", "[?(@.a)]", "$.a", "@.a", "1", "true",
  ]

  @Test("Random paths never trap", arguments: [JSONPath.Dialect.rfc9535, .jayway])
  func neverTraps(dialect: JSONPath.Dialect) {
    let document: JSONValue = ["a": [1, ["a": "x", "b": nil], [-5, "é"]], "length": true]
    var generator = SeededGenerator(seed: 9535)
    var accepted = 0
    for round in 0..<4_000 {
      var text = round % 2 == 0 ? "$" : round % 3 == 0 ? "$.a[?(@" : ""
      for _ in 0..<Int.random(in: 0...7, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      if round % 6 == 3 { text += ")]" }
      do throws(JSONPathError) {
        let path = try JSONPath(text, dialect: dialect)
        accepted += 1
        _ = path.value(in: document)
      } catch {
        #expect(error.position.offset <= text.utf8.count)
        #expect(!error.description.isEmpty)
      }
    }
    #expect(accepted > 60)
  }

  @Test("Random patterns never trap and take no exponential time")
  func patterns() throws {
    let pieces = [
      "a", ".", "*", "+", "?", "{2}", "{1,3}", "(", ")", "|", "[a-c]", "[^", "]", "\\p{L}", "\\",
      "^", "$",
    ]
    var generator = SeededGenerator(seed: 9485)
    let document: JSONValue = [.string(String(repeating: "a", count: 60) + "b")]
    for _ in 0..<400 {
      var pattern = ""
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        pattern += pieces.randomElement(using: &generator) ?? ""
      }
      let quoted = JSONText.print(.string(pattern))
      _ = try JSONPath("$[?search(@, \(quoted))]").nodes(in: document)
    }
    for pattern in ["(a*)*c", "(a|a)*c", "((((){1000}){1000}){1000}){1000}", "((a{99}){99}){99}"] {
      #expect(try JSONPath("$[?match(@, '\(pattern)')]").nodes(in: document).isEmpty)
    }
  }
}

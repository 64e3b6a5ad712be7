import IVRLanguages
import Testing

@Suite struct GraphQLRandomInputTests {
  @Test("no input traps, and every printed document reads back")
  func neverTraps() throws {
    let schema = try GraphQLSchema(
      sdl: """
        type Query { a(i: Int = 1, f: F, ids: [ID!]): Query b: [Query!] n: N s: String! }
        interface N { s: String } type M implements N { s: String m: [N] }
        input F { i: Int f: [F!] } enum E { A }
        """)
    let pieces = Self.pieces
    var random = GraphQLTestRandom(state: 42)
    for _ in 0..<3_000 {
      let count = random.next(below: 24)
      let text = "{ " + (0..<count).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      let response = GraphQL.execute(
        GraphQLRequest(query: text, variables: ["v": 1]), schema: schema,
        resolver: GraphQLPlainResolver(root: ["s": "x", "b": [["s": "y"], nil]]))
      #expect(response.phase != .ok || response.data != nil)
      if let printed = (try? GraphQLDocument(text))?.printed {
        #expect((try? GraphQLDocument(printed))?.printed == printed, "\(text)")
      }
    }
  }

  private static let pieces = [
    "{ ", " } ", "(", ")", "[", "]", ":", "! ", "$v", "a ", "b ", "n ", "s ", "i: ", "f: ",
    "ids: ", "1", " -1.5e3 ", "\"x\"", "\"\\u", "\"\"\"", "... ", "...F ", "on M ", " @skip(if: ",
    "true", "null", "} fragment F on M { ", "} query Q($v: Int) { ", "a(", "a(i: $v) ", "b { s } ",
    "n { ... on M { s } } ", "__typename ", "x: ", "\u{FEFF}", "é", "\r\n", "# c\n", ",", "\\", "=",
    "type T { ", "|", "&",
  ]
}

/// Numbers that are the same in every run.
private struct GraphQLTestRandom {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct JSONPathLimitTests {
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Objects 150 deep.
  private static let deep = (0..<150).reduce(JSONValue.integer(1)) { inner, _ in ["a": inner] }
  private static let wide = JSONValue.array((0..<1000).map { .integer($0) })
  private static let letters: JSONValue = [.string(many("a", 40) + "!"), "a"]

  private static let dear = JSONPathFailure.tooManySteps(limit: 500_000)

  @Test("a path that looks at everything again and again is ended", arguments: dearPaths)
  func steps(path: String, document: JSONValue, dialect: JSONPath.Dialect) throws {
    let path = try JSONPath(path, dialect: dialect)
    #expect(throws: Self.dear) { try path.result(in: document) }
    #expect(path.nodes(in: document).isEmpty)
  }

  private static let dearPaths: [(String, JSONValue, JSONPath.Dialect)] = [
    ("$..*..*..*..*..*", deep, .rfc9535), ("$..*..*..*..*..*", deep, .jayway),
    ("$..a..a..a..a..a", deep, .rfc9535), ("$..a..a..a..a..a", deep, .jayway),
    ("$" + many("[*,*,*,*,*,*,*,*]", 9), bush, .rfc9535),
    ("$[?$[?$[?@ == 1]]]", wide, .rfc9535), ("$[?(@ in $)]", wide, .jayway),
    ("$[?($ subsetof $)]", wide, .jayway),
    ("$[?match(@, '(" + many("a?", 600) + "){1,3}b')]", longText, .rfc9535),
  ]

  private static let bush = (0..<10).reduce(JSONValue.integer(1)) { inner, _ in [inner] }
  private static let longText: JSONValue = [.string(many("a", 20_000))]

  @Test("steps, filters and levels inside each other are bounded, on a small stack")
  func depth() throws {
    let filters = Self.many("[?@..a[?$..a", 8) + Self.many("]]", 8)
    let paths: [(String, JSONPath.Dialect, JSONPathFailure)] = [
      ("$" + Self.many("..a", 120) + ".b", .jayway, .tooDeep(limit: 330)),
      ("$" + Self.many("..*", 120), .jayway, .tooDeep(limit: 330)),
      ("$" + Self.many("..[?($", 9) + "..a" + Self.many(")]", 9), .jayway, Self.dear),
      ("$.." + filters, .rfc9535, Self.dear),
    ]
    for (text, dialect, failure) in paths {
      let path = try JSONPath(text, dialect: dialect)
      let found = try #require(
        SmallStack.run { () -> [JSONPathFailure] in
          do throws(JSONPathFailure) {
            _ = try path.result(in: Self.deep)
            return []
          } catch {
            return [error]
          }
        })
      #expect(found == [failure], "\(text.prefix(20))")
    }
  }

  @Test("the deepest document is searched on a small stack")
  func deepest() throws {
    let text = Self.many("{\"a\":", 199) + "{\"a\":1}" + Self.many("}", 199)
    let document = try JSONText.parse(text)
    for (path, dialect) in [
      ("$..*", JSONPath.Dialect.jayway), ("$..*", .rfc9535), ("$..a", .jayway),
    ] {
      let path = try JSONPath(path, dialect: dialect)
      let count = SmallStack.run { (try? path.result(in: document))?.array?.count }
      #expect(count == 200)
    }
  }

  @Test("a regular expression that never ends is given up")
  func patterns() throws {
    let path = try JSONPath("$[?(@ =~ /(a+)+$/)]", dialect: .jayway)
    #expect(throws: JSONPathFailure.patternTooSlow) { try path.result(in: Self.letters) }
    #expect(path.value(in: Self.letters) == .array([]))
  }

  @Test("nesting and length are bounded, on a small stack", arguments: nested)
  func nesting(test: Nested) throws {
    let found = try #require(
      SmallStack.run { () -> [JSONPathError.Kind] in
        do throws(JSONPathError) {
          let path = try JSONPath(test.path, dialect: test.dialect)
          _ = try? path.result(in: Self.deep)
          return []
        } catch {
          return [error.kind]
        }
      })
    #expect(found.first == test.kind)
  }

  private static let nested: [Nested] = [
    Nested("brackets", "$" + many("[", 100_000), .rfc9535, .tooLong(limit: 65_536)),
    Nested(
      "open brackets", "$" + many("[", 60_000), .rfc9535,
      .unexpectedCharacter(expected: .selector)),
    Nested("parentheses", "$[?" + many("(", 30_000), .rfc9535, .nestingTooDeep(limit: 40)),
    Nested("filters", "$" + many("[?@", 20_000), .rfc9535, .nestingTooDeep(limit: 40)),
    Nested("functions", "$[?" + many("length(", 8_000), .rfc9535, .nestingTooDeep(limit: 40)),
    Nested(
      "nots", "$[?" + many("!", 30_000) + "@.a]", .rfc9535, .unexpectedCharacter(expected: .test)),
    Nested("steps down", "$" + many("..*", 20_000), .rfc9535, nil),
    Nested("a pattern", "$[?match(@.a, '" + many("(", 30_000) + "')]", .rfc9535, nil),
    Nested(
      "parentheses", "$[?" + many("(", 10_000) + "@.a" + many(")", 10_000) + "]", .jayway,
      .nestingTooDeep(limit: 40)),
    Nested(
      "filters", "$" + many("[?(@", 10_000) + many(")]", 10_000), .jayway,
      .nestingTooDeep(limit: 40)),
    Nested(
      "arguments", "$" + many(".concat($", 5_000) + many(")", 5_000), .jayway,
      .nestingTooDeep(limit: 40)),
    Nested("nots", "$[?(" + many("!", 9_000) + "@.a)]", .jayway, nil),
    Nested("a list", "$[?(@ in " + many("[", 9_000) + many("]", 9_000) + ")]", .jayway, nil),
    Nested("steps", "$" + many("[*]", 20_000), .jayway, .nestingTooDeep(limit: 256)),
    Nested("functions", "$" + many(".length()", 7_000), .jayway, .nestingTooDeep(limit: 256)),
    Nested("a pattern", "$[?(@.a =~ /" + many("(", 30_000) + "/)]", .jayway, .badPattern),
  ]

  /// A path by a name, since the paths themselves are too long for the test's report.
  struct Nested: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let dialect: JSONPath.Dialect
    let kind: JSONPathError.Kind?

    init(
      _ name: String, _ path: String, _ dialect: JSONPath.Dialect, _ kind: JSONPathError.Kind?
    ) {
      testDescription = "\(name), \(dialect)"
      self.path = path
      self.dialect = dialect
      self.kind = kind
    }
  }
}

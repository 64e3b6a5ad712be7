import IVRLanguages
import Testing

@Suite struct JSONPathTests {
  private static let document: JSONValue = [
    "users": [["id": "u1", "age": 30], ["id": "u2", "age": 5], ["name": "no id"]],
    "id": "root", "a b": ["it's": 1], "n": nil, "e\u{301}": "decomposed", "\u{e9}": "composed",
    "nums": [3, 1, 2],
  ]

  @Test(
    "A flow's row gets a value or an array",
    arguments: [
      ("$.users[0].id", "u1"), ("$['users'][1][\"id\"]", "u2"), ("$.users[-1].name", "no id"),
      ("$.users[9].id", nil), ("$.missing.deep", nil), ("$.id.x", nil), ("$.n", .some(.null)),
      ("$..id", ["root", "u1", "u2"]), ("$..nothing", []), ("$.users[*].age", [30, 5]),
      ("$['a b']['it\\'s']", 1), ("$.nums[1:]", [1, 2]), ("$.nums[0,2]", [3, 2]),
      ("$.e\u{301}", "decomposed"), ("$.\u{e9}", "composed"), ("$", .some(document)),
      ("$.users[?(@.age > 10)].id", ["u1"]), ("$.users[?(@.id == 'u2')][0]", []),
    ] as [(String, JSONValue?)],
    [JSONPath.Dialect.rfc9535, .jayway])
  func values(example: (path: String, value: JSONValue?), dialect: JSONPath.Dialect) throws {
    let path = try JSONPath(example.path, dialect: dialect)
    #expect(path.value(in: Self.document) == example.value)
    let isList = example.value?.array != nil
    #expect(path.isDefinite == !isList)
  }

  @Test(
    "Nodes come in document order, children in the order of their selectors",
    arguments: [
      ("$..*", "[[[1],2],{\"b\":3},[1],2,1,3]"), ("$..[0]", "[[1],1]"),
      ("$.a[1,0,1]", "[2,[1],2]"), ("$.a[::-1]", "[2,[1]]"), ("$['o','a'][*]", "[3,[1],2]"),
    ])
  func order(path: String, nodes: String) throws {
    let root = try JSONText.parse(#"{"a":[[1],2],"o":{"b":3}}"#)
    #expect(try JSONText.print(.array(JSONPath(path).nodes(in: root))) == nodes)
  }

  @Test(
    "RFC 9535 faults carry kind and column",
    arguments: [
      ("", .empty, 1), ("a", .unexpectedCharacter(expected: .root), 1),
      ("$ ", .unexpectedCharacter(expected: .segment), 2),
      ("$.", .unexpectedEnd(expected: .name), 3),
      ("$.1", .unexpectedCharacter(expected: .name), 3),
      ("$[", .unexpectedEnd(expected: .selector), 3),
      ("$['é", .unterminatedString, 3), ("$['\\x']", .badEscape, 4),
      ("$['\t']", .controlCharacter, 4),
      ("$['\\uD800']", .badEscape, 4), ("$[01]", .badNumber, 3), ("$[-0]", .badNumber, 3),
      ("$[9007199254740992]", .integerOutOfRange, 3),
      ("$[99999999999999999999]", .integerOutOfRange, 3),
      ("$[1 2]", .unexpectedCharacter(expected: .commaOrBracket), 5),
      ("$[?lenght(@)==1]", .unknownFunction("lenght"), 4),
      ("$[?length(@.a)]", .mustBeCompared("length"), 4),
      ("$[?match(@,'a')==true]", .cannotBeCompared("match"), 4), ("$[?@.*==1]", .notSingular, 4),
      ("$[?1==$..a]", .notSingular, 7), ("$[?1]", .literalAlone, 4), ("$[?@.a==01]", .badNumber, 9),
      ("$[?count(1)==1]", .argumentType(function: "count"), 10),
      ("$[?length()==1]", .argumentCount(function: "length", expected: 1, found: 0), 4),
      ("$[?(@.a]", .unexpectedCharacter(expected: .parenthesis), 8),
      ("$[?]", .unexpectedCharacter(expected: .test), 4),
      ("$[?@.a=='x' && True]", .unexpectedCharacter(expected: .test), 16),
    ] as [(String, JSONPathError.Kind, Int)])
  func refuses(text: String, kind: JSONPathError.Kind, column: Int) {
    expectFault(text, .rfc9535, kind, column)
  }

  @Test(
    "Jayway faults carry kind and column",
    arguments: [
      ("", .empty, 1), ("$.", .unexpectedEnd(expected: .name), 3),
      ("$..a.", .unexpectedEnd(expected: .name), 6),
      ("$.a b", .blankInName, 4), ("$a", .unexpectedCharacter(expected: .segment), 2),
      ("$.a..", .unexpectedEnd(expected: .name), 6),
      ("$...a", .unexpectedCharacter(expected: .name), 4),
      ("$['é", .unterminatedString, 3),
      ("$['a' 'b']", .unexpectedCharacter(expected: .commaOrBracket), 7),
      ("$['a',]", .unexpectedCharacter(expected: .name), 7),
      ("$[x]", .unexpectedCharacter(expected: .selector), 3),
      ("$[1.5]", .badNumber, 3), ("$[::2]", .badSlice, 3),
      ("$[99999999999]", .integerOutOfRange, 3),
      ("$[1 ", .unexpectedEnd(expected: .bracket), 4),
      ("$.a[?@.b == 1]", .unexpectedCharacter(expected: .filter), 6),
      ("$.a[?(@.b = 1)]", .unknownOperator("="), 11), ("$.a[?(true)]", .literalAlone, 7),
      ("$.a[?(@.b == 1)x]", .unexpectedCharacter(expected: .bracket), 16),
      ("$.a[?(@.b =~ /(/)]", .badPattern, 14),
      ("$.a[?(@.b == x)]", .unexpectedCharacter(expected: .comparable), 14),
      ("$.a[?(@.b.c d == 1)]", .unexpectedCharacter(expected: .parenthesis), 13),
      ("$.f(", .unexpectedEnd(expected: .parenthesis), 5),
      ("$.a[?(@.é[?(true)])]", .literalAlone, 13),
    ] as [(String, JSONPathError.Kind, Int)])
  func refusesJayway(text: String, kind: JSONPathError.Kind, column: Int) {
    expectFault(text, .jayway, kind, column)
  }

  private func expectFault(
    _ text: String, _ dialect: JSONPath.Dialect, _ kind: JSONPathError.Kind, _ column: Int
  ) {
    let error = #expect(throws: JSONPathError.self) { try JSONPath(text, dialect: dialect) }
    #expect(error?.kind == kind)
    #expect(error?.position.line == 1)
    #expect(error?.position.column == column)
    #expect(error?.message.isEmpty == false)
  }

  @Test(
    "Depth and length have limits",
    arguments: [JSONPath.Dialect.rfc9535, .jayway],
    [
      String(repeating: "$[?(@.a", count: 5_000),
      "$[?(" + String(repeating: "(", count: 5_000) + "@.a" + String(repeating: ")", count: 5_000)
        + ")]",
      "$" + String(repeating: "[?(@", count: 500) + String(repeating: ")]", count: 500),
      "$." + String(repeating: "a", count: 70_000),
    ])
  func limits(dialect: JSONPath.Dialect, text: String) {
    #expect(throws: JSONPathError.self) { try JSONPath(text, dialect: dialect) }
  }

  @Test("Messages suggest what was meant")
  func messages() {
    let error = #expect(throws: JSONPathError.self) { try JSONPath("$[?lenght(@)==1]") }
    #expect(
      error?.description == """
        1:4: there is no function lenght; did you mean "length"?
        $[?lenght(@)==1]
           ^
        """)
  }
}
